/** A wish not to be contacted, where it stands in the text (UTF-16 offsets). */
export interface DoNotContact {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const CONTACT =
  '(?:連絡|れんらく|電話|でんわ|TEL|メール|手紙|てがみ|郵便(?:物)?|封書|はがき|訪問|返信|返事|へんじ|回答|接触|折り?返し|LINE|ライン|ショートメール|留守電|通知)';
const GAP = '[^。、\\n]{0,12}?';
const ASKED = '(?:ください|下さい|くださ|ほしい|欲しい|もらいたい|いただ|頂|願|お願い|ね|よ|[。！!\\n]|$)';
const VERB =
  '(?:し|なさら|来|こ|出さ|だ?さ|送ら|おくら|入れ|かけ|掛け|よこさ|寄越さ|返さ|くれ|くださら|取ら|とら|訪ね|届け|渡さ)';
const NO = `(?:${VERB} ?ない ?(?:で|よう)[^。\\n]{0,6}?${ASKED}|控えて|(?:ご|御)?遠慮|やめて(?:ください|下さい|ほしい|くれ)|お断り|断り(?:ます|し)|ご容赦|ご無用|無用|不要|いりません|要りません|いらない|要らない|けっこうです|(?:は|も) ?(?:だめ|ダメ|駄目)|必要(?:は)?(?:ありません|ない))`;
const WISH = new RegExp(`${CONTACT}${GAP}${NO}`, 'g');
const NO_VISIT = /(?:家|うち|自宅|職場|会社|実家)(?:に|へ|には)(?:来|こ|電話し|連絡し)ないで/g;
/** Another way is asked for instead: 「電話は遠慮します。手紙でお願いします」 is a wish about the way only. */
const ANOTHER_WAY =
  /(?:手紙|メール|郵送|郵便|文書|書面|はがき|葉書|FAX|ファクス|ファックス|携帯|電話|窓口)(?:で|に)(?:お願い|ください|下さい|頼|お?返事|回答|ご?連絡|いただ|頂|送)/;
/** Somebody else's letters: the writer complains of them or asks the city to change its ways. */
const GENERAL = /紙の|全戸|一律|市民全員|の通知を廃止|チラシ|広告|勧誘|業者|営業|迷惑|予約|手続|申込/;
const AROUND = 40;

/**
 * The writer's wish that nobody call, visit or write, or `null`. 「返信は不要です」 is one: nothing need be sent.
 * A wish about the way only (手紙で、電話は困る) is not.
 */
export function findDoNotContact(text: string): DoNotContact | null {
  for (const pattern of [WISH, NO_VISIT]) {
    for (const found of text.matchAll(pattern)) {
      const start = found.index;
      const end = start + found[0].length;
      const around = text.slice(Math.max(0, start - AROUND), end + AROUND);
      if (ANOTHER_WAY.test(around.replace(found[0], '＿')) || GENERAL.test(around)) continue;
      const words = found[0].replace(/[\s。！!]+$/, '');
      return { start, end: start + words.length, text: words };
    }
  }
  return null;
}
