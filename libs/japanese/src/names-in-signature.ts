import { foldKana } from './bigrams';
import { KANA_SURNAMES } from './kana-surnames';
import { K, KATAKANA_FULL, LATIN_FULL, eachName, type AddName } from './name-patterns';
import { couldBeAnyName, isSpacedName } from './name-shape';
import { endsInRole } from './name-words';
import { isSurely, nameStrength } from './person-name';
import type { Found } from './pii-span';

const SIDE = `(${K}{1,5}(?: ${K}{1,4})?|${K}{2,4} ?[ぁ-んァ-ヶー]{2,3}${K}?|${KATAKANA_FULL})`;
const BEFORE_ANCHOR = new RegExp(`(?:^|[。\\n、,・ )(/])${SIDE}[、,。 :(]{1,2}(?:[^。\\n0-9]{1,12})?$`);
const AFTER_ANCHOR = new RegExp(
  `^[)）]?(?:の|[、,。 ・:(\\n]{1,3})(?:漁師|農家|代表|会長|事務局)?${SIDE}(?=[。、・\\n ()です]|方|$)`,
);

/** 「イ・ジュノ」 beside an e-mail address or a number. */
const KATAKANA_PAIR = /^[ァ-ヴー]{1,8}[・ ][ァ-ヴー・ ]{2,20}$/;

/** 「古賀、090-…」, 「南町1丁目9-3、水野。」: a family name right beside contact data. */
export function findNamesBesideAnchors(text: string, anchors: readonly Found[], add: AddName): void {
  for (const anchor of anchors) {
    if (anchor.kind === 'illness') continue;
    const before = text.slice(Math.max(0, anchor.start - 26), anchor.start);
    const left = BEFORE_ANCHOR.exec(before);
    if (left !== null) {
      const name = left[1] ?? '';
      if (isSpacedName(name) || KATAKANA_PAIR.test(name) || (nameStrength(name) !== 'none' && !endsInRole(name)))
        add(anchor.start - before.length + left.index + left[0].indexOf(name), name);
    }
    const right = AFTER_ANCHOR.exec(text.slice(anchor.end, anchor.end + 16));
    const name = right?.[1] ?? '';
    if (right === null || name === '') continue;
    const strength = nameStrength(name);
    const closed = /^(?:[。\n)]|です|でござい|方|$)/.test(text.slice(anchor.end + right[0].length));
    const joint = right[0].slice(0, right[0].indexOf(name));
    if (
      isSurely(name) ||
      isSpacedName(name) ||
      (strength === 'word' && name.length >= 2 && closed && !joint.endsWith('の'))
    )
      add(anchor.end + right[0].indexOf(name), name);
  }
}

const NOT_SIGNATURE = /[。、!?！？]|です|ます|ください|した|して|から|まで|こと/;
const SIGNATURE_SKIP =
  /^(?:敬具|草々|かしこ|以上|拝|記|様|御中|各位|市民|匿名|殿|写|追伸|携帯|電話|住所|自宅|連絡先|氏名|代表|事務局|会長)$/;
const SPACED_PAIR = /^[一-龠々ヶ]{1,4} (?:[一-龠々]{1,4}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,4})$/;

/** Names in lines that carry no sentence: signatures. */
export function findNamesInSignatures(text: string, anchors: readonly Found[], add: AddName): void {
  let offset = 0;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const start = offset;
    offset += line.length + 1;
    if (line.length > 60 || lines.length === 1) return;
    const anchored = anchors.some((a) => a.start >= start - 1 && a.end <= start + line.length + 1);
    const late = index >= lines.length - 4 || /^[-=_ー―—*]{2,}/.test(lines[index - 1] ?? '');
    if (!anchored && (!late || NOT_SIGNATURE.test(line))) return;
    if (/御中|宛|様$/.test(line) && index < 2) return;
    signatureTokens(line, start, anchored, add);
  });
  for (const m of text.matchAll(
    new RegExp(`^ ?(${LATIN_FULL}|${KATAKANA_FULL}|[A-Z]{2,12} [A-Z]{2,12}(?: [A-Z]{2,12})?) ?$`, 'gm'),
  )) {
    if (m.index > text.length / 2) add(m.index + m[0].indexOf(m[1] ?? ''), m[1] ?? '');
  }
  closingLines(text, add);
  eachName(text, CLOSING_WORD, (name, start) => {
    if (isSurely(name) || isSpacedName(name)) add(start, name);
  });
  spacedOutLines(text, add);
}

