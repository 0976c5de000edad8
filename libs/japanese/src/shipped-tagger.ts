import { NAME_WEIGHTS } from './name-weights';
import { unpackNameWeights, type NameWeights } from './name-tags';

/** A tagger and where it stands between finding more and being wrong less. */
export interface NameTagger {
  readonly weights: NameWeights;
  /** Added to what speaks for a name, in log odds. */
  readonly lean: number;
}

/** Chosen by `infra/tools/train-names.ts --check`. */
const LEAN = 1;
let shipped: NameTagger | null = null;

/** The tagger of the product, unpacked once. */
export function shippedTagger(): NameTagger {
  shipped ??= { weights: unpackNameWeights(NAME_WEIGHTS), lean: LEAN };
  return shipped;
}
