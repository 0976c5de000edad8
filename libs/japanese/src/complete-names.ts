import { couldBeGivenName } from './name-shape';
import { isGivenName, nameStrength } from './person-name';
import type { Found } from './pii-span';

const GIVEN_AFTER =
  /^ ?([ぁ-ん]{1,3}[子代美江枝恵香]|[ァ-ヶー]{2,4}[子代美江枝]|[ァ-ヶー]{2,5}|[ぁ-ん]{2,4}?|[一-龠々]{2,3})(?=[ 、。()「」\n]|さん|様|さま|くん|ちゃん|氏|です|と申|といい|が|は|の|を|に|も|$)/;
const FAMILY_BEFORE = /(?:^|[^一-龠々ヶァ-ヴー])([一-龠々ヶ]{1,4}) ?$/;

/** Half a name is found sometimes, the family name or the given name: the other half beside it belongs to the span. */
export function completeNames(text: string, found: readonly Found[]): Found[] {
  return found.map((span) => {
    if (span.kind !== 'name') return span;
    const name = text.slice(span.start, span.end);
    if (nameStrength(name) === 'surname') {
      const match = GIVEN_AFTER.exec(text.slice(span.end, span.end + 12));
      const given = match?.[1] ?? '';
      const spaced = match?.[0].startsWith(' ') === true;
      const belongs = /^[一-龠々]+$/.test(given)
        ? spaced && couldBeGivenName(given)
        : isGivenName(given) || /^(?:[ぁ-ん]{1,3}|[ァ-ヶー]{2,4})[子代美江枝恵香]$/.test(given);
      if (match !== null && given !== '' && belongs) return { ...span, end: span.end + match[0].length };
    } else if (isGivenName(name) && !name.includes(' ')) {
      const before = FAMILY_BEFORE.exec(text.slice(Math.max(0, span.start - 6), span.start));
      const family = before?.[1] ?? '';
      if (before !== null && family !== '' && nameStrength(family) === 'surname')
        return { ...span, start: span.start - before[0].length + before[0].lastIndexOf(family) };
    }
    return span;
  });
}
