import { foldKana } from './bigrams';
import { FOREIGN_NAMES } from './foreign-names';
import { KANA_SURNAMES } from './kana-surnames';
import { FULL, K, KATAKANA_FULL, LATIN_FULL, eachName, type AddName } from './name-patterns';
import { couldBeAnyName, isSpacedName } from './name-shape';
import { KATAKANA_ROLES, NOT_PERSON_AFTER, endsInRole } from './name-words';
import { isGivenName, isSurely, nameStrength } from './person-name';

/** Anything of the shape of a name: kanji with or without a blank, kanji with kana, kana words, Latin words. */
const ANY = `${K}{1,5} ${K}{1,4}|${K}{1,4} ?[ァ-ヶー]{2,5}${K}?|${K}{1,4} [ぁ-ん]{2,4}|${K}{1,6}`;
const KATAKANA = '[ァ-ヴー]{2,8}[ ・][ァ-ヴー]{2,10}(?:[ ・][ァ-ヴー]{2,10})?';
const LATIN = "[A-Z][a-zA-Z'-]{1,15}(?: [A-Z][A-Za-z'-]{0,15}){1,3}";
const KANA_FULL = '[ぁ-ん]{2,6} [ぁ-ん]{2,5}';

const LABEL =
  '(?:お?名前|お?なまえ|氏名|ご氏名|本名|本当の名|フルネーム|登録名|利用者名|申込名|申し込み名|会員名|カナ氏名|フリガナ|ふりがな|署名|差出人|差し出し人|来庁者|来所者|来課者|申請者|申出人|申出者|申込者|相談者|通報者|届出者|届出人|要望者|依頼者|依頼人|発信者|送信者?|投書者|投稿者|記入者|代筆者?|聞き取り相手|旧姓|契約者|世帯主|筆頭者|被保険者|被害者|加害者|入電者?|電話の主|電話主|発言者|質問者|提案者|苦情者|喪主|名義人|借主|貸主|発見者|目撃者|紹介者|代理人|手紙の主|意見者|提出者|作成者|文責|報告者|意見提出者|要望人|申立人|申立者|参加者|記名|聴取者|応対相手|電話をかけた人)';
const END =
  '(?= ?(?:[。、,(\\n/」]|$|です|と(?:申|いい|言い|名乗)|様|さん|氏|殿|で応|より|の(?:と|件|名)| [0-9〇一二三四五六七八九十]{1,4}(?:歳|才)))';
const AFTER_LABEL = new RegExp(
  `${LABEL}(?::|は|の|が|、|・| |「|『){1,3}(${ANY}|${KATAKANA}|${LATIN}|${KANA_FULL})${END}`,
  'g',
);
const KANA_AFTER_LABEL = new RegExp(
  `${LABEL}(?::|は|の|が|、|・| |「|『){1,3}([ァ-ヴー]{2,8}|[ぁ-ん]{2,6})${END}`,
  'g',
);

const STATED = new RegExp(
  `(?:名前|なまえ|氏名|姓名|本人|名字|苗字|友人の名|者の名|担当(?:者|職員)?|班長|組長|名義|名札|表札|差出人|署名|世帯主|筆頭者|運転手|大家|代表|事務局|会長|副会長|[課係]|職員|理事長?|委員長|部長|世話人|店主|経営者?|代表者|通報者|申請者|届出人|妻|夫|こちら|隣|隣家|向かい|裏|となり|近所|元夫|元妻|漁師|農業|下の階|上の階|現住|在住)` +
    `(?:の名(?:前|字|札)?)?(?:は|の|が|も|:|、|「|『| |\\(){1,2}(${FULL}|${KATAKANA_FULL}|${LATIN_FULL})(?![${'一-龠々'}])`,
  'g',
);
/** Words of `STATED` after which many other things stand. */
const WEAKLY_STATED =
  /^(?:隣|裏|向かい|となり|近所|担当|[課係]|職員|代表|部長|夫|妻|運転手|会長|事務局|こちら|下の階|上の階|農業|班長)/;
const LATIN_STATED = new RegExp(`(?:わたし|私|名前|なまえ|子ども|こども|氏名|本人)は ?(${LATIN_FULL})`, 'g');
const KATAKANA_STATED = new RegExp(`(?:名前|なまえ|氏名|本名)は ?([ァ-ヴー]{2,10}(?:[ ・][ァ-ヴー]{2,10})?)`, 'g');
const PLAINLY_LABELLED = new RegExp(
  `(?:名前|氏名|名札|表札|名字|苗字|本名)は[「『 ]?(${K}{2,4}|[ぁ-ん]{2,5})(?=[、。」』])`,
  'g',
);
const ON_A_PLATE = new RegExp(
  `[「『](${K}{2,4})[」』](?=という(?:表札|名札|名字|苗字|人|方|家)|と(?:いう|の)?[^。\\n]{0,3}(?:名札|表札))`,
  'g',
);
const MAIDEN_NAME = new RegExp(`旧姓(?::|は|の|・| |「)?(${K}{1,4})(?=[)」、。\\n ]|$|です|で|のまま)`, 'g');
const NOTHING_STATED =
  /^(?:同じ|不明|匿名|以下|別|誰|何|下記|上記|未定|わから|しらな|ない|いつ|どう|これ|それ|知ら|なし|ひみつ|いえ)/;

