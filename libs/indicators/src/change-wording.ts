import { DomainError, type Actor } from '@kotae/kernel';
import { changeIndicator, type ChangeRequest } from './change-definition';
import type { IndicatorChange } from './definition-change';
import {
  changedWords,
  printedProblems,
  withoutOldWords,
  worded,
  wordsProblems,
  type IndicatorWords,
} from './indicator-words';
import type { IndicatorDeps } from './ports';
import { unitProblems } from './unit-change';

export interface WordingChange extends ChangeRequest, IndicatorWords {}

/**
 * Changes what an indicator of the city's own plan is called and measured in, where the plan names it, and its baseline.
 * Closed years keep their words; numbers that stand keep their scale. Throws `not_found`,
 * `wrong_state` (a reference plan), `stale`, `invalid_input`.
 */
export function changeWording(deps: IndicatorDeps, actor: Actor, input: WordingChange): Promise<IndicatorChange> {
  return changeIndicator(deps, actor, 'wording', input, async (before, plan, store) => {
    if (!plan.own)
      throw new DomainError('wrong_state', '参考の計画は、印刷されたとおりに見せています。名前などは変えられません。');
    const others = (await store.indicatorsOf(plan.id)).filter((other) => other.id !== before.id);
    const words = { ...input, baseline: withoutOldWords(before.baseline, input.baseline) };
    const fields = [
      ...wordsProblems(words, others),
      ...printedProblems(before.baseline, words.baseline),
      ...(await unitProblems(store, before, words.unit)),
    ];
    if (fields.length > 0) throw new DomainError('invalid_input', '入力を確かめてください。', fields);
    const after = worded(before, words);
    const changed = changedWords(before, after);
    if (changed.length === 0) {
      const message = 'いまと同じです。変えるところを書いてください。';
      throw new DomainError('invalid_input', message, [{ field: 'name', message }]);
    }
    const names = changed.map(({ what }) => what).join('・');
    const old = changed.map(({ what, before: words }) => `${what}「${words}」`).join('、');
    return { after, note: `${names}を変えました。前は${old}。` };
  });
}
