import type { Indicator, Plan } from './model';

/** What about a plan or an indicator can be changed by the city itself. */
export const DEFINITION_CHANGE_KINDS = ['created', 'source', 'target', 'formula', 'wording'] as const;
export type DefinitionChangeKind = (typeof DEFINITION_CHANGE_KINDS)[number];

export const DEFINITION_CHANGE_LABELS: Readonly<Record<DefinitionChangeKind, string>> = {
  created: '登録',
  source: '数え方の変更',
  target: '目標値の見直し',
  formula: '達成の見方の変更',
  wording: '名前・説明の変更',
};

/**
 * One change of a plan or an indicator, kept for ever with what was there before. `version` counts the changes of what it
 * is about: 1 is the first. `before` is null for what was made.
 */
export type DefinitionChange = ChangeHead &
  (
    | { readonly about: 'plan'; readonly before: Plan | null; readonly after: Plan }
    | { readonly about: 'indicator'; readonly before: Indicator | null; readonly after: Indicator }
  );

interface ChangeHead {
  readonly planId: string;
  readonly aboutId: string;
  readonly version: number;
  readonly kind: DefinitionChangeKind;
  readonly reason: string;
  readonly author: string;
  readonly authorId: string | null;
  readonly recordedAt: Date;
}

export type IndicatorChange = Extract<DefinitionChange, { about: 'indicator' }>;

/** The changes of one indicator, oldest first. */
export function changesOf(changes: readonly DefinitionChange[], indicatorId: string): IndicatorChange[] {
  return changes.flatMap((change) => (change.about === 'indicator' && change.aboutId === indicatorId ? [change] : []));
}

/** How often a thing was changed; what somebody changes next must name this number. */
export function versionOf(changes: readonly DefinitionChange[], about: 'plan' | 'indicator', id: string): number {
  return changes.reduce((max, c) => (c.about === about && c.aboutId === id ? Math.max(max, c.version) : max), 0);
}
