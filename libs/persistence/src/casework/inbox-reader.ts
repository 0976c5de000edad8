import type { AnswerState, ReplyState, SubmissionState } from '@kotae/casework';
import {
  LIMITS,
  type Channel,
  type DayString,
  type OpinionClass,
  type SubmissionKind,
  type UrgencyKind,
} from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { cursorOf, pageStatement, type InboxPlace, type PageAsked } from './inbox-page';
import { holdsWords } from './inbox-search';
import { INBOX_ORDERS, INBOX_VIEW_NAMES, inboxCondition, type InboxScope, type InboxViewName } from './inbox-views';
import { SqlValues } from './sql-values';

/** A row of the inbox before it is masked and put into words. */
export interface InboxRecord {
  readonly submissionId: string;
  readonly fiscalYear: number;
  readonly receiptSerial: number;
  readonly kind: SubmissionKind;
  readonly channel: Channel;
  readonly receivedOn: DayString;
  readonly state: SubmissionState;
  readonly urgent: UrgencyKind | null;
  readonly subject: string | null;
  /** The beginning of the body, long enough for an excerpt. */
  readonly beginning: string;
  readonly dueOn: DayString | null;
  readonly replyWanted: boolean;
  readonly doNotContact: boolean;
  readonly seen: boolean;
  readonly replyState: ReplyState | null;
  readonly opinions: readonly {
    readonly class: OpinionClass;
    readonly topicName: string;
    readonly sectionName: string;
    readonly answerState: AnswerState;
    readonly nextLookOn: DayString | null;
  }[];
  /** What the machine proposed, while nobody has decided; null when it has not read it yet. */
  readonly suggested:
    readonly { readonly class: OpinionClass; readonly topicName: string; readonly sectionName: string }[] | null;
  readonly pii: readonly { readonly start: number; readonly end: number }[] | null;
}

export interface InboxQuery extends PageAsked {
  /** A text as the reader of the inbox may see it: a search finds nothing in what is masked. */
  readonly shown: (text: string, pii: InboxRecord['pii']) => string;
}

export type InboxNumbers = Readonly<Record<Exclude<InboxViewName, 'all'>, number>>;

/** A page with hits that the re-check refuses is filled up from the next ones, so many times. */
const MOST_ROUNDS = 5;

/** The one inbox. Keyset pages; no row is asked for on its own. */
export class InboxReader {
  constructor(private readonly source: DataSource | EntityManager) {}

  async page(query: InboxQuery): Promise<{ items: InboxRecord[]; next: string | null }> {
    const items: InboxRecord[] = [];
    let after = query.after;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { rows, next } = await this.#rows({ ...query, after });
      for (const { body, ...row } of rows) {
        const hit = () => `${query.shown(row.subject ?? '', null)} ${query.shown(body ?? '', row.pii)}`;
        if (query.search === null || holdsWords(query.search, hit())) items.push(row);
      }
      after = next;
      if (next === null || items.length > 0) break;
    }
    return { items, next: after };
  }

  /** How many stand in each view, in one statement: `untriaged` exactly, the others up to `LIMITS.counted`. */
  async numbers(scope: InboxScope): Promise<InboxNumbers> {
    const values = new SqlValues();
    const columns = INBOX_VIEW_NAMES.filter((view) => view !== 'all').map((view) => {
      const most = view === 'untriaged' ? '' : ` limit ${LIMITS.counted}`;
      return `(select count(*)::int from (select from submission s where ${inboxCondition(view, scope, values)}${most}) n) as ${view}`;
    });
    const [row]: InboxNumbers[] = await this.source.query(`select ${columns.join(', ')}`, values.list);
    return row!;
  }

  /** Changes with every fact that is recorded. */
  async lastFact(): Promise<string> {
    const [row]: { seq: string | null }[] = await this.source.query('select max(seq) as seq from case_fact');
    return row?.seq ?? '0';
  }

  async #rows(query: InboxQuery): Promise<{ rows: (InboxRecord & { body: string | null })[]; next: string | null }> {
    const values = new SqlValues();
    const page = pageStatement(query, values);
    const rows: (InboxRecord & Omit<InboxPlace, 'id'> & { body: string | null })[] = await this.source.query(
      `with page as (${page})
       select page.rank, page.key, s.id as "submissionId", s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial", s.kind, s.channel,
         s.received_on as "receivedOn", s.state, s.urgent, s.subject, left(s.body, 400) as beginning, s.due_on as "dueOn",
         s.reply_wanted as "replyWanted", s.do_not_contact as "doNotContact", s.seen_at is not null as seen,
         ${query.search === null ? 'null' : 's.body'} as body,
         (select r.state from reply r where r.submission_id = s.id) as "replyState",
         (select coalesce(jsonb_agg(jsonb_build_object('class', o.class, 'topicName', coalesce(t.name, o.topic), 'sectionName', c.name,
            'answerState', o.answer_state, 'nextLookOn', o.next_look_on) order by o.ordinal), '[]')
          from opinion o join section c on c.id = o.section_id left join topic t on t.code = o.topic
          where o.submission_id = s.id and o.withdrawn_at is null) as opinions,
         (select jsonb_agg(jsonb_build_object('class', x->'class'->>'code', 'topicName', coalesce(t.name, ''),
            'sectionName', coalesce(c.name, '')) order by n)
          from jsonb_array_elements(g.content->'opinions') with ordinality as e(x, n) left join topic t on t.code = x->'topic'->>'code' and t.active
            left join section c on c.id = t.section_id
          where s.state = 'received') as suggested,
         g.content->'pii' as pii
       from page join submission s on s.id = page.id left join suggestion g on g.submission_id = s.id
       order by page.rank, ${INBOX_ORDERS[query.view] === 'urgent_newest' ? 'page.key desc, page.id desc' : 'page.key, page.id'}`,
      values.list,
    );
    const kept = rows.slice(0, query.limit);
    const last = kept.at(-1);
    const next =
      rows.length > query.limit && last !== undefined
        ? cursorOf(query.view, { rank: last.rank, key: last.key, id: last.submissionId })
        : null;
    return { rows: kept.map(({ rank: _rank, key: _key, ...row }) => row), next };
  }
}
