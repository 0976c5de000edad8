import { newId } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';

/** A letter on another server, as it was handed in; `submission` and `submitter` are the tables' rows. */
export interface LetterLeft {
  readonly submission: {
    readonly id: string;
    readonly fiscal_year: number;
    readonly receipt_serial: number;
    readonly idempotency_key: string;
    readonly received_at: string;
    readonly registered_by: string | null;
    readonly channel: string;
    readonly follows_id: string | null;
  };
  readonly submitter: Readonly<Record<string, string | null>> | null;
  readonly attachmentIds: readonly string[];
  /** Reads one file's row as JSON: they are large. */
  attachment(id: string): Promise<string>;
  /** The event that told of it: its mails keep their Message-ID. */
  readonly eventId: string;
  /** Whether its acknowledgement went out. */
  readonly acknowledged: boolean;
}

interface Row {
  readonly submission: LetterLeft['submission'];
  readonly submitter: LetterLeft['submitter'];
  readonly files: string[];
  readonly event: string | null;
  readonly acknowledged: boolean;
}

const IDS_AT_ONCE = 5_000;
const LETTERS_AT_ONCE = 200;

/** The ids of all letters in the order of their numbers: of no clock, because a letter's instant is its portal's. */
export async function* readLetterIds(from: EntityManager): AsyncGenerator<string[]> {
  await from.query(
    'declare letters no scroll cursor for select id from submission order by fiscal_year, receipt_serial',
  );
  for (;;) {
    const rows: { id: string }[] = await from.query(`fetch ${IDS_AT_ONCE} from letters`);
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < IDS_AT_ONCE) break;
  }
  await from.query('close letters');
}

/** Letters with these ids, in the order of their numbers, a part at a time. */
export async function* readLetters(from: EntityManager, ids: readonly string[]): AsyncGenerator<LetterLeft> {
  for (let start = 0; start < ids.length; start += LETTERS_AT_ONCE) {
    const rows: Row[] = await from.query(
      `select row_to_json(s) as submission, (select row_to_json(w) from submitter w where w.submission_id = s.id) as submitter,
         array(select a.id::text from attachment a where a.submission_id = s.id) as files, e.id as event,
         exists (select 1 from delivery d where d.event_id = e.id and d.reaction = 'acknowledge' and d.state = 'done') as acknowledged
       from submission s left join outbox e on e.name = 'SubmissionReceived' and e.payload->>'submissionId' = s.id::text
       where s.id = any($1::uuid[]) order by s.fiscal_year, s.receipt_serial`,
      [ids.slice(start, start + LETTERS_AT_ONCE)],
    );
    for (const row of rows) {
      yield {
        submission: row.submission,
        submitter: row.submitter,
        attachmentIds: row.files,
        attachment: async (id) => {
          const [file]: { row: string }[] = await from.query(
            'select row_to_json(a)::text as row from attachment a where id = $1',
            [id],
          );
          return file!.row;
        },
        eventId: row.event ?? newId(),
        acknowledged: row.acknowledged,
      };
    }
  }
}

/** Which of these events' acknowledgements went out. */
export async function readAcknowledged(from: EntityManager, eventIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await from.query(
    `select event_id as id from delivery where event_id = any($1::uuid[]) and reaction = 'acknowledge' and state = 'done'`,
    [eventIds],
  );
  return rows.map(({ id }) => id);
}

/** The last receipt number of each fiscal year that gave one. */
export async function readSerials(from: EntityManager): Promise<Record<string, string>> {
  const rows: { name: string; last: string }[] = await from.query(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and sequencename like 'receipt\\_serial\\_%' and last_value is not null`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
