import { LIMITS } from '@kotae/kernel';
import { cleanLine } from '../clean-text';
import type { AnswersQuery } from './public-reading';

/** Reads the address of a list page; what makes no sense is left out. */
export function readAnswersQuery(query: Readonly<Record<string, unknown>>): AnswersQuery {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const after = one('after');
  return {
    query: [...(cleanLine(one('q')) ?? '')].slice(0, LIMITS.searchQuery).join(''),
    topic: /^[a-z0-9_-]{1,60}$/.test(one('topic')) ? one('topic') : '',
    after: /^[A-Za-z0-9_-]{1,200}$/.test(after) ? after : null,
  };
}
