import type { PlanView, ProgressReportView } from '@kotae/contracts';
import { fiscalYearLabel, fiscalYearOf } from '@kotae/kernel';
import { Breadcrumbs, Button, DateText, EmptyState, PageHeader, Select } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { ApiError } from '../../shared/api-error';
import { Loaded, Refused } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { plansQuery } from './api';
import { DownloadLink } from './download-link';
import { firstLook, yearsOf } from './figures';
import { reportQuery } from './report-api';
import { ReportGroups } from './report-groups';
import { ReportSummary } from './report-summary';

/** 進捗状況報告書: summary first, then every indicator; prints on A4 and opens down to what is behind each number. */
export function ReportScreen() {
  usePageTitle('進捗状況報告書');
  const { planId = '' } = useParams();
  const plans = useQuery(plansQuery);
  return (
    <Loaded query={plans} label="計画を読み込んでいます">
      {(list) => {
        const plan = list.find((one) => one.id === planId);
        return plan ? <ReportOf plan={plan} /> : <Refused error={new ApiError(404, 'not_found', '')} />;
      }}
    </Loaded>
  );
}

function ReportOf({ plan }: { plan: PlanView }) {
  const { today } = useReference();
  const [params, setParams] = useSearchParams();
  const current = fiscalYearOf(today);
  const years = yearsOf(plan, current);
  const year = years.find((one) => String(one) === params.get('fiscalYear')) ?? firstLook(plan, current);
  const report = useQuery(reportQuery(plan.id, year));
  const file = (kind: string) => `/plans/${plan.id}/report.${kind}?fiscalYear=${year}`;
  return (
    <div className="k-stack d-report">
      <Breadcrumbs
        items={[{ href: `/plans/${plan.id}?fiscalYear=${year}`, label: plan.name }, { label: '進捗状況報告書' }]}
      />
      <PageHeader
        title={`${fiscalYearLabel(year)} 進捗状況報告書`}
        eyebrow={plan.own ? '市の計画' : `参考：${plan.municipality}の計画`}
        lead={plan.name}
        actions={
          <div className="d-report__actions k-no-print">
            <Select
              id="report-year"
              name="fiscalYear"
              label="年度"
              badge="none"
              width="short"
              value={String(year)}
              options={years.map((one) => ({ value: String(one), label: fiscalYearLabel(one) }))}
              onChange={(event) => setParams({ fiscalYear: event.currentTarget.value })}
            />
            <DownloadLink href={file('pdf')}>PDF</DownloadLink>
            <DownloadLink href={file('xlsx')}>Excel（.xlsx）</DownloadLink>
            <Button type="button" variant="secondary" onClick={() => window.print()}>
              印刷する
            </Button>
          </div>
        }
      />
      <Loaded query={report} label="報告書を作っています">
        {(data) => <Report report={data} />}
      </Loaded>
    </div>
  );
}

function Report({ report }: { report: ProgressReportView }) {
  if (report.groups.length === 0) return <EmptyState title="この計画には指標がありません" />;
  return (
    <>
      <ReportState report={report} />
      <ReportSummary report={report} />
      <ReportGroups report={report} />
    </>
  );
}

function ReportState({ report }: { report: ProgressReportView }) {
  const { firstYear, lastYear, closing, asOf } = report;
  return (
    <p className="d-quiet">
      {firstYear !== null && lastYear !== null && (
        <>
          計画の期間　{fiscalYearLabel(firstYear)}〜{fiscalYearLabel(lastYear)}。
        </>
      )}
      <DateText day={asOf} format="short" />
      現在の数です。
      {closing ? (
        <>
          この年度は
          <DateText at={closing.closedAt} format="short" />に{closing.closedBy}
          が締めました（確定）。
        </>
      ) : (
        'この年度はまだ締めていません。'
      )}
      締めた年度の数は締めた時のままです。いま数え直すと違う数には「修正再表示」と書いています。
    </p>
  );
}
