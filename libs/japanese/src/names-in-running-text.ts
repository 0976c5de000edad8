import { foldKana } from './bigrams';
import { KANA_SURNAMES } from './kana-surnames';
import { FULL, K, eachName, type AddName } from './name-patterns';
import { couldBeAnyName, couldBeGivenName } from './name-shape';
import { NOT_PERSON_AFTER, endsInRole } from './name-words';
import { isGivenName, isSurely, nameStrength, surnameLength } from './person-name';

const RUNNING_FULL = new RegExp(`(?<!${K})(${K}{3,6}|${K}{1,4} ${K}{1,3})(?!${K})`, 'g');
/** Given names of one character that are plants and seasons too: 「吉野桜」 is a tree. */
const NATURE_LAST =
  /^[^ ]+[桜梅椿楓茜葵泉渚岬緑桃杏梓柊蓮薫光海空陸港湊春夏秋冬月星虹雪風波舞環幸和愛恵静望学要元正直進清実]$/;
/** 「三か国分覚えて」: the last character is a verb's. */
const VERB_END = /^[えむんつちるりめばぶびけぎく]/;
const BRACKETED = new RegExp(`[(「](${FULL})(?=[)」・、]| ?(?:昭和|平成|大正|令和|[0-9]{1,3}歳))`, 'g');
/** 「…と言われました。(岡田)」: a family name in brackets that ends a letter or a line. */
const BRACKETED_LAST = new RegExp(`\\((${K}{2,4}|[ァ-ヴー]{2,6}|[ぁ-ん]{2,6})\\)[。 ]?(?=\\n|$)`, 'g');
/** 「先生(長内)が」, 「男性(ミヤモトと名乗る)」. */
const BRACKETED_PERSON = new RegExp(
  `(?:先生|医師|担任|大家|班長|組長|会長|隣人|男性|女性|担当者?|職員|相手|友人|知人|家主|所有者|持ち主|住人|住民|当人|本人|同僚|上司|夫婦)\\((${K}{2,5}|[ァ-ヴー]{2,8})(?=[)・、と])`,
  'g',
);
const KANA_GIVEN = new RegExp(
  `(?<!${K})(${K}{1,4}[ぁ-ん]{2,4}?)(?=[、・。)( にをがはもの\\n]|です|と申|といい|さん|様|くん|ちゃん|$)`,
  'gm',
);
const MIXED_FULL = new RegExp(
  `(?<!${K})(${K}{1,4} ?(?:[ァ-ヶー]{2}[江子代枝美]|[ぁ-ん]{2}[子江代枝美]|[ァ-ヶー]{2,4}))(?![${'一-龠々'}ァ-ヶー])`,
  'g',
);
/** 「村松、七十二歳」, 「(佐久間美津代・八十一歳)」, 「飯島(50代・女性)」. */
const AGED = new RegExp(
  `(?:^|[(「。\\n、])[ ]?(${K}{2,7}(?: ${K}{1,4})?|${K}{1,4} ?[ぁ-んァ-ヶー]{2,4})(?=[ 、・(,]{1,2}(?:満?[0-9]{1,3}|[〇一二三四五六七八九十百]{1,4})(?:歳|才|代[)、・。 \\n(男女前後半])|\\([0-9]{2,3}\\)|[ 、・(](?:男性?|女性?|主婦|会社員|無職|農業|自営業|学生|パート)[)、・。])`,
  'gm',
);
/** 「故 山崎喜三郎」, 「山崎喜三郎の妻」, 「山崎喜三郎(やまざき きさぶろう)」. */
const LIKELY_FULL = new RegExp(
  `(?:[故亡] ?(${K}{3,6})|(?<!${K})(${K}{3,6})(?=の(?:妻|夫|母|父|息子|娘|長男|長女|孫|家族)|\\([ぁ-んァ-ヶー]{2,6} ?[ぁ-んァ-ヶー]{0,5}\\)))`,
  'g',
);
const RELATIVE_OF = new RegExp(
  `(?<!${K})(${K}{2,3})(?:の(?=奥さん|旦那|だんな|主人|息子|むすこ|娘|ばあさん|じいさん|婆さん|爺さん|おばあさん|おじいさん|おばさん|おじさん|親父|おやじ|爺|婆|倅|せがれ|家の|とこの|ところの|野郎|やつ(?:は|が|ら))|(?=んち|ん家|とこの[一-龠]))`,
  'g',
);
const HOUSE = new RegExp(
  `(?<!${K})(${K}{2,3})(?:宅(?=の|前|に|へ|から|横|裏|で|を|が)|邸(?=の|前|に|を|が|横|裏))`,
  'g',
);
const CARE_OF = new RegExp(`[0-9〇一二三四五六七八九十号)、 ](${K}{2,4})(?=方(?:です|、|。|に|宛|あて|$|\\n))`, 'gm');
const FAMILY_HOUSE = new RegExp(`(?<!${K})(${K}{2,4})家(?=の|は|が|に|、|。|と)`, 'g');
/** Three families in a row: 「田中、鈴木、小林の三家」. */
const FAMILIES = new RegExp(
  `(?<!${K})(${K}{2,4})[、・と](${K}{2,4})(?:[、・と](${K}{2,4}))?(?=(?:の)?(?:[両二三四五]家|[両二三四五][名人]|各氏|両氏|たち|ら[がはのに]))`,
  'g',
);

