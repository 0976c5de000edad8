import type { IndicatorView } from '@kotae/contracts';
import { fiscalYearLabel, fiscalYearMonths, fiscalYearOf, fiscalYearShort } from '@kotae/kernel';
import {
  Breadcrumbs,
  ChartWithTable,
  DateText,
  DefinitionList,
  PageHeader,
  TargetBar,
  type Definition,
} from '@kotae/ui';
import {
  actualOf,
  amountWords,
  baselineOf,
  closingMark,
  formulaWords,
  targetOf,
  verdictTone,
} from '../parts/indicator-words';
import { planHref } from '../parts/plan-href';
import type { PageProps } from './page-props';

/** One indicator: where it stands, by year and by month, how it is counted, and what the plan prints. */
export function IndicatorPage({ page }: PageProps<'indicator'>) {
  const { indicator } = page;
  const target = targetOf(indicator);
  return (
    <div className="k-container k-stack k-stack--large">
      <Breadcrumbs
        items={[
          { label: '最初のページ', href: '/' },
          { label: '計画の進みぐあい', href: planHref(indicator.planId) },
          { label: indicator.name },
        ]}
      />
      <PageHeader
        eyebrow={indicator.planName}
        title={indicator.name}
        lead={
          indicator.current && (
            <p>
              <DateText day={indicator.current.asOf} />
              現在
            </p>
          )
        }
      />
      {target !== null && (
        <TargetBar
          name="いまの値"
          headingLevel={2}
          baseline={baselineOf(indicator)}
          target={target}
          actual={actualOf(indicator)}
          verdict={indicator.achievement.words}
          verdictTone={verdictTone(indicator)}
          formula={formulaWords(indicator)}
        />
      )}
      {indicator.achievement.why !== null && <p>{indicator.achievement.why}</p>}
      <YearlyChart indicator={indicator} />
      <MonthlyChart indicator={indicator} />
      <section className="k-stack" aria-labelledby="about-title">
        <h2 id="about-title">数え方と出どころ</h2>
        <DefinitionList items={definitions(indicator)} />
        {indicator.notes.length > 0 && (
          <>
            <h3>気をつけて読むところ</h3>
            <ul className="k-measure">
              {indicator.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
}

function YearlyChart({ indicator }: { indicator: IndicatorView }) {
  const { yearly, target } = indicator;
  if (!yearly.some((year) => year.value !== null)) return <p className="k-muted">年度ごとの値は、まだありません。</p>;
  const running = yearly.some((year) => year.cumulative !== null);
  const known = yearly.filter((year) => year.value !== null);
  const last = known.at(-1);
  return (
    <ChartWithTable
      kind="bar"
      headingLevel={2}
      title="年度ごとの推移"
      categoryHeader="年度"
      unit={indicator.unit}
      description={
        last === undefined
          ? '値はまだありません。'
          : `${fiscalYearLabel(known[0]?.fiscalYear ?? last.fiscalYear)}から${fiscalYearLabel(last.fiscalYear)}まで。${fiscalYearLabel(last.fiscalYear)}は${amountWords(last.value ?? 0, indicator.unit)}。`
      }
      categories={yearly.map((year) => fiscalYearShort(year.fiscalYear))}
      mark={(at) => markOf(yearly[at])}
      note={<>確定：年度を締めた数です。集計中：これから変わることがあります。</>}
      series={[
        { label: 'その年度', values: yearly.map((year) => year.value) },
        ...(running ? [{ label: '累計', values: yearly.map((year) => year.cumulative) }] : []),
      ]}
      reference={target.value === null ? undefined : { label: '目標', value: target.value }}
    />
  );
}

function markOf(year: IndicatorView['yearly'][number] | undefined): string | null {
  return year === undefined || year.value === null ? null : closingMark(year.closed);
}

function MonthlyChart({ indicator }: { indicator: IndicatorView }) {
  const { monthly } = indicator;
  const first = monthly[0];
  if (first === undefined) return null;
  const fiscalYear = fiscalYearOf(`${first.month}-01`);
  const months = fiscalYearMonths(fiscalYear);
  const total = monthly.reduce((sum, month) => sum + month.value, 0);
  return (
    <ChartWithTable
      kind="bar"
      headingLevel={2}
      title={`${fiscalYearLabel(fiscalYear)}の月ごと`}
      categoryHeader="月"
      unit={indicator.unit}
      description={`${fiscalYearLabel(fiscalYear)}は、いままでに合わせて${amountWords(total, indicator.unit)}。`}
      categories={months.map((month) => `${Number(month.slice(5))}月`)}
      series={[
        {
          label: `その月（${indicator.unit}）`,
          // Months that have not come are a gap, not a zero.
          values: months.map((month) => monthly.find((known) => known.month === month)?.value ?? null),
        },
      ]}
    />
  );
}

function definitions(indicator: IndicatorView): Definition[] {
  const { printed, baseline, target } = indicator;
  const withDay = (text: string | null, asOf: string | null) =>
    text === null ? '記載なし' : `${text}${asOf === null ? '' : `　${asOf}`}`;
  return [
    { term: '計画に書かれた基準', detail: withDay(printed.baseline, baseline.asOf) },
    { term: '計画に書かれた目標', detail: withDay(printed.target, target.asOf) },
    ...(indicator.definition ? [{ term: '計画に書かれた説明', detail: indicator.definition }] : []),
    ...(indicator.countingWords ? [{ term: 'いまの数え方', detail: indicator.countingWords }] : []),
    { term: '年度のまとめ方', detail: indicator.modeWords },
    { term: '値の出どころ', detail: indicator.sourceWords },
    { term: '達成の計算', detail: indicator.achievement.formulaName },
    ...sources(indicator),
  ];
}

function sources({ yearly }: IndicatorView): Definition[] {
  const texts = [...new Set(yearly.map((year) => year.sourceText).filter((text) => text !== null))];
  return texts.length === 0 ? [] : [{ term: '資料', detail: texts.join('、') }];
}
