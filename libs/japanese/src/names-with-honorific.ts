import { foldKana } from './bigrams';
import { EVERYDAY_WORDS } from './everyday-words';
import { FOREIGN_NAMES, SINGLE_KANJI_SURNAMES } from './foreign-names';
import { KANA_SURNAMES } from './kana-surnames';
import { FULL, K, KATAKANA_FULL, eachName, type AddName } from './name-patterns';
import { COMPANIES, FICTIONAL, FIRM_END, HIRAGANA_ROLES, KATAKANA_ROLES, endsInRole } from './name-words';
import { isOldNameInHiragana } from './given-names';
import { isGivenName, isSurely, nameStrength } from './person-name';

const HONORIFIC = new RegExp(
  `(${FULL}|${KATAKANA_FULL}|[ァ-ヴー]{1,8}|[ぁ-ん]{2,14}|[ぁ-ん]{2,5} [ぁ-ん]{2,4}|[A-Z][A-Za-z]{1,15}(?: [A-Z][A-Za-z]{1,15}){0,2}) ?` +
    `(?:(さん|くん|ちゃん(?!と|ねる)|さま(?!ざま)|せんせい|クン)(?!ざん|さん|側)|(様|サマ|氏|君|殿|先生|夫妻|夫人)(?![子式々相態な]|(?![宅方邸側来宛本夫])[一-龠]))`,
  'g',
);
/** Titles of people who hold no public office. */
const TITLED = new RegExp(
  `(?<!${K})(${K}{2,4})(?=(?:自治会長|町内会長|副?会長|班長|組長|部会長|院長|医師|塾長|住職|先輩|後輩|老人|店長|ヘルパー|ケアマネ|コーチ|オーナー|おじ(?:さん|いさん)|おば(?:さん|あさん)|じいさん|ばあさん|婆さん|爺さん|某(?![所日氏]))(?![一-龠]))`,
  'g',
);
/** 「勝江ばあちゃん」, 「飯田のじいさん」: the old and the neighbours. */
const FOLK = new RegExp(
  `(?<!${K})(${K}{2,3}|[ァ-ヴー]{2,4})(?=お?(?:ばあ|じい|ばば|じじ)(?:ちゃん|さん|さま)|(?:兄|姉|あに|あね|婆|爺|おば|おじ)(?:ちゃん|さん))`,
  'g',
);
const SINGLE_KANJI = new RegExp(
  `(?<!${K})([${SINGLE_KANJI_SURNAMES}])(?= ?(?:さん|様|さま|氏|くん|ちゃん|先輩|後輩|夫妻|夫婦))`,
  'g',
);
/** 「森先輩」: a family name of one character before a title that is nothing else. */
const SINGLE_TITLED = new RegExp(
  `(?<!${K})(${K})(?=(?:先輩|後輩|夫妻|ヘルパー|ケアマネ|コーチ|班長|組長|自治会長|町内会長)(?![一-龠]))`,
  'g',
);
const TEACHER = new RegExp(
  `(?:担任|顧問|主治医|校医|副担任|学年主任|塾|園|スクール|医院|教室)の(${K}{1,3})(?=先生|医師)`,
  'g',
);
const ENGLISH_TITLE =
  /\b(?:Mr|Mrs|Ms|Miss)\.? ([A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14})?)|\b([A-Z][a-z]{1,14})(?=-san\b|-sama\b|-kun\b|-chan\b)/g;

/** Names before さん, 様, 先生 and the like, and before titles of private persons. */
export function findNamesWithHonorific(text: string, add: AddName): void {
  eachName(text, HONORIFIC, (run, start, match) => {
    const person = beforeHonorific(run, match[2] ?? match[3] ?? '', text[start - 1] ?? '');
    if (person !== null && !isMascot(text, start, start + match[0].length, person))
      add(start + run.length - person.length, person);
  });
  eachName(text, TITLED, (name, start) => {
    if (isSurely(name)) add(start, name);
  });
  eachName(text, FOLK, (name, start) => {
    const given = isGivenName(name) || /[子美江枝代恵乃香]$/.test(name);
    if (isSurely(name) || (given && !EVERYDAY_WORDS.has(name) && !endsInRole(name))) add(start, name);
  });
  eachName(text, SINGLE_TITLED, (name, start) => {
    if (nameStrength(name) !== 'none' && !endsInRole(name) && !EVERYDAY_WORDS.has(name)) add(start, name);
  });
  eachName(text, SINGLE_KANJI, (name, start) => add(start, name));
  eachName(text, TEACHER, (name, start) => {
    if (!endsInRole(name) || nameStrength(name) === 'surname') add(start, name);
  });
  eachName(text, ENGLISH_TITLE, (name, start) => add(start, name));
}

