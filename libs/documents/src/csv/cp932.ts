/**
 * Windows code page 932, the Shift_JIS of Japanese Excel. The platform's decoder is the WHATWG one, which is CP932 with
 * NEC and IBM extensions; the table for encoding is that decoder read backwards.
 */
const decoder = new TextDecoder('shift_jis', { fatal: true });

/** Characters that stand for each other in the two standards: Unicode's own mapping of Shift_JIS against Microsoft's. */
const SAME_CHARACTER: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¥': '￥',
};

/** Rows 89–92 (lead bytes ED, EE) repeat the IBM extensions; Windows writes those of FA–FC. */
const REPEATED_LEADS = new Set([0xed, 0xee]);
/** F0–F9 are private use: what they show depends on the machine. */
const PRIVATE_LEADS = { first: 0xf0, last: 0xf9 };

let encodeTable: ReadonlyMap<string, number> | undefined;

function table(): ReadonlyMap<string, number> {
  encodeTable ??= buildTable();
  return encodeTable;
}

function buildTable(): Map<string, number> {
  const codes = new Map<string, number>();
  for (let byte = 0; byte < 0x80; byte += 1) codes.set(String.fromCharCode(byte), byte);
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) codes.set(String.fromCharCode(0xff61 + byte - 0xa1), byte);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if ((lead > 0x9f && lead < 0xe0) || REPEATED_LEADS.has(lead)) continue;
    if (lead >= PRIVATE_LEADS.first && lead <= PRIVATE_LEADS.last) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const character = trail === 0x7f ? null : decodePair(lead, trail);
      if (character !== null && !codes.has(character)) codes.set(character, lead * 256 + trail);
    }
  }
  for (const [written, stored] of Object.entries(SAME_CHARACTER)) {
    const code = codes.get(stored);
    if (code !== undefined) codes.set(written, code);
  }
  return codes;
}

function decodePair(lead: number, trail: number): string | null {
  try {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    return [...text].length === 1 ? text : null;
  } catch {
    return null; // not assigned
  }
}

/** The CP932 bytes of a text, or null when a character has none. */
export function encodeCp932(text: string): number[] | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = table().get(character);
    if (code === undefined) return null;
    if (code > 0xff) bytes.push(code >> 8, code & 0xff);
    else bytes.push(code);
  }
  return bytes;
}

/** The text of CP932 bytes, or null when they are not CP932. */
export function decodeCp932(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
