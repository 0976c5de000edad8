import type { Found } from './pii-span';

const D = '[0-9十百千拾壱弐廿]{1,7}';
const UNIT = '(?:丁目|丁|番地|番|号棟|号室|号|地割)';
const JOIN = `(?: ?(?:丁目|丁|番地|番|地割) ?[の-]? ?(?!${D}階)|号(?:棟|室)?[の-]| ?[-‐‑‒–—―−ーノの] ?)`;
/** 「3丁目11番2号」, 「4-2-1-105」, 「四百二十七番地三」, 「五丁目四番の二」, on a digit view. */
const CHAIN = new RegExp(`${D}(?:${JOIN}${D}){0,5}(?: ?(?:番地先|${UNIT}))?`, 'g');

/** A number said in full: what stands behind it after a blank is another matter (4丁目2-11 3. 電話). */
const WHOLE_CHAIN = /丁目.*[0-9十百千]|番地|号$|-.*-/;
/** Digits behind a blank: another number, but for a floor and a family name that begins with one (五十嵐). */
const NUMBER_BEHIND = /^ [0-9](?![0-9]{0,2}階)(?![十百千]?[一-龠])/;
const NOT_A_HOUSE =
  /^(?:[0-9]|街区|[時分秒年月日人件回歳才個台本枚円倍割点勝敗位階度冊代名軒kKmM%.:,]|キロ|メートル|対[0-9])/;
const BUILDING =
  '(?:荘|ハイツ|コーポ|マンション|団地|アパート|ハイム|メゾン|レジデンス|住宅|コート|ヴィラ|ビラ|寮|ビル|ハウス|パレス|カーサ|フラット|グラン|サン)';
/** 「二号棟の四〇五」, 「3-204」; never the start of a telephone number behind it. */
const ROOM = `[A-Z]?${D}(?: ?(?:号棟|棟|号室|号|室)?[ の-]{0,2}(?!0)[A-Z]?${D}(?![-0-9])){0,2}(?: ?(?:号室|号|室))?`;
const TAIL = new RegExp(
  `^(?: [ァ-ヶー]{2,12}[一-龠々ァ-ヶー]{0,8} ?(?:[IVX]{1,3}|[A-Z])?[ の-]?[A-Z]?[0-9]{2,4}(?:号室|号|室)?(?![-0-9])|(?: |の|、|\\n ?)?(?=[^。、\\n]{0,14}${BUILDING})(?:第[0-9]{1,2}|[0-9]番館)?[一-龠々ぁ-んァ-ヶーA-Za-z・ヶ]{1,14}(?: ?(?:[IVX]{1,3}|[A-Z]|[0-9]号館))?(?:(?: ?の? ?|、)${ROOM})?|(?: |の)${D}階|(?: |の|-)?[A-Z]?${D}(?:号室|室)|-[A-Z][0-9]{1,4})`,
);
const ROOM_OF_BUILDING = new RegExp(`(?:${BUILDING}|^ [ァ-ヶー]{2,}).*[0-9十百千]`);
const POSTCODE_BEFORE = /〒 ?[0-9]{3}-?[0-9]{4}[ \n]?$/;
/** 「Kodama-shi Minato 2-14-305」, 「2-14-305 Minato, Kodama-shi」. */
const LATIN_ADDRESS =
  /(?<![A-Za-z0-9-])(?:(?:[A-Z][a-z-]{1,20},? ){1,4}[0-9]{1,4}(?:-[0-9]{1,4}){1,3}|[0-9]{1,4}(?:-[0-9]{1,4}){1,3},? [A-Z][a-z-]{1,20}(?:,? [A-Z][a-z-]{1,20}){0,3})(?![0-9-])/g;
const LATIN_TOWN = /-(?:shi|ku|cho|machi|gun|mura|chome)\b/;
const BUILDING_ALONE = new RegExp(
  `(?:団地|住宅) ?${D}号棟(?= [一-龠])|(?:団地|ハイツ|コーポ[一-龠ァ-ヶーぁ-ん]{0,6}|マンション|アパート|荘|住宅|ハイム|寮) ?の? ?(?:(?:${D}|[A-Z])(?:号棟|棟|-) ?の?[A-Z]?${D}(?:号室|号|室)?|[A-Z]?${D}(?:号室))|(?:ハイツ|コーポ|メゾン|マンション|アパート|レジデンス|ハイム|コート|パレス|荘|寮)[一-龠々ぁ-んァ-ヶーA-Za-z]{0,8}? ?の?[A-Z]?[0-9]{3,4}(?=に住|の者|の住|です|在住|、?[一-龠]{2,4}(?:です|と申))`,
  'g',
);
const INTRODUCED =
  /(?:引っ?越し先|転居先|転入先|新居|住所|住まい|本籍|番地|場所|所在|自宅|部屋|うち|家|宅|住んで)[^。\n]{0,6}$/;
