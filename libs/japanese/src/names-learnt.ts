import { foldKana } from './bigrams';
import { EVERYDAY_WORDS } from './everyday-words';
import { FOREIGN_NAMES } from './foreign-names';
import { couldBeAnyName, isSpacedName } from './name-shape';
import { COMPANIES, FICTIONAL, FIRM_END, KATAKANA_ROLES, NOT_PERSON_AFTER, endsInRole } from './name-words';
import { KANA_SURNAMES } from './kana-surnames';
import { isGivenName, isSurely, nameStrength } from './person-name';
import { namePlaces } from './name-places';
import { tagNames, type TaggedName } from './name-tags';
import type { NameTagger } from './shipped-tagger';
import { looksLikeSurname } from './surnames';

/** What may follow a name without a gap, in kanji. */
const TITLE =
  /^(?:様|殿|氏|君|宅|先生|夫妻|夫人|家|両家|両|方|拝|記|印|老人|翁|医師|教授|先輩|後輩|班長|組長|会長|副会長|自治会長|町内会長|店長|社長|住職|某|母|父|祖父|祖母|親子|一家|本人|姓|名義|側|邸)/;
/** What follows the name of a place, a firm, a shop. */
const NO_PERSON_AFTER =
  /^(?:造園|食堂|時計|酒|米|書|花|水産|電機|電気|不動産|管理|座|一座|歯科|眼科|交番|美術|記念|展|団|社|組(?!長)|店(?!長)|屋|園|館|局|課|係|町|市|県|郡|村|区|駅|橋|川|山|島|通り|坂|峠|団地|地区|線|小(?![一-龠])|小学|中学|高校|病院|医院|建設|工務|商店|商会|工業|運送|タクシー|ホーム|マンション|アパート|ハイツ|荘)/;
/** What stands right before a name within one run of kanji. */
const KIN_BEFORE =
  /(?:夫|妻|母|父|兄|弟|姉|妹|娘|孫|男|女|息子|家内|主人|祖父|祖母|叔父|叔母|伯父|伯母|氏名|名前|会長|副会長|班長|組長|代表|会計|書記|通報者|相談者|来庁者|申込者|代筆|担当|同級生|同僚|友人|店主|農家|歳|年|組|市民|町民|住民|亡)$/;

const COUNTED =
  /^[〇一二三四五六七八九十百千万]+(?:年|月|日|人|代|歳|才|回|度|番|号|組|班|区|件|割|本|枚|つ|町歩|反歩|か国)/;
/** How sure the tagger must be of a name no list holds: put together as family names are, or not even that. */
const UNKNOWN_SURENESS = 0.5;
const STRANGE_SURENESS = 1.5;

/** Words that are in the lists of names too and that only a title makes a person's. */
const WORDS_TOO: ReadonlySet<string> = new Set(
  (
    'かんじ しおり ひまわり くすのき そうじ ただし ほんま あいだ ときた しいな にいくら のもと さつき ほしの てんかん あさひ みなと みどり ひかり あかり いずみ もりの かわの やまの はらの きのう かいだん みはらし つつじ もみじ すすき さくら ' +
    'ふじの うめの こだま しらせ おおい さかい まつり たより みやこ すぎの きくの タイ マーク マイク ポール ヤツ ペン リン カイ ソウ レン セン テン トム リク ロイ ' +
    '七夕 並木 川辺 築山 城山 井戸 山桜 村中 大橋 小橋 沢 勇気 床暖房 国分 近松 中庭 表 前庭 市場 浜辺 岸辺 野原 森林 石段 上流 下流'
  ).split(' '),
);
const TITLED = /^ ?(?:さん|様|さま|氏|君|くん|ちゃん|先生|と申|と名乗|といい|家の|宅)/;

/** 「合葬墓・下水」, 「騒音の件(岡田)」: a line without a sentence, in which every short word stands like a signature. */
function isHeading(text: string): boolean {
  const line = text.trim();
  return line.length <= LONGEST_HEADING && !/[\n。!?]|です|ます|くださ|ほしい|(?:[いただる]|ません)$/.test(line);
}
const LONGEST_HEADING = 60;

/**
 * True where a tagged stretch can stand as a name: whole words, no everyday word, no place or firm behind it. A heading
 * tells the tagger too little: there only what the lists or a title call a name is one.
 */
