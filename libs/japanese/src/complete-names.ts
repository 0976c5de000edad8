import { isOldNameInHiragana } from './given-names';
import { couldBeGivenName, isSpacedName } from './name-shape';
import { isGivenName, nameStrength } from './person-name';
import type { Found } from './pii-span';

const GIVEN_AFTER =
  /^ ?([ぁ-ん]{1,3}[子代美江枝恵香]|[ァ-ヶー]{2,4}[子代美江枝]|[ァ-ヶー]{2,5}|[ぁ-ん]{2,4}?|[一-龠々]{2,3})(?=[ 、。()「」\n]|さん|様|さま|くん|ちゃん|氏|です|と申|といい|が|は|の|を|に|も|$)/;
const FAMILY_BEFORE = /(?:^|[^一-龠々ヶァ-ヴー])([一-龠々ヶ]{1,4}) ?$/;

const THIRD_WORD = /^ ([一-龠々]{1,3}|[ぁ-ん]{2,4})(?=[ 、。()\n]|様|さん|$)/;

/** 「西原 番匠 定一」: the first of three words is a place that reads like a family name. */
function behindPlace(text: string, span: Found): Found | null {
  const [place = '', family = ''] = text.slice(span.start, span.end).split(' ');
  const given = THIRD_WORD.exec(text.slice(span.end, span.end + 6))?.[1] ?? '';
  if (family === '' || given === '' || nameStrength(place) === 'full' || isGivenName(family)) return null;
  if (!isSpacedName(`${family} ${given}`)) return null;
  return { ...span, start: span.start + place.length + 1, end: span.end + 1 + given.length };
}

/** Half a name is found sometimes, the family name or the given name: the other half beside it belongs to the span. */
export function completeNames(text: string, found: readonly Found[]): Found[] {
  return found.map((span) => {
    if (span.kind !== 'name') return span;
    const name = text.slice(span.start, span.end);
    // 「松谷みよ|子」: the last character of a name in kana.
    if (
      /[一-龠][ ]?[ぁ-んァ-ヶー]{2,3}$/.test(name) &&
      /^[子代江枝](?![一-龠])/.test(text.slice(span.end, span.end + 2))
    )
      return { ...span, end: span.end + 1 };
    const shifted = behindPlace(text, span);
    if (shifted !== null) return shifted;
    if (nameStrength(name) === 'surname') {
      const match = GIVEN_AFTER.exec(text.slice(span.end, span.end + 12));
      const given = match?.[1] ?? '';
      const spaced = match?.[0].startsWith(' ') === true;
      const belongs = /^[一-龠々]+$/.test(given)
        ? spaced && couldBeGivenName(given)
        : isGivenName(given) ||
          (spaced && isOldNameInHiragana(given)) ||
          /^(?:[ぁ-ん]{1,3}|[ァ-ヶー]{2,4})[子代美江枝恵香]$/.test(given);
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
