import type { ReportIndicatorView, ReportYearView } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { DateText } from '@kotae/ui';
import { ClosedWords } from './report-closed';

/** Under the chart: where typed values come from and who typed them, and what has changed since a year was closed. */
export function ReportYears({ indicator }: { indicator: ReportIndicatorView }) {
  const said = indicator.years.filter(
    (year) => year.sourceText !== null || year.author !== null || year.closed !== null,
  );
  if (said.length === 0) return null;
  return (
    <ul className="d-report__sources">
      {said.map((year) => (
        <li key={year.fiscalYear}>
          {fiscalYearLabel(year.fiscalYear)}：<ClosedWords closed={year.closed} />
          <Source year={year} />
        </li>
      ))}
    </ul>
  );
}

function Source({ year }: { year: ReportYearView }) {
  if (year.sourceText === null && year.author === null) return null;
  return (
    <>
      {year.printed !== null && `「${year.printed}」　`}
      {year.sourceText !== null && `出典 ${year.sourceText}`}
      {year.author !== null && year.recordedAt !== null && (
        <>
          　{year.origin === 'imported' ? '取り込み' : '入力'} {year.author}（
          <DateText at={year.recordedAt} format="short" />）
        </>
      )}
    </>
  );
}
