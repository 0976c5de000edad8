import { DomainError, characters } from '@kotae/kernel';

/** What staff typed, checked for its length: trimmed, or null when nothing was typed. */
export function optionalStaffText(
  value: string | null | undefined,
  field: string,
  label: string,
  limit: number,
): string | null {
  // PostgreSQL's text cannot hold U+0000; nobody types it.
  const text = value?.replaceAll('\u0000', '').trim() ?? '';
  if (text === '') return null;
  if (characters(text) > limit) {
    throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', [
      { field, message: `${label}は${limit.toLocaleString('ja')}文字までで書いてください。` },
    ]);
  }
  return text;
}

export function staffText(value: string | null | undefined, field: string, label: string, limit: number): string {
  const text = optionalStaffText(value, field, label, limit);
  if (text === null) {
    throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', [
      { field, message: `${label}を書いてください。` },
    ]);
  }
  return text;
}
