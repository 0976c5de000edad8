import { DomainError } from '@kotae/kernel';

/** Where the next page of a list starts: opaque to whoever holds it. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * @param shape one check per value, in order
 * @throws DomainError `invalid_input` when the cursor was not written by `writeCursor` for this list.
 */
export function readCursor(cursor: string, shape: readonly ((value: unknown) => boolean)[]): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === shape.length && shape.every((check, i) => check(values[i]))) {
      return values as (string | number)[];
    }
  } catch {
    // Told below, in plain words.
  }
  throw new DomainError('invalid_input', '一覧の続きを読めませんでした。最初から読み直してください。');
}
