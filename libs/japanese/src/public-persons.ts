import { isFamousPerson } from './famous-persons';
import { PUBLIC_TITLE_AFTER, PUBLIC_TITLE_BEFORE } from './name-words';
import { nameStrength } from './person-name';

const OFFICE_AFTER =
  /^ ?(?:市長|副市長|知事|議員|市議|県議|教育長|議長|大臣|総理|首相|町長|村長|選手|監督|[課係局部室署](?:長|員)|校長|教頭|園長|所長|館長|主任|主査|主事|次長|参事)/;
/** Names that stand in examples of forms. */
const SAMPLE_BEFORE = /(?:記入例|見本|サンプル)[^。\n]{0,5}$/;
/** What is said of artists, authors and persons of history. */
const OF_AN_ARTIST =
  /^(?:さん|氏)?(?:みたいな|じゃあるまいし|の(?:画集|絵本|漫画|原画|エッセイ|句集|歌集|詩集|朗読|ような|ファン|曲|歌|コンサート|ライブ|小説|本[をがや]|作品|著|絵[をがや]|映画|句碑|詩|歌碑|碑|像|銅像|胸像|時代|生家|ゆかり|生誕|没後|展|講演|漫才|落語|ものまね|写真展|脚本|音楽|名言|足跡|業績|功績|伝記|大河)|展|像|記念館|文学|美術館|賞|記念|ゆかり|杯|ショー|リサイタル)/;

/** An official in office is named with the section: 「市民課の西村が」, 「福祉課 児島様」. */
const IN_OFFICE_BEFORE =
  /(?:[一-龠]{1,8}(?:課|係|支所|出張所|包括)|地域包括支援センター|保健センター|福祉事務所)(?:[一-龠]{0,6}担当)?(?:の|・|、| )?$|[課係](?:の|の[一-龠]{0,4})?(?:担当|窓口|職員|係員)(?:の|・|、| |は|だった|してくれた)$|[課係包括]の?担当、$|(?:司書|助産師|保健師|声優|宇宙飛行士|アナウンサー|タレント|芸人|落語家|アイドル|力士|棋士|評論家|陶工|彫刻家|版画家|浮世絵師|漫才師|演出家|指揮者|建築家)の$/;

/** Someone at work in the city's service is named with the post: 「窓口の岩瀬さん」, 「スポーツ課長の大野さん」. */
const AT_WORK_BEFORE =
  /(?:(?:市(?:役所)?の?)?職員|窓口|受付|係員|係の[人方者]|[課係局部室]長|担当者?の方|司書|保健師|収集員|検針員|作業員)(?:さん|の方)?(?:の|、|は)$/;
/** …but not in a home, a hospital or a firm. */
const AT_PRIVATE_WORK =
  /(?:施設|ホーム|病院|医院|クリニック|作業所|事業所|会社|デイサービス|ステイ|店|塾|園|業者|工場)の?(?:若い|女性の?|男性の?|女の|男の)?(?:職員|窓口|受付|担当者?の方|係の[人方者]|作業員|[課係部室]長)(?:さん|の方)?(?:の|、|は)$/;
const HONOURED = /^ ?(?:さん|様|さま|氏)/;
/** A call or visit to an office right before: who then answers is in office. */
const OFFICE_CALLED =
  /(?:課|係|窓口|支所|市役所|センター|役場|図書館)(?:\([^()\n]{0,16}\))?[にへ][^。\n]{0,10}(?:電話|問い?合わ?せ|伺|行っ|相談|申し込)[^。\n]{0,6}(?:時|とき|ところ|たら|際|と)[はに]?、?$/;
const NAME_PLATE_AFTER = /^[」』]?(?:という|と書いた|と書かれた|と)(?:の)?名札[^。\n]{0,6}(?:職員|係|担当|窓口)/;
/** Who stands for election. */
const CANDIDATE = /(?:選挙カー|立候補|候補者?の|街頭演説|選挙ポスター)[^。\n]{0,24}$/;
const BESIDE_OFFICE = /^[・、と][一-龠々]{1,4}(?:両|[一二三四五]|各)?(?:市|県|両|各)?議員/;

function isInOffice(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 14);
  const before = text.slice(Math.max(0, start - 36), start);
  return (
    (AT_WORK_BEFORE.test(before) && !AT_PRIVATE_WORK.test(before) && HONOURED.test(after)) ||
    (OFFICE_CALLED.test(before) && HONOURED.test(after)) ||
    NAME_PLATE_AFTER.test(after) ||
    CANDIDATE.test(before) ||
    BESIDE_OFFICE.test(after)
  );
}

/** True where the name at [start, end) is public: an office holder's, an artist's, someone's of history. */
export function isPublicPerson(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 10);
  const before = text.slice(Math.max(0, start - 10), start);
  return (
    [0, 1, 2, 3, 4].some((more) => isFamousPerson(text.slice(start, end + more))) ||
    OFFICE_AFTER.test(after) ||
    SAMPLE_BEFORE.test(before) ||
    (nameStrength(text.slice(start, end)) !== 'surname' && OF_AN_ARTIST.test(after)) ||
    PUBLIC_TITLE_AFTER.test(after) ||
    PUBLIC_TITLE_BEFORE.test(before) ||
    IN_OFFICE_BEFORE.test(before) ||
    isInOffice(text, start, end)
  );
}
