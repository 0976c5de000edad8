import type { IndicatorView } from '@kotae/contracts';
import { Card, EmptyState, PageHeader, TargetBar } from '@kotae/ui';
import { actualOf, amountWords, baselineOf, formulaWords, targetOf, verdictTone } from '../parts/indicator-words';
import { planHref } from '../parts/plan-href';
import type { PageProps } from './page-props';

/** How far the plan has come, each indicator in one line. */
export function PlanPage({ page, frame }: PageProps<'plan'>) {
  const { plans, planId, indicators } = page;
  const plan = plans.find((candidate) => candidate.id === planId);
  return (
    <div className="k-container k-stack k-stack--large">
      <PageHeader
        eyebrow={plan?.name}
        title="計画の進みぐあい"
        lead={
          plan?.own
            ? `${frame.city.name}の計画が目標にしている数です。市民の声から数えるものは、声が届くたびに新しくなります（集計中）。年度を締めた数は変わりません（確定）。`
            : 'ほかの市の計画に書かれている指標です。参考として、書かれているとおりに載せています。'
        }
      />
      {plans.length > 1 && (
        <nav aria-label="計画を選ぶ">
          <ul className="p-plans">
            {plans.map((candidate) => (
              <li key={candidate.id}>
                <a href={planHref(candidate.id)} aria-current={candidate.id === planId ? 'true' : undefined}>
                  {candidate.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {indicators.length === 0 ? (
        <EmptyState title="指標は、まだ登録されていません" />
      ) : (
        <div className="k-stack">
          {indicators.map((indicator) => (
            <Indicator key={indicator.id} indicator={indicator} />
          ))}
        </div>
      )}
    </div>
  );
}

function Indicator({ indicator }: { indicator: IndicatorView }) {
  const target = targetOf(indicator);
  const href = `/plan/${encodeURIComponent(indicator.id)}`;
  const actual = actualOf(indicator);
  if (target !== null) {
    return (
      <TargetBar
        name={indicator.name}
        headingLevel={2}
        href={href}
        baseline={baselineOf(indicator)}
        target={target}
        actual={actual}
        verdict={indicator.achievement.words}
        verdictTone={verdictTone(indicator)}
        formula={formulaWords(indicator)}
      />
    );
  }
  return (
    <Card title={indicator.name} headingLevel={2} href={href}>
      <p>
        {indicator.printed.target === null ? '目標の記載はありません' : `目標 ${indicator.printed.target}`}
        {actual && `　${actual.when ?? ''} ${amountWords(actual.value, indicator.unit)}`}
      </p>
    </Card>
  );
}
