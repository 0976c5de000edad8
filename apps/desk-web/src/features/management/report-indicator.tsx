import type { ReportIndicatorView } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { ChartWithTable, DefinitionList, Link, TargetBar } from '@kotae/ui';
import { useMay } from '../../shared/session';
import { behindHref } from './behind';
import { amount, chartWords, currentWhen, printedBaseline, printedValue, yearNames } from './figures';
import { indicatorAnchor } from './report-anchors';
import { ProgressMark } from './report-summary';
import { ReportTargets } from './report-targets';
import { ReportYears } from './report-years';

interface ReportIndicatorProps {
  indicator: ReportIndicatorView;
  fiscalYear: number;
  /** 達成・順調・遅れ・評価できない. */
  progressLabel: string;
}

/** One indicator of the report: where it stands, what the plan prints, the years as picture and table, and what is behind. */
export function ReportIndicator({ indicator, fiscalYear, progressLabel }: ReportIndicatorProps) {
  const { achievement, progress, expected, progressWhy } = indicator;
  const whys = [...new Set([achievement.why, progressWhy])].filter((why) => why !== null);
  return (
    <article id={indicatorAnchor(indicator.id)} className="d-report__indicator" tabIndex={-1}>
      <p className={`d-report__badge d-report__badge--${progress}`}>
        <ProgressMark progress={progress} />
        {progressLabel}
        {expected !== null && <span className="d-report__expected">いまの目安 {expected}</span>}
        {indicator.repeatOf !== null && <span className="d-report__expected">再掲（数に入れていません）</span>}
      </p>
      <Standing indicator={indicator} fiscalYear={fiscalYear} />
      {whys.map((why) => (
        <p key={why} className="d-quiet">
          ※ {why}
        </p>
      ))}
      <div className="d-report__body">
        <DefinitionList
          look="dense"
          items={[
            { term: '指標番号', detail: indicator.code },
            {
              term: '基準',
              detail: [indicator.printed.baseline ?? '計画に書かれていません', indicator.baseline.asOf]
                .filter(Boolean)
                .join('　'),
            },
            { term: '目標', detail: <ReportTargets targets={indicator.targets} /> },
            { term: '実績', detail: <Actual indicator={indicator} fiscalYear={fiscalYear} /> },
            {
              term: '達成の見方',
              detail: (
                <Link href={`/indicators/${indicator.id}?fiscalYear=${fiscalYear}`}>
                  {achievement.formulaName}
                  {achievement.percent !== null && ` ＝ ${amount(achievement.percent, '%')}`}
                </Link>
              ),
            },
            { term: '数え方', detail: `${indicator.modeWords}・${indicator.sourceWords}` },
            ...(indicator.definition ? [{ term: '定義', detail: indicator.definition }] : []),
          ]}
        />
        <Years indicator={indicator} />
      </div>
      {indicator.notes.length > 0 && (
        <ul className="d-report__notes">
          {indicator.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** The bar from baseline to target where both can be drawn; the verdict in words in any case. */
function Standing({ indicator, fiscalYear }: { indicator: ReportIndicatorView; fiscalYear: number }) {
  const { target, printed, unit, achievement, current } = indicator;
  const href = `/indicators/${indicator.id}?fiscalYear=${fiscalYear}`;
  const goal = printedValue(target.value, printed.target, unit, target.asOf);
  const value = current?.value ?? null;
  if (!goal)
    return (
      <div>
        <h4>
          <Link href={href}>{indicator.name}</Link>
        </h4>
        <p>
          {value === null ? '値がまだありません' : `${amount(value, unit)}（${currentWhen(indicator)}）`}　
          {achievement.words}
        </p>
      </div>
    );
  return (
    <TargetBar
      name={indicator.name}
      headingLevel={4}
      href={href}
      baseline={printedBaseline(indicator)}
      target={goal}
      actual={value === null ? null : { value, text: amount(value, unit), when: currentWhen(indicator) }}
      verdict={achievement.words}
      verdictTone={achievement.met === null ? 'neutral' : achievement.met ? 'success' : 'warning'}
      formula={`見方：${achievement.formulaName}`}
    />
  );
}

function Actual({ indicator, fiscalYear }: { indicator: ReportIndicatorView; fiscalYear: number }) {
  const mayOpen = useMay('indicator.open');
  const value = indicator.current?.value ?? null;
  if (value === null) return <>値がまだありません</>;
  const text = `${amount(value, indicator.unit)}（${indicator.basis}）`;
  if (indicator.sourceKind === 'facts' && mayOpen)
    return <Link href={behindHref(indicator.id, { fiscalYear, scope: 'value', month: null })}>{text}</Link>;
  return <Link href={`/indicators/${indicator.id}?fiscalYear=${fiscalYear}`}>{text}</Link>;
}

function Years({ indicator }: { indicator: ReportIndicatorView }) {
  const mayOpen = useMay('indicator.open');
  const { years, chart } = indicator;
  // Of what the years brought: not the % of a growth that is judged.
  const unit = indicator.yearUnit;
  if (years.every((year) => year.value === null)) return null;
  const facts = indicator.sourceKind === 'facts' && mayOpen;
  const names = yearNames(years.map((year) => year.fiscalYear));
  const summed = years.some((year) => year.cumulative !== null);
  const goal = chart.targets.length === 1 ? chart.targets[0] : undefined;
  return (
    <ChartWithTable
      kind="bar"
      headingLevel={4}
      title={`${indicator.name}の年度ごとの値`}
      description={chartWords(
        names,
        years.map((year) => year.value),
        unit,
      )}
      categoryHeader="年度"
      categories={names}
      unit={unit || '単位なし'}
      series={[
        { label: 'その年度', values: years.map((year) => year.value) },
        ...(summed ? [{ label: '累計', values: years.map((year) => year.cumulative) }] : []),
      ]}
      reference={goal === undefined ? undefined : { label: summed ? '累計の目標' : '目標', value: goal.value }}
      cell={(value, at) => {
        const year = years[at.category]?.fiscalYear;
        if (year === undefined) return amount(value, '');
        const href = facts
          ? behindHref(indicator.id, { fiscalYear: year, scope: at.series === 0 ? 'year' : 'value', month: null })
          : `/indicators/${indicator.id}?fiscalYear=${year}`;
        return (
          <Link href={href} aria-label={`${fiscalYearLabel(year)} ${amount(value, unit)}のもとを見る`}>
            {amount(value, '')}
          </Link>
        );
      }}
      table="below"
      note={<ReportYears indicator={indicator} />}
    />
  );
}
