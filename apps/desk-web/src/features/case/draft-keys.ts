import type { KeyBinding } from '../../shared/keys';
import { withMerge } from './triage-draft';
import type { Triage } from './use-triage';

/** Keys that work only now and then: offered when they do. */
export function draftKeys({ draft, changed, change, undo }: Triage): KeyBinding[] {
  return [
    ...(draft.opinions.length > 1 ? [{ keys: ['m'], label: 'まとめる', bar: true, run: () => change(withMerge) }] : []),
    ...(changed ? [{ keys: ['z'], label: '元に戻す', bar: true, run: undo }] : []),
  ];
}
