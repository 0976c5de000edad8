import { optionalText, readEnvironment } from '@kotae/kernel';
import { openDatabase } from '@kotae/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { asOwner } from '../start/owner-connection';
import { explain } from '../start/explain';
import { Trouble } from '../trouble';
import { readAcknowledged, readLetterIds, readLetters, readSerials, type LetterLeft } from './letters-left';

/**
 * `kotae take-over`: after a restore to a point in time, fetches the letters that the old server (KOTAE_TAKE_OVER_FROM)
 * accepted later, under the numbers and codes that their senders were told. To be run before the programs are started.
 */
export async function takeOverCommand(): Promise<void> {
  const { KOTAE_TAKE_OVER_FROM: from } = readEnvironment(process.env, { KOTAE_TAKE_OVER_FROM: optionalText() });
  if (from === null) {
    throw new Trouble(
      '元のサーバーの接続先が要ります。',
      '環境変数 KOTAE_TAKE_OVER_FROM に、元のデータベースの接続先を書いてください。 / Set KOTAE_TAKE_OVER_FROM to the old database.',
    );
  }
  const taken = await asOwner(async ({ source, data }) => {
    const old = await openDatabase({ url: from, poolSize: 2, applicationName: 'kotae take-over' }).catch(
      (error: unknown) => {
        throw explain(error, { data });
      },
    );
    try {
      return await takeOver(old, source);
    } finally {
      await old.destroy();
    }
  });
  console.log(
    taken === 0
      ? '引き取る声はありませんでした。 / Nothing to take over.'
      : `${taken} 件の声を、受付番号と照会コードをそのままに引き取りました。まだ仕分けていない声として受信箱に並びます。 / Taken over.`,
  );
}

/**
 * Puts what `target` lacks into it: letter, sender, files, its first fact and its event. What the desk did with them later
 * is not taken over. All of it or nothing. Returns the number of letters.
 * @throws Trouble when a number was given to another letter in the meantime.
 */
export async function takeOver(old: DataSource, target: DataSource): Promise<number> {
  return old.transaction('REPEATABLE READ', (from) =>
    target.transaction(async (to) => {
      // Nobody is received here meanwhile: the numbers of later letters are free until they are taken.
      await to.query('lock table submission in share row exclusive mode');
      let taken = 0;
      for await (const ids of readLetterIds(from)) {
        for await (const letter of readLetters(from, await missing(to, ids))) {
          await refuseTakenNumber(to, letter);
          await put(to, letter);
          taken += 1;
        }
      }
      await settleAcknowledged(from, to);
      for (const [sequence, value] of Object.entries(await readSerials(from))) {
        await to.query(
          `select setval(quote_ident($1::text)::regclass, greatest($2::bigint, (select last_value from pg_sequences
             where schemaname = 'public' and sequencename = $1::text)))`,
          [sequence, value],
        );
      }
      return taken;
    }),
  );
}

async function missing(to: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await to.query(
    'select x.id from unnest($1::uuid[]) as x(id) where not exists (select 1 from submission s where s.id = x.id)',
    [ids],
  );
  return rows.map(({ id }) => id);
}

async function refuseTakenNumber(to: EntityManager, { submission }: LetterLeft): Promise<void> {
  const others: unknown[] = await to.query(
    'select 1 from submission where (fiscal_year = $1 and receipt_serial = $2) or idempotency_key = $3',
    [submission.fiscal_year, submission.receipt_serial, submission.idempotency_key],
  );
  if (others.length === 0) return;
  throw new Trouble(
    `受付番号が、ほかの声と重なっています（${submission.fiscal_year} 年度 第 ${submission.receipt_serial} 号）。`,
    '戻したあとに、もう新しい声を受け付けています。何も変えていません。開発元にご相談ください。 / A number was given again; nothing was changed.',
  );
}

/** A letter from before the moment may have been acknowledged after it: nobody is to get that mail twice. */
async function settleAcknowledged(from: EntityManager, to: EntityManager): Promise<void> {
  const waiting: { id: string }[] = await to.query(
    `select e.id from outbox e where e.name = 'SubmissionReceived' and (e.expanded_at is null
       or exists (select 1 from delivery d where d.event_id = e.id and d.reaction = 'acknowledge' and d.state = 'pending'))`,
  );
  const ids = waiting.map(({ id }) => id);
  await to.query(
    `insert into delivery (event_id, reaction, state, next_try_at, done_at)
     select x.id, 'acknowledge', 'done', now(), now() from unnest($1::uuid[]) as x(id)
     on conflict (event_id, reaction) do update set state = 'done', done_at = now() where delivery.state = 'pending'`,
    [await readAcknowledged(from, ids)],
  );
}

async function put(to: EntityManager, letter: LetterLeft): Promise<void> {
  const { submission, submitter, attachmentIds, eventId, acknowledged } = letter;
  await to.query('insert into submission select * from json_populate_record(null::submission, $1::json)', [
    JSON.stringify({ ...submission, ...UNTOUCHED, follows_id: await known(to, submission.follows_id) }),
  ]);
  if (submitter !== null) {
    await to.query('insert into submitter select * from json_populate_record(null::submitter, $1::json)', [
      JSON.stringify(submitter),
    ]);
  }
  for (const id of attachmentIds) {
    await to.query(
      'insert into attachment select * from json_populate_record(null::attachment, $1::json) on conflict (id) do update set submission_id = excluded.submission_id, purpose = excluded.purpose',
      [await letter.attachment(id)],
    );
  }
  await to.query(
    `insert into case_fact (submission_id, kind, at, actor_id, actor_name, details)
     values ($1, 'received', $2, $3, coalesce((select name from staff where id = $3), '市民'), jsonb_build_object('channel', $4::text))`,
    [submission.id, submission.received_at, submission.registered_by, submission.channel],
  );
  await to.query(
    `insert into outbox (id, name, payload, created_at, expanded_at)
     values ($1, 'SubmissionReceived', jsonb_build_object('submissionId', $2::text), now(), now())`,
    [eventId, submission.id],
  );
  await to.query(
    `insert into delivery (event_id, reaction, state, next_try_at, done_at)
     select $1, reaction, case when reaction = 'acknowledge' and $2 then 'done' else 'pending' end, now(),
       case when reaction = 'acknowledge' and $2 then now() end
     from unnest(array['suggest', 'acknowledge', 'tell-the-desk']) as reaction`,
    [eventId, acknowledged],
  );
}

/** As a letter is that nobody has opened. */
const UNTOUCHED = {
  state: 'received',
  urgent: null,
  urgent_acknowledged_by: null,
  urgent_acknowledged_at: null,
  do_not_contact: false,
  seen_at: null,
  campaign_id: null,
  closing_reason: null,
  closed_on: null,
  understood: null,
  version: 1,
} as const;

async function known(to: EntityManager, submissionId: string | null): Promise<string | null> {
  if (submissionId === null) return null;
  const rows: { id: string }[] = await to.query('select id from submission where id = $1', [submissionId]);
  return rows[0]?.id ?? null;
}