/** The person's name in the run before an honorific, or `null`: 「東台の西村さん」 → 「西村」, 「担当者様」 → null. */
function beforeHonorific(run: string, honorific: string, before: string): string | null {
  if (/^[A-Z]/.test(run))
    return /^(?:LINE|SNS|PTA|NPO|JA|DV|ALT|AI|IT|PC|TV|OB|OG|CM|MC|DJ|JR|NTT)$/.test(run) ? null : run;
  if (/^[ァ-ヴー ・]+$/.test(run)) return katakanaName(run, before);
  if (/^[ぁ-ん]+ [ぁ-ん]+$/.test(run)) return spacedKanaName(run);
  if (/^[ぁ-ん]+$/.test(run)) return hiraganaName(run, honorific, before);
  if (honorific === '殿' && /^(?:御|神|宮|拝|沈|本)$/.test(run)) return null;
  if (honorific === '先生')
    return isSurely(run) || nameStrength(run) === 'word' ? (endsInRole(run) ? null : run) : null;
  if (/[ごお御]/.test(before) && !isSurely(run)) return null;
  if (EVERYDAY_WORDS.has(run) || COMPANIES.has(run) || FIRM_END.test(run)) return null;
  const pieces = run.split(' ');
  const strength = nameStrength(run);
  if (strength === 'none' && endsInRole(pieces.at(-1) ?? run)) return null;
  if (pieces.length === 2 && strength === 'none') return pieces[1] ?? null;
  if (strength !== 'none') return strength === 'word' && endsInRole(run) ? null : run;
  if (honorific === '君' && /^(?:諸|主|暴|名)$/.test(run)) return null;
  if (/[0-9]/.test(run) || run.length > 4) return longestNameAtEnd(run);
  if (run.length === 1 && !/[柊榊橘椿楓蓮葵翠]/.test(run))
    return /^(?:くん|ちゃん|君)$/.test(honorific) && isGivenName(run) ? run : null;
  return longestNameAtEnd(run) ?? (honorific === '氏' && run.length < 2 ? null : run);
}

const MASCOT_NEAR = /キャラ|マスコット|着ぐるみ|アニメ|ツール|アプリ|ロボット|[ぁ-んァ-ヴ]号/;

/** True for characters and products that are called くん or ちゃん. */
function isMascot(text: string, start: number, end: number, person: string): boolean {
  if (FICTIONAL.has(person)) return true;
  if (!/^[ぁ-んァ-ヴー]+$/.test(person)) return false;
  const called = /(?:くん|ちゃん|さん)$/.test(text.slice(start, end));
  return called && MASCOT_NEAR.test(text.slice(Math.max(0, start - 14), end + 14));
}

function longestNameAtEnd(run: string): string | null {
  for (let length = Math.min(5, run.length); length >= 2; length--) {
    const tail = run.slice(-length);
    if (nameStrength(tail) !== 'none') return tail;
  }
  return null;
}

function katakanaName(run: string, before: string): string | null {
  const folded = foldKana(run);
  if (KANA_SURNAMES.has(folded) || FOREIGN_NAMES.has(run)) return run;
  if (COMPANIES.has(run) || KATAKANA_ROLES.test(run)) return null;
  if (run.length === 2 && /[ぁ-ん]/.test(before) && !/[のはがをにとでもや]/.test(before)) return null;
  if (run.length === 1)
    return /[ァ-ヴーぁ-ん一-龠A-Za-z]/.test(before) && !/[のはがをにとで]/.test(before) ? null : run;
  return run.length > 3 && run.endsWith('ー') ? null : run;
}

function spacedKanaName(run: string): string | null {
  const [family = '', given = ''] = run.split(' ');
  if (HIRAGANA_ROLES.test(given)) return null;
  if (KANA_SURNAMES.has(family) || isGivenName(given)) return run;
  return KANA_SURNAMES.has(given) ? given : null;
}

/** 「近所の|みつさん」, also where the line breaks: an old name in hiragana is one only there. */
function startsAfterPlace(lead: string, before: string): boolean {
  return lead === '' ? before === '\n' : lead === 'の' && /[所隣組町村字室裏向家下上友仲]/.test(before);
}

/** Particles and verb ends after which a name in hiragana can begin. */
const BEFORE_KANA = /[はがのをにとでもへやねよ、たるすいなて]$/;

function hiraganaName(run: string, honorific: string, before: string): string | null {
  const whole = run.length <= 6 && /[^ぁ-ん]|^$/.test(before);
  if (whole && KANA_SURNAMES.has(run)) return run;
  if (HIRAGANA_ROLES.test(run)) return null;
  for (let length = Math.min(6, run.length); length >= 2; length--) {
    const tail = run.slice(-length);
    const lead = run.slice(0, run.length - length);
    const known =
      KANA_SURNAMES.has(tail) ||
      (length <= 5 && (isGivenName(tail) || (isOldNameInHiragana(tail) && startsAfterPlace(lead, before))));
    if (known && (lead === '' || BEFORE_KANA.test(lead))) return tail;
  }
  return (honorific === 'ちゃん' || honorific === 'くん') && run.length >= 2 && run.length <= 4 ? run : null;
}
