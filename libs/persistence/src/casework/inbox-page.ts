import { isDay, isId } from '@kotae/kernel';
import { searchCondition } from './inbox-search';
import { INBOX_ORDERS, URGENT_WAITING, inboxCondition, type InboxScope, type InboxViewName } from './inbox-views';
import { readCursor, writeCursor } from './keyset-cursor';
import type { SqlValues } from './sql-values';

export interface PageAsked {
  readonly view: InboxViewName;
  readonly scope: InboxScope;
  readonly search: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/** Where a row stands in its view: urgent ones before the others, then by a day, then by its id. */
export interface InboxPlace {
  readonly rank: number;
  readonly key: string;
  readonly id: string;
}

export function cursorOf(view: InboxViewName, { rank, key, id }: InboxPlace): string {
  return writeCursor([view, rank, key, id]);
}

/** The statement for `rank`, `key` and `id` of one page and one row more, in the view's order. */
export function pageStatement(asked: PageAsked, values: SqlValues): string {
  const after = asked.after === null ? null : placeOf(asked.view, asked.after);
  const limit = values.at(asked.limit + 1, 'int');
  if (INBOX_ORDERS[asked.view] !== 'urgent_newest') return soonestFirst(asked, after, limit, values);
  const waiting = after?.rank === 1 ? [] : [urgentWaiting(asked, after, limit, values)];
  const others = newest(asked, after?.rank === 1 ? after : null, limit, values);
  return `select * from (${[...waiting, others].map((part) => `(${part})`).join(' union all ')}) u order by rank, key desc, id desc limit ${limit}`;
}

function placeOf(view: InboxViewName, cursor: string): InboxPlace {
  const [, rank, key, id] = readCursor(cursor, [
    (v) => v === view,
    (v) => v === 0 || v === 1,
    (v) => typeof v === 'string' && isDay(v),
    isId,
  ]);
  return { rank: Number(rank), key: String(key), id: String(id) };
}

function conditionOf({ view, scope, search }: PageAsked, values: SqlValues): string {
  const found = search === null ? '' : ` and ${searchCondition(search, values)}`;
  return `${inboxCondition(view, scope, values)}${found}`;
}

function urgentWaiting(asked: PageAsked, after: InboxPlace | null, limit: string, values: SqlValues): string {
  return `select 0 as rank, s.received_on as key, s.id from submission s
    where ${URGENT_WAITING} and ${conditionOf(asked, values)}${beyond('s.received_on, s.id', '<', after, values)}
    order by s.received_on desc, s.id desc limit ${limit}`;
}

function newest(asked: PageAsked, after: InboxPlace | null, limit: string, values: SqlValues): string {
  const { view, scope, search } = asked;
  // Everything of a section, led by its opinions: what is not its own is not passed on the way.
  if (view === 'all' && scope.sectionId !== null) {
    return `select 1 as rank, n.* from (
        select distinct o.received_on as key, o.submission_id as id from opinion o join submission s on s.id = o.submission_id
        where o.section_id = ${values.at(scope.sectionId, 'text')} and o.withdrawn_at is null and not ${URGENT_WAITING}
          ${search === null ? '' : `and ${searchCondition(search, values)}`}${beyond('o.received_on, o.submission_id', '<', after, values)}
        order by key desc, id desc limit ${limit}) n`;
  }
  return `select 1 as rank, s.received_on as key, s.id from submission s
    where not ${URGENT_WAITING} and ${conditionOf(asked, values)}${beyond('s.received_on, s.id', '<', after, values)}
    order by s.received_on desc, s.id desc limit ${limit}`;
}

function soonestFirst(asked: PageAsked, after: InboxPlace | null, limit: string, values: SqlValues): string {
  const { scope } = asked;
  const key =
    INBOX_ORDERS[asked.view] === 'due'
      ? 's.due_on'
      : `(select min(o.next_look_on) from opinion o where o.submission_id = s.id and o.withdrawn_at is null${
          scope.sectionId === null ? '' : ` and o.section_id = ${values.at(scope.sectionId, 'text')}`
        })`;
  return `select 0 as rank, ${key} as key, s.id from submission s
    where ${conditionOf(asked, values)}${beyond(`${key}, s.id`, '>', after, values)} order by 2, 3 limit ${limit}`;
}

function beyond(place: string, which: '<' | '>', after: InboxPlace | null, values: SqlValues): string {
  return after === null
    ? ''
    : ` and (${place}) ${which} (${values.at(after.key, 'date')}, ${values.at(after.id, 'uuid')})`;
}
