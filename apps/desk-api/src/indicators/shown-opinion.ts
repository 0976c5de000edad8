import type { CountedOpinion } from '@kotae/indicators';
import type { OpinionShown } from '@kotae/persistence';

/** An opinion behind a number with its text as its reader may see it. */
export interface ShownOpinion {
  readonly counted: CountedOpinion;
  readonly opinion: OpinionShown;
  readonly text: string;
}