/** 「こちら桂木、どうぞ」 on the telephone. */
const THIS_IS = new RegExp(`(?:^|[。\\n「])こちら(?:は|、)?(${K}{2,3})(?=[、。]|です)`, 'g');

const BOND =
  '(?:上司|同僚|後輩|先輩|店長|社長|住人|住職|ヘルパー|ケアマネ(?:ージャー|ジャー)?|相続人|所有者|地主|家主|大家|持ち主|飼い主|入居者|入所者|利用者|犯人|相手|相手方|知人|知り合い|友人|友だち|友達|親友|隣人|近所|親戚|区長|組長|班長|町内会長|自治会長|民生委員|会計|幹事|書記|世話役|保証人|後見人|塾長|コーチ|院長|医師|先生|職員|部下|元夫|元妻|元彼|彼氏|彼女|隣の部屋|隣室|上の階|下の階|向かい|隣)';
const KNOWN_BY_BOND = new RegExp(
  `${BOND}(?:の|は|:|、|・| |\\(|「)(${K}{1,5}(?: ${K}{1,4})?)(?=[はがをもにとで、。)」・]|から|です|という|より|の(?:携帯|電話|家|自宅|番号|件|車|犬|爺|婆))`,
  'g',
);
/** 「隣人草薙が」: nothing between, the family name a known one. */
const BOND_JOINED = new RegExp(
  `(?<!${K})(?:隣人|上司|同僚|店長|担任|大家|家主|加害者|容疑者|班長|組長)(${K}{2,3})(?=[はがをもに、])`,
  'g',
);
const FOREIGNER_BY_BOND = new RegExp(
  `(?:${BOND}|部屋|室|階|職場|工場|会社|実習生|クラス)(?:の|は|:|、|\\()([ァ-ヴー]{2,8})(?=[はがをもにとで、。)]|から|です|という)`,
  'g',
);

/** Names after a word that says a name comes: 「名前は…」, 「通報者：…」, 「班長の…」, 「隣の部屋の…」. */
export function findNamesStated(text: string, add: AddName): void {
  eachName(text, AFTER_LABEL, (name, start) => {
    if (/^[A-Zァ-ヴ]/.test(name) || couldBeAnyName(name) || spacedKana(name)) add(start, name);
  });
  eachName(text, KANA_AFTER_LABEL, (name, start) => {
    if (kanaName(name)) add(start, name);
  });
  eachName(text, STATED, (name, start, match) => {
    const weak = WEAKLY_STATED.test(match[0]);
    const strength = nameStrength(name);
    if (/^[A-Zァ-ヴ]/.test(name) ? !weak : strength === 'full' || strength === 'likely_full') add(start, name);
    else if (
      (strength === 'surname' || (strength === 'word' && !weak)) &&
      !NOT_PERSON_AFTER.test(text.slice(start + name.length, start + name.length + 6))
    )
      add(start, name);
  });
  eachName(text, LATIN_STATED, (name, start) => add(start, name));
  eachName(text, KATAKANA_STATED, (name, start) => {
    if (!KATAKANA_ROLES.test(name)) add(start, name);
  });
  eachName(text, PLAINLY_LABELLED, (name, start) => {
    if (!endsInRole(name) && !NOTHING_STATED.test(name)) add(start, name);
  });
  eachName(text, MAIDEN_NAME, (name, start) => {
    if (couldBeAnyName(name) && !NOTHING_STATED.test(name)) add(start, name);
  });
  eachName(text, ON_A_PLATE, (name, start) => {
    if (couldBeAnyName(name)) add(start, name);
  });
  eachName(text, THIS_IS, (name, start) => {
    if (isSurely(name)) add(start, name);
  });
  eachName(text, KNOWN_BY_BOND, (name, start) => {
    if (isSpacedName(name) || (name.length >= 2 && isSurely(name))) add(start, name);
  });
  eachName(text, BOND_JOINED, (name, start) => {
    if (nameStrength(name) === 'surname' && !endsInRole(name)) add(start, name);
  });
  eachName(text, FOREIGNER_BY_BOND, (name, start) => {
    if (FOREIGN_NAMES.has(name) || KANA_SURNAMES.has(foldKana(name))) add(start, name);
  });
}

/** 「やまぐち みゆ」: two words in hiragana, one of them a known name. */
export function spacedKana(name: string): boolean {
  const [family = '', given = ''] = name.split(' ');
  return /^[ぁ-ん]+ [ぁ-ん]+$/.test(name) && (KANA_SURNAMES.has(family) || isGivenName(given));
}

/** One word in kana that is a known name. */
export function kanaName(name: string): boolean {
  return KANA_SURNAMES.has(foldKana(name)) || FOREIGN_NAMES.has(name) || (name.length >= 3 && isGivenName(name));
}
