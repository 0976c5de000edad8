import { createHash } from 'node:crypto';

/** A UUID (version 8) that belongs to `words`: an event that two workers notice, or one notices twice, is one event. */
export function namedId(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
