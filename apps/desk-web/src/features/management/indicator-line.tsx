import type { IndicatorView } from '@kotae/contracts';
import { Heading, Link, TargetBar } from '@kotae/ui';
import { useMay } from '../../shared/session';
import { behindHref } from './behind';
import { amount, currentWhen, lastKnown, printedBaseline, printedValue } from './figures';

/** One indicator in one line, and the way to what stands behind it. */
export function IndicatorLine(props: { indicator: IndicatorView; fiscalYear: number; opened?: boolean }) {
  const { indicator, fiscalYear, opened = false } = props;
  const mayOpen = useMay('indicator.open');
  const { target, printed, unit, achievement, current } = indicator;
  const goal = printedValue(target.value, printed.target, unit, target.asOf);
  const start = printedBaseline(indicator);
  const value = current?.value ?? null;
  const earlier = value === null ? lastKnown(indicator, fiscalYear) : null;
  const actual = value === null ? null : { value, text: amount(value, unit), when: currentWhen(indicator) };
  const href = opened ? undefined : `/indicators/${indicator.id}?fiscalYear=${fiscalYear}`;
  const formula = `見方：${achievement.formulaName}`;
  // That there is no value is said already; why nothing can be said is not.
  const isUnsaid = achievement.met === null && achievement.why !== null && achievement.words !== '値がまだありません';
  const tone = achievement.met === null ? 'neutral' : achievement.met ? 'success' : 'warning';
  return (
    <div className="d-indicator">
      {goal ? (
        <TargetBar
          name={indicator.name}
          headingLevel={opened ? 1 : 2}
          href={href}
          baseline={start}
          target={goal}
          actual={actual}
          verdict={achievement.words}
          verdictTone={tone}
          formula={formula}
        />
      ) : (
        <div className="k-target-frame">
          <div className="k-target">
            <Heading level={opened ? 1 : 2} className="k-target__name">
              {href ? <Link href={href}>{indicator.name}</Link> : indicator.name}
            </Heading>
            <p className="k-target__bar">
              <span className="k-muted">目標</span> {printed.target ?? '計画に書かれていません'}
            </p>
            <p className="k-target__actual">
              {actual ? actual.text : '…'}
              <small>{actual ? actual.when : 'まだ値がありません'}</small>
            </p>
            <p className={`k-target__verdict k-target__verdict--${tone}`}>
              {achievement.words}
              <small>{formula}</small>
            </p>
          </div>
        </div>
      )}
      {!opened && isUnsaid && <p className="d-indicator__why">{achievement.why}</p>}
      <p className="d-indicator__source">
        {indicator.modeWords}・{indicator.sourceWords}
        {earlier && <span>{earlier}</span>}
        {indicator.sourceKind === 'facts' && value !== null && mayOpen && (
          <Link href={behindHref(indicator.id, { fiscalYear, scope: 'value', month: null })}>
            もとの意見 {amount(value, unit)}を見る
          </Link>
        )}
      </p>
    </div>
  );
}
