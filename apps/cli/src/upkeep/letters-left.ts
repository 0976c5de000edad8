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

const AT_ONCE = 200;

/** Letters received after the instant (null: all), in the order of their numbers. */
export async function* readLettersAfter(from: EntityManager, instant: string | null): AsyncGenerator<LetterLeft[]> {
  await from.query(
    `declare letters no scroll cursor for
     select row_to_json(s) as submission, (select row_to_json(w) from submitter w where w.submission_id = s.id) as submitter,
       array(select a.id::text from attachment a where a.submission_id = s.id) as files, e.id as event,
       exists (select 1 from delivery d where d.event_id = e.id and d.reaction = 'acknowledge' and d.state = 'done') as acknowledged
     from submission s left join outbox e on e.name = 'SubmissionReceived' and e.payload->>'submissionId' = s.id::text
     where ${instant === null ? 'true' : 's.received_at > $1::timestamptz'} order by s.fiscal_year, s.receipt_serial`,
    instant === null ? [] : [instant],
  );
  for (;;) {
    const rows: Row[] = await from.query(`fetch ${AT_ONCE} from letters`);
    yield rows.map((row) => ({
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
    }));
    if (rows.length < AT_ONCE) break;
  }
  await from.query('close letters');
}

/** The last receipt number of each fiscal year that gave one. */
export async function readSerials(from: EntityManager): Promise<Record<string, string>> {
  const rows: { name: string; last: string }[] = await from.query(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and sequencename like 'receipt\\_serial\\_%' and last_value is not null`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
