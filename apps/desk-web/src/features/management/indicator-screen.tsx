import type { DeskIndicatorView } from '@kotae/contracts';
import { fiscalYearLabel, fiscalYearOf } from '@kotae/kernel';
import { Breadcrumbs, ChartWithTable, DateText, DefinitionList, Link } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { useMay } from '../../shared/session';
import { indicatorQuery } from './api';
import { behindHref } from './behind';
import { ClosedValue, ClosedYears } from './closed-years';
import { amount, chartWords, closingMark, monthName, yearNames } from './figures';
import { IndicatorLine } from './indicator-line';
import { TypedValues } from './typed-values';

export function IndicatorScreen() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { today } = useReference();
  const fiscalYear = Number(params.get('fiscalYear')) || fiscalYearOf(today);
  const indicator = useQuery(indicatorQuery(id, fiscalYear));
  usePageTitle(indicator.data?.name ?? '指標');
  return (
    <Loaded query={indicator} label="指標を読み込んでいます">
      {(data) => <Indicator indicator={data} fiscalYear={fiscalYear} />}
    </Loaded>
  );
}

/** One indicator opened: by year, by month, what the plan prints, and what is ambiguous about it. */
function Indicator({ indicator, fiscalYear }: { indicator: DeskIndicatorView; fiscalYear: number }) {
  const mayWrite = useMay('indicator.write');
  const { unit, printed, current, yearly, monthly } = indicator;
  // Growth is judged in %, its years are in their own unit: the target is no line across them.
  const yearUnit = indicator.yearUnit ?? unit;
  const mayOpen = useMay('indicator.open');
  const facts = indicator.sourceKind === 'facts' && mayOpen;
  const cumulative = yearly.some((year) => year.cumulative !== null);
  const years = yearly.map((year) => year.fiscalYear);
  const names = yearNames(years);
  return (
    <div className="k-stack k-stack--large d-indicator-page">
      <div className="k-stack k-stack--small">
        <Breadcrumbs
          items={[
            { href: `/plans/${indicator.planId}?fiscalYear=${fiscalYear}`, label: indicator.planName },
            { label: indicator.name },
          ]}
        />
        <IndicatorLine indicator={indicator} fiscalYear={fiscalYear} opened />
        {indicator.achievement.why && <p className="d-quiet">{indicator.achievement.why}</p>}
        <ClosedValue indicatorId={indicator.id} planId={indicator.planId} fiscalYear={fiscalYear} />
      </div>
      {yearly.length > 0 && (
        <ChartWithTable
          kind="bar"
          headingLevel={2}
          title="年度ごと"
          description={chartWords(
            names,
            yearly.map((year) => year.value),
            yearUnit,
          )}
          categoryHeader="年度"
          categories={names}
          mark={(at) => {
            const year = yearly[at];
            return year === undefined || year.value === null ? null : closingMark(year.closed);
          }}
          unit={yearUnit || '単位なし'}
          series={[
            { label: 'その年度', values: yearly.map((year) => year.value) },
            ...(cumulative ? [{ label: '累計', values: yearly.map((year) => year.cumulative) }] : []),
          ]}
          reference={
            indicator.target.value === null || yearUnit !== unit
              ? undefined
              : {
                  label: '目標',
                  value: indicator.target.value,
                }
          }
          cell={(value, at) => {
            const year = years[at.category];
            if (!facts || year === undefined) return amount(value, '');
            const scope = at.series === 0 ? 'year' : 'value';
            return (
              <Link href={behindHref(indicator.id, { fiscalYear: year, scope, month: null })}>{amount(value, '')}</Link>
            );
          }}
          note={current && <>{<DateText day={current.asOf} format="short" />}現在</>}
        />
      )}
      {monthly.length > 0 && (
        <ChartWithTable
          kind="bar"
          headingLevel={2}
          title={`${fiscalYearLabel(fiscalYear)}の月ごと`}
          description={chartWords(
            monthly.map((m) => monthName(m.month)),
            monthly.map((m) => m.value),
            yearUnit,
          )}
          categoryHeader="月"
          categories={monthly.map((m) => monthName(m.month))}
          unit={yearUnit || '単位なし'}
          series={[{ label: '件数', values: monthly.map((m) => m.value) }]}
          cell={(value, at) => {
            const month = monthly[at.category]?.month;
            if (!facts || !month) return amount(value, '');
            return (
              <Link href={behindHref(indicator.id, { fiscalYear, scope: 'month', month })}>{amount(value, '')}</Link>
            );
          }}
        />
      )}
      {(indicator.sourceKind === 'typed' || indicator.sourceKind === 'imported') && (
        <TypedValues indicator={indicator} fiscalYear={fiscalYear} mayWrite={mayWrite} />
      )}
      <ClosedYears indicatorId={indicator.id} planId={indicator.planId} />
      <section className="k-stack k-stack--small">
        <h2>計画に書かれていること</h2>
        <DefinitionList
          look="dense"
          items={[
            { term: '計画', detail: indicator.planName },
            {
              term: '基準',
              detail: [printed.baseline ?? '書かれていません', indicator.baseline.asOf].filter(Boolean).join('　'),
            },
            {
              term: '目標',
              detail: [printed.target ?? '書かれていません', indicator.target.asOf].filter(Boolean).join('　'),
            },
            { term: '数え方', detail: indicator.modeWords },
            {
              term: '値の出どころ',
              detail: indicator.sourceWords,
              action: <Link href={`/indicators/${indicator.id}/definition`}>この指標の数え方</Link>,
            },
            { term: '達成の見方', detail: indicator.achievement.formulaName },
          ]}
        />
        {indicator.notes.length > 0 && (
          <>
            <h3>読み方の注意</h3>
            <ul>
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
