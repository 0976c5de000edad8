import type { PlanView } from '@kotae/contracts';
import { fiscalYearLabel, fiscalYearOf } from '@kotae/kernel';
import { DateText, EmptyState, PageHeader, Select } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ApiError } from '../../shared/api-error';
import { Loaded, Refused } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { indicatorsQuery, plansQuery } from './api';
import { ClosedMark } from './closed-mark';
import { firstLook, yearsOf } from './figures';
import { IndicatorLine } from './indicator-line';
import { PlanPlaces } from './plan-places';
import { ReportLinks } from './report-links';

/** The plan on one page: each indicator a line that can be read from across a table. */
export function PlanScreen() {
  usePageTitle('計画の指標');
  const { planId } = useParams();
  const plans = useQuery(plansQuery);
  return (
    <Loaded query={plans} label="計画を読み込んでいます">
      {(list) => {
        const plan = planId ? list.find((one) => one.id === planId) : (list.find((one) => one.own) ?? list[0]);
        if (plan) return <Plan plan={plan} plans={list} />;
        if (planId) return <Refused error={new ApiError(404, 'not_found', '')} />;
        return <EmptyState title="計画はまだ登録されていません" headingLevel={1} />;
      }}
    </Loaded>
  );
}

function Plan({ plan, plans }: { plan: PlanView; plans: readonly PlanView[] }) {
  const { today } = useReference();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const current = fiscalYearOf(today);
  const years = yearsOf(plan, current);
  const year = years.find((one) => String(one) === params.get('fiscalYear')) ?? firstLook(plan, current);
  const indicators = useQuery(indicatorsQuery(plan.id, year));
  return (
    <div className="k-stack d-plan">
      <PageHeader
        title={plan.name}
        eyebrow={plan.own ? '市の計画' : `参考：${plan.municipality}の計画`}
        actions={
          <div className="d-plan__choices k-no-print">
            <Select
              id="plan"
              name="plan"
              label="計画"
              badge="none"
              value={plan.id}
              options={plans.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(event) => void navigate(`/plans/${event.currentTarget.value}`)}
            />
            <Select
              id="fiscal-year"
              name="fiscalYear"
              label="年度"
              badge="none"
              width="short"
              value={String(year)}
              options={years.map((one) => ({ value: String(one), label: fiscalYearLabel(one) }))}
              onChange={(event) => setParams({ fiscalYear: event.currentTarget.value })}
            />
          </div>
        }
      />
      <Loaded query={indicators} label="指標を読み込んでいます">
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="この計画には指標がありません">
              <PlanPlaces plan={plan} />
            </EmptyState>
          ) : (
            <>
              <Summary met={list.map((one) => one.achievement.met)} />
              <ClosedMark planId={plan.id} fiscalYear={year} />
              <ReportLinks planId={plan.id} fiscalYear={year} />
              <div className="d-plan__lines">
                {list.map((indicator) => (
                  <IndicatorLine key={indicator.id} indicator={indicator} fiscalYear={year} />
                ))}
              </div>
              <p className="d-quiet">
                <DateText day={today} format="short" />
                現在。達成の見方は計画ごとに違うため、式の名前を数字のそばに書いています。
              </p>
              <PlanPlaces plan={plan} />
            </>
          )
        }
      </Loaded>
      {plan.notes.length > 0 && (
        <section>
          <h2>この計画の読み方</h2>
          <ul>
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Summary({ met }: { met: readonly (boolean | null)[] }) {
  const count = (wanted: boolean | null) => met.filter((one) => one === wanted).length;
  return (
    <p className="d-plan__summary">
      {met.length}の指標のうち、目標に届いているもの <strong>{count(true)}</strong>、届いていないもの{' '}
      <strong>{count(false)}</strong>
      {count(null) > 0 && (
        <>
          、まだ言えないもの <strong>{count(null)}</strong>
        </>
      )}
    </p>
  );
}