/** Full names anywhere, names beside an age, in brackets, of a house or a family. */
export function findNamesInRunningText(text: string, add: AddName): void {
  const followed = (name: string, start: number, length: number): string =>
    text.slice(start + name.length, start + name.length + length);
  eachName(text, RUNNING_FULL, (name, start) => {
    const [, spaced = ''] = name.split(' ');
    const strength = nameStrength(name);
    if (
      (strength === 'full' || (spaced.length >= 2 && isGivenName(spaced) && strength !== 'none')) &&
      !(name.length === 3 && NATURE_LAST.test(name)) &&
      !(name.length === 3 && VERB_END.test(followed(name, start, 1))) &&
      !NOT_PERSON_AFTER.test(followed(name, start, 4))
    )
      add(start, name);
  });
  eachName(text, BRACKETED, (name, start) => {
    const strength = nameStrength(name);
    const said = /(?:名前|名字|苗字|姓|表札|珍しく)[^。\n]{0,6}[(「]$/.test(text.slice(Math.max(0, start - 12), start));
    if (strength === 'full' || strength === 'likely_full' || (said && !endsInRole(name))) add(start, name);
  });
  eachName(text, BRACKETED_LAST, (name, start) => {
    const ends = start + name.length + 3 > text.trimEnd().length;
    if (/^[ぁ-んァ-ヴ]/.test(name) ? ends && KANA_SURNAMES.has(foldKana(name)) : isSurely(name)) add(start, name);
  });
  eachName(text, BRACKETED_PERSON, (name, start) => {
    if (/^[ァ-ヴ]/.test(name) ? KANA_SURNAMES.has(foldKana(name)) : isSurely(name)) add(start, name);
  });
  eachName(text, KANA_GIVEN, (name, start) => {
    const [, family = '', given = ''] = /^([^ぁ-ん]+)([ぁ-ん]+)$/.exec(name) ?? [];
    const known =
      surnameLength(family) === family.length &&
      isGivenName(given) &&
      (family.length >= 2 || given.length >= 3 || /^(?:です|と申|さん|様)/.test(followed(name, start, 3)));
    if (known && !/^(?:向かい|東が|西が|南が|北が|森の|原の)/.test(name)) add(start, name);
  });
  eachName(text, MIXED_FULL, (name, start) => {
    const given = /[ァ-ヶー]{2,4}$/.exec(name)?.[0] ?? '';
    const family = name.slice(0, name.length - given.length).trim();
    const withChild = /[ぁ-ん]{2}[子江代枝美]$/.exec(name)?.[0] ?? '';
    if (withChild !== '') {
      if (isSurely(name.slice(0, -withChild.length).trim())) add(start, name);
      return;
    }
    if (nameStrength(name) !== 'full') return;
    if (given === '' || (family.length >= 2 && isGivenName(given) && nameStrength(family) === 'surname'))
      add(start, name);
  });
  eachName(text, AGED, (name, start) => {
    const age = /^[ 、・(,]{1,2}(?:満?[0-9〇一二三四五六七八九十百]{1,4}[歳才代])/.test(followed(name, start, 9));
    if (age ? couldBeAnyName(name) && !endsInRole(name) : isSurely(name)) add(start, name);
  });
  eachName(text, LIKELY_FULL, (name, start) => {
    if (/full/.test(nameStrength(name))) add(start, name);
  });
  eachName(text, RELATIVE_OF, (name, start) => {
    const strength = nameStrength(name);
    const folk = /^(?:ん(?:ち|家)|の(?:婆|爺|ばあ|じい|おば|おじ|倅|せがれ|親父|おやじ))/.test(
      followed(name, start, 4),
    );
    if (strength === 'surname' || (strength === 'word' && folk && !/[町上下口中村]$/.test(name))) add(start, name);
  });
  eachName(text, HOUSE, (name, start) => {
    if (nameStrength(name) === 'surname') add(start, name);
  });
  eachName(text, CARE_OF, (name, start) => {
    if (isSurely(name)) add(start, name);
  });
  eachName(text, FAMILY_HOUSE, (name, start) => {
    if (nameStrength(name) === 'surname') add(start, `${name}家`);
  });
  for (const match of text.matchAll(FAMILIES)) {
    const names = match.slice(1).filter((name) => name !== undefined);
    if (!names.every((name) => ['surname', 'word'].includes(nameStrength(name)))) continue;
    for (const name of names) add(match.index + match[0].indexOf(name), name);
  }
}

/** What may stand between two names of a list: 「颯太と芽依」, 「妻弘美、長女美結」. */
const JOINED =
  /^(?:さん|くん|ちゃん|君|様)?(?:と|や|、|・|とか|に)(?:(?:妻|夫|長男|次男|三男|長女|次女|三女|弟|妹|兄|姉|孫|息子|娘|母|父)の?)?([一-龠々]{1,3}|[ぁ-ん]{2,5}?|[ァ-ヶー]{2,5})(?=[はがをもにとや、。・()のでら]|さん|くん|ちゃん|君|様|$)/;

/** The name that follows in a list right behind the name ending at `end`, or `null`. */
export function joinedName(text: string, name: string, end: number): { start: number; name: string } | null {
  const match = JOINED.exec(text.slice(end, end + 16));
  const next = match?.[1] ?? '';
  if (match === null || next === '') return null;
  const given = isGivenName(name) || (nameStrength(name) === 'none' && name.length <= 3);
  const fits = given
    ? (next.length >= 2 || (name.length === 1 && /^[一-龠]/.test(next))) &&
      (isGivenName(next) || (/^[一-龠々]{2,3}$/.test(next) && couldBeGivenName(next) && isGivenName(name)))
    : nameStrength(next) === 'surname' &&
      nameStrength(name) === 'surname' &&
      !NOT_PERSON_AFTER.test(text.slice(end + match[0].length, end + match[0].length + 4));
  return fits ? { start: end + match[0].length - next.length, name: next } : null;
}

const READING = /^ ?\(([ぁ-ん]{2,6}(?: ?[ぁ-ん]{2,5})?|[ァ-ヴー]{2,6}(?: ?[ァ-ヴー]{2,5})?)\)/;

/** The reading in brackets behind the name ending at `end`: 「鴻池(こうのいけ)」. */
export function readingBehind(text: string, end: number): { start: number; name: string } | null {
  const match = READING.exec(text.slice(end, end + 18));
  const name = match?.[1] ?? '';
  return match === null || /^(?:さん|くん|ちゃん|ママ|パパ|パート|なし|ふめい|とし)/.test(name)
    ? null
    : { start: end + match[0].indexOf(name), name };
}
