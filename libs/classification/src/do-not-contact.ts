/** A wish not to be contacted, where it stands in the text (UTF-16 offsets). */
export interface DoNotContact {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const CONTACT =
  '(?:連絡|れんらく|電話|でんわ|メール|手紙|てがみ|郵便|通知|訪問|返信|接触|折り?返し|LINE|ライン|ショートメール|留守電)';
const NOT = '(?:しない|しないで|なさらない|来ない|出さない|送らない|おくらない|入れない|かけない|よこさない|寄越さない|控え|遠慮|やめて|止めて|お断り|ご容赦|困り|こまり|だめ|ダメ|駄目)';
const WISH = new RegExp(`${CONTACT}[^。、\\n]{0,12}?${NOT}`);

/** The writer's wish that nothing be sent or that nobody call, or `null`. 「返事は不要」 alone is no such wish. */
export function findDoNotContact(text: string): DoNotContact | null {
  const found = WISH.exec(text);
  if (found === null) return null;
  return { start: found.index, end: found.index + found[0].length, text: found[0] };
}