function signatureTokens(line: string, start: number, anchored: boolean, add: AddName): void {
  const body = line.replace(/[。].*$/, '');
  const tokens = [...body.matchAll(/[^ ・:(),/|、「」<>[\]0-9-]+/g)];
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t];
    if (token === undefined) continue;
    const word = token[0].replace(/(?:拝|より|記|です|様|でした)$/, '');
    const at = start + token.index;
    const next = tokens[t + 1];
    const behind = token.index + token[0].length;
    if (next !== undefined && body[behind] === ' ' && next.index === behind + 1) {
      const pair = `${token[0]} ${next[0].replace(/(?:拝|より|記)$/, '')}`;
      if (SPACED_PAIR.test(pair) && /full/.test(nameStrength(pair)) && !endsInRole(token[0])) {
        add(at, pair);
        t += 1;
        continue;
      }
    }
    if (SIGNATURE_SKIP.test(word) || !/^[一-龠々ヶァ-ヶーぁ-ん]{1,7}$/.test(word)) continue;
    const strength = nameStrength(word);
    const alone = line.trim() === word;
    if (strength === 'full' || strength === 'likely_full') add(at, word);
    else if (strength === 'surname' && !endsInRole(word)) add(at, word);
    else if (strength === 'word' && (anchored || alone) && tokens.length <= 4 && !/[町市区県]$/.test(word))
      add(at, word);
    else if (alone && /^[ぁ-んァ-ヴー]+$/.test(word) && KANA_SURNAMES.has(foldKana(word))) add(at, word);
  }
}

/** A name behind the last sentence, on its line: 「…教えてください。三枝」. */
const CLOSING_WORD = new RegExp(`[。!?)」] ?(${K}{2,4}(?: ${K}{1,3})?)\\s*$`, 'g');
const CLOSING = /^ ?((?:[一-龠々ヶ﨑髙]|𠮷)[一-龠々ヶァ-ヶーぁ-ん ]{1,8}?) ?(?:より|拝|記|㊞|印|\(印\))?$/;

/** The last line of a letter, when nothing but a name stands there; or a spaced name on one of the last lines. */
function closingLines(text: string, add: AddName): void {
  const lines = text.trimEnd().split('\n');
  let offset = 0;
  const last = lines.length - 1;
  lines.forEach((line, index) => {
    const start = offset;
    offset += line.length + 1;
    if (index === 0 || index < last - 3 || line.length > 14) return;
    const name = CLOSING.exec(line.trim())?.[1]?.trim() ?? '';
    if (name === '') return;
    const alone = index === last && /^(?:[一-龠々ヶ]{2,5}|[一-龠々]{1,3}[ァ-ヶー]{2,3}[ヱエ子江]?)$/.test(name);
    if (isSpacedName(name) || (alone && /[。!?)]$/.test(lines[index - 1]?.trim() || '。') && couldBeAnyName(name)))
      add(start + line.indexOf(name), name);
  });
}

/** 「山 田 太 郎」: a line of single kanji that together are a name. */
function spacedOutLines(text: string, add: AddName): void {
  for (const m of text.matchAll(/^ ?((?:[一-龠々] ){2,5}[一-龠々]) ?$/gm)) {
    const name = m[1] ?? '';
    if (/full|surname/.test(nameStrength(name.replaceAll(' ', '')))) add(m.index + m[0].indexOf(name), name);
  }
}
