import type { DayString } from '@kotae/kernel';
import type { SqlValues } from './sql-values';

export const INBOX_VIEW_NAMES = [
  'untriaged',
  'urgent',
  'due_soon',
  'overdue',
  'answering',
  'to_approve',
  'to_send',
  'promises',
  'all',
] as const;
export type InboxViewName = (typeof INBOX_VIEW_NAMES)[number];

/** Whose inbox, on which day. */
export interface InboxScope {
  /** Only what has a live opinion of this section; null = everything. */
  readonly sectionId: string | null;
  readonly today: DayString;
  /** Last day that counts as due soon. */
  readonly dueSoonUntil: DayString;
}

/** `urgent_newest`: unacknowledged urgent ones first, then by day of arrival; the others soonest first. */
export type InboxOrder = 'urgent_newest' | 'due' | 'next_look';

export const INBOX_ORDERS: Readonly<Record<InboxViewName, InboxOrder>> = {
  untriaged: 'urgent_newest',
  urgent: 'urgent_newest',
  due_soon: 'due',
  overdue: 'due',
  answering: 'urgent_newest',
  to_approve: 'urgent_newest',
  to_send: 'urgent_newest',
  promises: 'next_look',
  all: 'urgent_newest',
};

const OPEN = `s.state in ('received', 'triaged', 'answered')`;

/** What nobody has sorted yet is no section's: a section's open ones are found without passing those. */
const IN_WORK = `s.state in ('triaged', 'answered')`;

/** Someone has to look at once, and nobody has said yet that they do. */
export const URGENT_WAITING = `(s.urgent is not null and s.urgent_acknowledged_at is null and ${OPEN})`;

/** The condition on `submission s` under which a row stands in a view. */
export function inboxCondition(view: InboxViewName, scope: InboxScope, values: SqlValues): string {
  const assigned = (more: string) => {
    const section = scope.sectionId === null ? '' : ` and o.section_id = ${values.at(scope.sectionId, 'text')}`;
    return `exists (select 1 from opinion o where o.submission_id = s.id and o.withdrawn_at is null${section}${more})`;
  };
  // Asked for only where it is used: a value without a place is an error.
  const mine = () => (scope.sectionId === null ? '' : ` and ${assigned('')}`);
  const open = scope.sectionId === null ? OPEN : IN_WORK;
  switch (view) {
    case 'untriaged':
      return scope.sectionId === null ? `s.state = 'received'` : 'false';
    case 'urgent':
      return `s.urgent is not null and ${open}${mine()}`;
    case 'due_soon':
      return `${open} and s.due_on between ${values.at(scope.today, 'date')} and ${values.at(scope.dueSoonUntil, 'date')}${mine()}`;
    case 'overdue':
      return `${open} and s.due_on < ${values.at(scope.today, 'date')}${mine()}`;
    case 'answering':
      // A section looks for what it still has to write; the desk for everything that is with the sections.
      return scope.sectionId === null
        ? `s.state = 'triaged'`
        : `s.state = 'triaged' and ${assigned(` and o.answer_state in ('waiting', 'draft', 'sent_back')`)}`;
    case 'to_approve':
      return `s.state = 'triaged' and ${assigned(` and o.answer_state = 'submitted'`)}`;
    case 'to_send':
      return `s.state = 'answered' and not exists (select 1 from reply r where r.submission_id = s.id and r.state = 'sending')${mine()}`;
    case 'promises':
      return assigned(' and o.next_look_on is not null');
    case 'all':
      return scope.sectionId === null ? 'true' : assigned('');
  }
}