function stands(text: string, heading: boolean, { start, end, sureness }: TaggedName): boolean {
  const name = text.slice(start, end);
  const after = text.slice(end, end + 6);
  const before = text.slice(Math.max(0, start - 6), start);
  if (/^[ ・]|[ ・]$/.test(name)) return false;
  if (NOT_PERSON_AFTER.test(after) || NO_PERSON_AFTER.test(after)) return false;
  if (/[一-龠々]$/.test(name) && /^[一-龠々]/.test(after) && !TITLE.test(after)) return false;
  if (/^[一-龠々]/.test(name) && /[一-龠々]$/.test(before) && !KIN_BEFORE.test(before)) return false;
  if (/[ァ-ヴー]$/.test(name) && /^[ァ-ヴー]/.test(after)) return false;
  if (/^[ァ-ヴー]/.test(name) && /[ァ-ヴー]$/.test(before)) return false;
  if (/[A-Za-z]$/.test(name) && /^[A-Za-z@_.0-9-]/.test(after)) return false;
  if (/^[A-Za-z]/.test(name) && /[A-Za-z@_.0-9-]$/.test(before)) return false;
  if (COUNTED.test(name) || COMPANIES.has(name) || FICTIONAL.has(name) || FIRM_END.test(name)) return false;
  if (/^[a-z]/.test(name) || EVERYDAY_WORDS.has(name)) return false;
  const titled = TITLED.test(after);
  if (WORDS_TOO.has(name) && !titled) return false;
  const strange = !heading || titled;
  if (/^[ァ-ヴー]+$/.test(name)) return !KATAKANA_ROLES.test(name);
  if (/^[A-Z]/.test(name)) return name.length >= 3 && (strange || / [A-Z]/.test(name));
  if (/^[ぁ-ん ]+$/.test(name)) return standsInHiragana(name, before, after);
  if (name.length === 1)
    return (
      (nameStrength(name) !== 'none' || sureness >= STRANGE_SURENESS) &&
      (/^ ?(?:さん|様|さま|氏|先生|と申)/.test(after) ||
        (/^ ?(?:です|でござ)/.test(after) && /(?:^|[\n。、の「 ]|ます)$/.test(before)))
    );
  if (isSurely(name) || isGivenName(name)) return true;
  if (/^[ァ-ヴー ・]+$/.test(name))
    return name.split(/[ ・]/).some(isKanaName) || (strange && sureness >= STRANGE_SURENESS);
  const family = FAMILY_AND_MORE.exec(name)?.[1] ?? '';
  if (family !== '' && isSurely(family)) return true;
  return (
    (strange || isSpacedName(name)) &&
    sureness >= (looksLikeSurname(name) ? UNKNOWN_SURENESS : STRANGE_SURENESS) &&
    !endsInRole(name) &&
    couldBeAnyName(name)
  );
}

/** A family name with a given one behind a blank or in kana: 「樽見 宗八」, 「森ひさ子」. */
const FAMILY_AND_MORE = /^([一-龠々ヶ]{1,4})(?: [一-龠々]{1,3}| ?[ぁ-んァ-ヶー]{1,4}[子江代枝美]?)$/;

function isKanaName(word: string): boolean {
  return KANA_SURNAMES.has(foldKana(word)) || FOREIGN_NAMES.has(word) || isGivenName(word);
}

/** A word in hiragana is a name only whole: no syllable of it may belong to the words around. */
function standsInHiragana(name: string, before: string, after: string): boolean {
  if (name.length < 2) return false;
  const known = name.split(' ').every((word) => KANA_SURNAMES.has(word) || isGivenName(word));
  if (!known && !name.includes(' ')) return false;
  if (/[ぁ-ん]$/.test(before) && !/(?:[はがのをもとや、]|から|より|です|ます|した)$/.test(before)) return false;
  return (
    !/^[ぁ-ん]/.test(after) ||
    /^(?:[はがのをもとにやへで]|さん|さま|くん|ちゃん|です|でござ|より|から|だ|いいます|という|ともう|せんせい)/.test(
      after,
    )
  );
}

/** Names in a normalised text by what the tagger has learnt from labelled letters. */
export function findNamesLearnt(text: string, { weights, lean }: NameTagger): TaggedName[] {
  const heading = isHeading(text);
  return tagNames(namePlaces(text), weights, lean)
    .map((name) => ({ ...name, end: wholeEnd(text, name) }))
    .filter((name) => stands(text, heading, name));
}

/** 「周布ヨシノ、」: a given name in katakana right behind a family name in kanji belongs to it. */
const GIVEN_IN_KANA = /^ ?[ァ-ヶー]{2,4}[子江代枝美]?(?=[、。はがのをもとにで()\n]| |$|さん|様|さま|です)/;

/** Where the given name behind ends when the tagger stopped before it. */
function wholeEnd(text: string, { start, end }: TaggedName): number {
  const name = text.slice(start, end);
  const after = text.slice(end, end + 10);
  if (/[ァ-ヶ]$/.test(name)) return /^[子江代枝美](?![一-龠])/.test(after) ? end + 1 : end;
  if (!/^[一-龠々ヶ]{1,4}$/.test(name)) return end;
  return end + (GIVEN_IN_KANA.exec(after)?.[0].length ?? 0);
}
