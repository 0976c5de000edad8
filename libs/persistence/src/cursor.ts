import { DomainError } from '@kotae/kernel';

/** The place after which a page starts, as an opaque word for addresses. */
export function writeCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** The place of `writeCursor` again, every part checked. Throws `invalid_input` for a word that it did not write. */
export function readCursor(word: string, parts: readonly ((part: string) => boolean)[]): string[] {
  const place = parsed(word);
  if (!Array.isArray(place) || place.length !== parts.length) throw unreadable();
  return place.map((part: unknown, i) => {
    if (typeof part !== 'string' || parts[i]?.(part) !== true) throw unreadable();
    return part;
  });
}

function parsed(word: string): unknown {
  try {
    return JSON.parse(Buffer.from(word, 'base64url').toString('utf8'));
  } catch {
    throw unreadable();
  }
}

function unreadable(): DomainError {
  return new DomainError('invalid_input', '続きの場所が分かりません。一覧をはじめから開いてください。');
}
