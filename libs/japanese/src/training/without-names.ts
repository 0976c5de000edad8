import { findNames } from '../find-names';
import { findNamesLearnt } from '../names-learnt';
import type { NameWeights } from '../name-tags';
import { namedLetter, type NamedText } from './marked-text';

/** Of unlabelled texts those in which neither the rules nor the given tagger sees a name. */
export function withoutNames(texts: readonly string[], weights: NameWeights): NamedText[] {
  return texts
    .map((text) => namedLetter(text, []))
    .filter(
      ({ text }) =>
        findNames(text, [], null).length === 0 && findNamesLearnt(text, { weights, lean: 0.5 }).length === 0,
    );
}
