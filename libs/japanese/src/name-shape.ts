import { EVERYDAY_WORDS } from './everyday-words';
import { SINGLE_KANJI_SURNAMES } from './foreign-names';
import { looksLikeGivenName } from './given-names';
import { endsInRole } from './name-words';
import { isGivenName, nameStrength } from './person-name';
import { looksLikeSurname } from './surnames';

const COUNTED_THING =
  /^[〇一二三四五六七八九十百千万数何]+(?:度|回|番|代|年|月|日|人|軒|件|つ|階|組|班|区|号|丁|時|分)(?:目|前|後|間)?$/;
const COUNTED = /^[〇一二三四五六七八九十百千万]+(?:年|月|日|人|代|歳|才|回|度|番|号|生|台|本|つ|目)?/;
/** How given names very often end: two to three characters that end so are one after a word for kin or a family name. */
const GIVEN_ENDING =
  /[子美香奈菜恵江枝代絵莉紗咲音華花佳乃郎夫雄男介助輔彦人也哉樹太志司治斗翔介吾平一二三蔵造吉次輝真希]$/;

/** Endings that everyday words hardly have. */
const SURE_ENDING = /[一-龠](?:奈|莉|紗|咲|乃|郎|夫|雄|輔|彦|斗|哉|之介|太郎)$/;

/** True when one to three kanji could be a given name and are no everyday word. */
export function couldBeGivenName(text: string): boolean {
  if (EVERYDAY_WORDS.has(text)) return false;
  if (isGivenName(text)) return true;
  if (!/^[一-龠々]{2,3}$/.test(text) || EVERYDAY_WORDS.has(text.slice(0, 2))) return false;
  if (COUNTED.test(text) && !/[郎子男彦]$/.test(text)) return false;
  return SURE_ENDING.test(text) || looksLikeGivenName(text.replace('々', text[0] ?? ''));
}

const SPACED = /^([一-龠々ヶ﨑髙]{1,4}|𠮷[一-龠]{1,2}) ([一-龠々]{1,4}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,4}[子江代枝美]?)$/;
const PLACE_END = /[町市区県村丁字番台]$|団地$|地区$|が丘$/;
const NO_FAMILY =
  /^(?:担当|電話|携帯|住所|自宅|氏名|名前|連絡|件名|日時|場所|相談|要望|意見|苦情|質問|年齢|性別|職業|代表|会長|副会長|事務局|本人|男性|女性|匿名|市民|住民|主婦|会社員|無職|敬具|草々|拝啓|前略|以上|追伸|令和|平成|昭和|大正)/;

/** A family and a given name with a blank between, known or not: 「百目鬼 修」, 「高梁 ミツエ」. */
export function isSpacedName(text: string): boolean {
  const match = SPACED.exec(text);
  if (match === null) return false;
  const [, family = '', given = ''] = match;
  if (NO_FAMILY.test(family) || PLACE_END.test(family) || PLACE_END.test(given)) return false;
  if (nameStrength(text) !== 'none') return true;
  if (endsInRole(family) || endsInRole(given) || EVERYDAY_WORDS.has(given) || EVERYDAY_WORDS.has(family)) return false;
  if (/^[ぁ-んァ-ヶー]/.test(given)) return isGivenName(given) || /[子江代枝美]$/.test(given);
  if (SINGLE_KANJI_SURNAMES.includes(family) && given.length <= 2) return true;
  return couldBeGivenName(given) || (given.length <= 3 && GIVEN_ENDING.test(given) && !COUNTED.test(given));
}

const NO_NAME =
  /^(?:番号|連名|連盟|印鑑|年齢|性別|生年|本年|来年|昨年|今年|同じ|不明|匿名|以下|以上|別|誰|何|下記|上記|未定|無し|なし|非公開|省略|仮名|記入|記載|後述|前述|男性|女性|本人|家族|市民|一市民|住民|主婦|無職|会社員|公務員|自営|学生|高校生|中学生|小学生|保護者|父親|母親|高齢者|年寄|老人|農家|敬具|草々|早々|拝啓|前略|追伸|合掌|不一|乱筆|了|完|記|様|御中|各位|有志|一同|市長|市役所|担当|係|電話|携帯|住所|自宅|氏名|名前|連絡|件名|令和|平成|昭和|大正|本日|昨日|先日|今日|明日|窓口|返信|回答|返事|不要|希望|要望|意見|相談|質問|苦情|提案)/;
const PLACE_OR_BODY =
  /[町市区県村丁字番道川山橋駅園校課係部局署館店社堂院所会組協室庁場寺業職員者士師編盟月年式]$|団地$|地区$|自治会|町内会|[0-9]/;

/** True when a run of kanji, in a place where only a name can stand, is not plainly something else. */
export function couldBeAnyName(text: string): boolean {
  if (isSpacedName(text)) return true;
  const strength = nameStrength(text);
  if (strength !== 'none' && strength !== 'word') return true;
  if (NO_NAME.test(text) || COUNTED_THING.test(text) || EVERYDAY_WORDS.has(text)) return false;
  if (strength === 'word') return true;
  if (/^[一-龠々ヶ]{1,4}[ァ-ヶー]{2,4}[子江代枝美ヱエ]?$/.test(text)) return !endsInRole(text);
  if (/^[一-龠々ヶ]{1,4}[ぁ-ん]{2,4}$/.test(text)) return isGivenName(text.replace(/^[^ぁ-ん]+/, ''));
  if (!/^[一-龠々ヶ﨑髙]{2,5}$/.test(text)) return false;
  return !endsInRole(text) && !PLACE_OR_BODY.test(text);
}

/** True when a run of kanji is a family name, known or put together as family names are, and no everyday word. */
export function looksLikeFamilyName(text: string): boolean {
  const strength = nameStrength(text);
  if (EVERYDAY_WORDS.has(text)) return false;
  // 「西原中」 is a school.
  if (/^.{2,}[小中高]$/.test(text) && nameStrength(text.slice(0, -1)) !== 'none') return false;
  if (strength !== 'none') return strength !== 'word' || !/[口前側部央町下上角]$/.test(text);
  return !NO_NAME.test(text) && looksLikeSurname(text) && couldBeAnyName(text);
}
