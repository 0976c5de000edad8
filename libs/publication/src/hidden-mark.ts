import type { PiiKind } from '@kotae/kernel';

/** One place that a person hid in the editor: of what kind, and whether the machine had pointed at it. */
export interface HiddenMark {
  readonly kind: PiiKind;
  readonly found: boolean;
}