/** 「緑ヶ丘2-14の木村です」, 「西原3-8に住んで」: two numbers are a house when someone lives there. */
const LIVED_IN =
  /^(?:の[一-龠々]{1,4}(?:です|と申|と言|と云|より|と[いゆ]い)|に(?:住(?!民|宅)|居住|暮ら|転居|引っ?越)|在住|の(?:者|住人|住民|自宅|我が家|実家|借家|うち|家)(?:です|で|に|の|は|から|が|を))|^[ \n]+[一-龠々]{1,4} ?[一-龠々ぁ-んァ-ヶ]{1,4} *(?:\n|$)/;
/** Right before a town: here follows where someone lives, so one number is enough (住所 西原784). */
const ADDRESS_LABEL =
  /(?:住所|お?住まい|所在|届け先|送り先|送付先|宛先|自宅|実家|転居先|転入先|本籍地?)(?:は|が|の|地は?)?[ :、(「]{0,2}$/;
/** A town of a city with one number, alone on its line or with a name or a telephone behind (こだま市西原2207). */
const CITY_TOWN = /^[一-龠々ぁ-んヶケ]{1,6}[市町村].*[一-龠々]$/;
const LINE_ENDS = /^(?: ?(?:\n|$)| [一-龠々]{1,4} [一-龠々ぁ-んァ-ヶ]{1,4} ?(?:\n|$)| ?(?:TEL|Tel|電話|携帯|☎))/;
const PUBLIC_BEFORE =
  /(?:市役所|役場|庁舎|公民館|図書館|センター|病院|学校|支所|体育館|会館|公園|保健所|警察署|消防署|保育[所園]|幼稚園|事務所|こども園)(?:の?(?:所在地|住所))?[ (:は、]{0,3}$/;
const PUBLIC_AFTER =
  /^[ )]{0,2}の? ?(?:こだま市役所|市役所|役場|庁舎|[一-龠ァ-ー]{0,6}(?:公民館|図書館|小学校|中学校|体育館|保健センター|支所|課))/;
const LEADS =
  /^(?:現住所|旧住所|新住所|住所|本籍地?|現在|場所|所在地?|自宅|実家|隣家?|裏|向かい|先方|当方|番地|宛先|宛|〒)/;
const TOWN_CHARACTER = /[一-龠々ヶヵケァ-ヴー]/;
const ADMINISTRATIVE = /[都道府県市区町村郡]|大字|字/;

/**
 * Home addresses in a digit view (`view`; `text` is the normalised text it was made from): a town and a house number in
 * any dress, with building and room. A street without a house number (西原3丁目の集積所) is no address.
 */
export function findAddresses(text: string, view: string): Found[] {
  const found: Found[] = [];
  for (const m of view.matchAll(CHAIN)) {
    const town = townBefore(text, m.index);
    if (town === null) continue;
    const chain = m[0];
    if (chain.startsWith('0')) continue;
    let end = m.index + chain.length;
    const name = text.slice(town, m.index);
    const before = text.slice(Math.max(0, town - 20), town);
    if (PUBLIC_BEFORE.test(before) || PUBLIC_BEFORE.test(name)) continue;
    const behind = view.slice(end, end + 6);
    if (NOT_A_HOUSE.test(behind)) continue;
    if (!WHOLE_CHAIN.test(chain) && (NUMBER_BEHIND.test(behind) || NOT_A_HOUSE.test(behind.trimStart()))) continue;
    const tail = TAIL.exec(view.slice(end, end + 48));
    const room = tail !== null && ROOM_OF_BUILDING.test(tail[0]) && /[丁番の-]/.test(chain);
    const livedIn = LIVED_IN.test(view.slice(end, end + 24));
    const posted = POSTCODE_BEFORE.test(view.slice(Math.max(0, town - 12), town));
    const alone = /^[0-9]{2,5}(?:番地?)?$/.test(view.slice(m.index, end));
    const stated =
      alone &&
      (ADDRESS_LABEL.test(before) ||
        (/(?:^|\n) ?$/.test(before) && CITY_TOWN.test(name) && LINE_ENDS.test(view.slice(end, end + 14))));
    if (
      !room &&
      !posted &&
      !stated &&
      !isHouse(chain, name, livedIn || INTRODUCED.test(before), text.slice(m.index, end))
    )
      continue;
    if (
      tail !== null &&
      !/^[のは、]?(?:市営|県営)?(?:住宅|団地|マンション|アパート)[のにはでが]/.test(
        tail[0] + view.slice(end + tail[0].length, end + tail[0].length + 1),
      )
    ) {
      end += tail[0].length;
    }
    if (PUBLIC_AFTER.test(text.slice(end, end + 20))) continue;
    if (found.length > 0 && (found.at(-1)?.end ?? 0) > town) continue;
    const postcode = POSTCODE_BEFORE.exec(view.slice(Math.max(0, town - 12), town))?.[0].length ?? 0;
    found.push({ start: town - postcode, end, kind: 'address' });
  }
  for (const m of text.matchAll(LATIN_ADDRESS)) {
    const introduced = /address[ :]{1,3}$/i.test(text.slice(Math.max(0, m.index - 10), m.index));
    if (introduced || LATIN_TOWN.test(m[0]))
      found.push({ start: m.index, end: m.index + m[0].length, kind: 'address' });
  }
  for (const m of view.matchAll(BUILDING_ALONE)) {
    const start = townBefore(text, m.index) ?? m.index;
    const end = m.index + m[0].length;
    if (!found.some((f) => f.start < end && start < f.end)) found.push({ start, end, kind: 'address' });
  }
  return found;
}

function isHouse(chain: string, town: string, introduced: boolean, original: string): boolean {
  const numbers = chain.match(/[0-9十百千拾壱弐廿]+/g) ?? [];
  if (/(?:19|20)[0-9]{2}-[01]?[0-9]-/.test(chain)) return false;
  if (/^[0-9]{1,2} ?-[0-9]{1,2}丁目$/.test(chain)) return false;
  if (/丁目/.test(chain)) return numbers.length >= 2;
  if (/番地/.test(chain)) return true;
  if (/番.*号$/.test(chain)) return numbers.length >= 2;
  if (/条|線/.test(chain)) return numbers.length >= 2;
  const hyphens = (chain.match(/[-‐‑‒–—―−ー]/g) ?? []).length;
  if (hyphens >= 2) return true;
  if (numbers.length >= 3 && /[のノ].*[のノ]/.test(chain)) return true;
  if (numbers.length < 2 && /番$/.test(chain) && /字/.test(town)) return true;
  if (numbers.length < 2) return introduced && ADMINISTRATIVE.test(town) && /大字|字/.test(town);
  if (hyphens === 1 || /の|ノ|番/.test(chain)) {
    return (
      introduced || (hyphens === 1 && /大字|字|[市区町村郡]./.test(town) && !/対|戦/.test(town) && original.length >= 3)
    );
  }
  return false;
}

const HIRAGANA = /[ぁ-ん]/;
const LONGEST_TOWN = 30;
/** Hiragana belongs to a place name only right before one of these: こだま市, さくら町, ひばりが丘. */
const AFTER_KANA = /^(?:市|町|村|区|郡|台|野市|野町|が丘|ヶ丘|ケ丘|島市)/;

/** Where the place name that ends right before `end` begins, or `null` when no place name stands there. */
function townBefore(text: string, end: number): number | null {
  let stop = end;
  if (/[ の]/.test(text[stop - 1] ?? '')) stop -= 1;
  let i = stop;
  const floor = Math.max(0, stop - LONGEST_TOWN);
  while (i > floor) {
    const c = text[i - 1] ?? '';
    if (TOWN_CHARACTER.test(c)) {
      i -= 1;
      continue;
    }
    if (!HIRAGANA.test(c)) break;
    if (c === 'り' && text[i - 2] === '通') {
      i -= 2;
      continue;
    }
    if ((c === 'の' || c === 'が') && joinsPlace(text, i, stop)) {
      i -= 1;
      continue;
    }
    if (!AFTER_KANA.test(text.slice(i, i + 3))) break;
    let run = i;
    while (run > floor && HIRAGANA.test(text[run - 1] ?? '')) run -= 1;
    let length = i - run;
    while (length > 2 && /[はがのをにでともへ]/.test(text[run] ?? '')) {
      run += 1;
      length -= 1;
    }
    if (length < 2 || length > 6) break;
    i = run;
    if (TOWN_CHARACTER.test(text[i - 1] ?? '') && !/[都道府県市]/.test(text[i - 1] ?? '')) break;
  }
  let start = i;
  for (
    let lead = LEADS.exec(text.slice(start, stop));
    lead !== null && start + lead[0].length < stop;
    lead = LEADS.exec(text.slice(start, stop))
  ) {
    start += lead[0].length;
  }
  const name = text.slice(start, stop);
  if (name.length === 0 || /^[ァ-ヴー]+$/.test(name) || !/[一-龠々]/.test(name)) return null;
  if (
    /(?:年|月|日|時|第|約|^計|^毎|平均|令和|平成|昭和|大正|番号|電話|携帯|合計|最大|最低|気温|時速|震度|国道|県道|市道|号線|午前|午後|築|年齢|満|約)$/.test(
      name,
    )
  )
    return null;
  return start;
}

/** 「丘の上」 and 「ひばりが丘」: a の or が inside a place name stands before one kanji. */
function joinsPlace(text: string, at: number, stop: number): boolean {
  const after = text.slice(at, stop);
  if (!/^[一-龠](?:[一-龠]|$)/.test(after)) return false;
  return (
    /^[上下内前原宮森里谷台丘浜島木丸関岡崎]/.test(after) &&
    TOWN_CHARACTER.test(text[at - 2] ?? '') &&
    after.length <= 5
  );
}
