import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The doors through which the internet's side reaches the database. They run with the owner's rights, so that the
 * portal's role needs no right to read a submission: it can put one in, ask for one receipt code, and read what is public.
 */
const UP = [
  // Receipt numbers: one sequence per fiscal year. A sequence does not lock writers against each other;
  // a number may be skipped (a retry, a crash), never given twice.
  `DO $$ BEGIN
     FOR fy IN 2015..2060 LOOP EXECUTE format('CREATE SEQUENCE receipt_serial_%s', fy); END LOOP;
   END $$`,

  // A batch of submissions in one statement: all rows of each commit together, or none of the batch does.
  // A key seen before inserts nothing and answers what was accepted then (fresh = false). The function's plans are made once per
  // connection, perhaps while the tables are empty: enable_seqscan = off keeps them right when the tables are full.
  `CREATE FUNCTION accept_submissions(batch jsonb)
   RETURNS TABLE (idempotency_key text, id uuid, fiscal_year smallint, receipt_serial int, received_on date, fingerprint bytea, fresh boolean)
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
   #variable_conflict use_column
   DECLARE written int;
   BEGIN
     RETURN QUERY
     WITH input AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset(batch) AS x(
         id uuid, fiscal_year smallint, code_hash text, idempotency_key text, fingerprint text, kind text, channel text,
         received_on date, received_at timestamptz, subject text, body text, reply_wanted boolean, reply_channel text,
         publish_consent boolean, district text, age_band text, due_on date, registered_by uuid, registered_by_name text,
         follows_code_hash text, submitter jsonb, event_id uuid)
       ORDER BY idempotency_key
     ), fresh AS (
       INSERT INTO submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel,
         received_on, received_at, subject, body, reply_wanted, reply_channel, publish_consent, district, age_band, due_on,
         registered_by, follows_id)
       SELECT i.id, i.fiscal_year, nextval(('receipt_serial_' || i.fiscal_year)::regclass)::int, decode(i.code_hash, 'hex'),
         i.idempotency_key, decode(i.fingerprint, 'hex'), i.kind, i.channel, i.received_on, i.received_at, i.subject, i.body,
         i.reply_wanted, i.reply_channel, i.publish_consent, i.district, i.age_band, i.due_on, i.registered_by,
         CASE WHEN i.follows_code_hash IS NULL THEN NULL
              ELSE (SELECT s.id FROM submission s WHERE s.code_hash = decode(i.follows_code_hash, 'hex')) END
       FROM input i
       ON CONFLICT (idempotency_key) DO NOTHING
       RETURNING submission.idempotency_key, submission.id, submission.fiscal_year, submission.receipt_serial,
         submission.received_on, submission.fingerprint
     ), who AS (
       INSERT INTO submitter (submission_id, name, email, phone, postal_code, address)
       SELECT f.id, i.submitter->>'name', i.submitter->>'email', i.submitter->>'phone', i.submitter->>'postalCode', i.submitter->>'address'
       FROM fresh f JOIN input i ON i.id = f.id WHERE jsonb_typeof(i.submitter) = 'object'
     ), told AS (
       INSERT INTO case_fact (submission_id, kind, at, actor_id, actor_name, details)
       SELECT f.id, 'received', i.received_at, i.registered_by, coalesce(i.registered_by_name, '市民'), jsonb_build_object('channel', i.channel)
       FROM fresh f JOIN input i ON i.id = f.id
     ), event AS (
       INSERT INTO outbox (id, name, payload, created_at)
       SELECT i.event_id, 'SubmissionReceived', jsonb_build_object('submissionId', f.id), now()
       FROM fresh f JOIN input i ON i.id = f.id
     )
     SELECT f.idempotency_key, f.id, f.fiscal_year, f.receipt_serial, f.received_on, f.fingerprint, true FROM fresh f;
     GET DIAGNOSTICS written = ROW_COUNT;

     IF jsonb_path_exists(batch, '$[*].attachments[*]') THEN
       UPDATE attachment a SET submission_id = s.id, purpose = coalesce(f->>'purpose', 'attached')
       FROM jsonb_array_elements(batch) i CROSS JOIN LATERAL jsonb_array_elements(i->'attachments') f
         JOIN submission s ON s.id = (i->>'id')::uuid
       WHERE a.id = (f->>'id')::uuid AND a.key_hash = decode(f->>'keyHash', 'hex') AND a.submission_id IS NULL;
     END IF;

     -- A later statement has a later snapshot: it also sees what a twin committed while ours waited for it.
     IF written < jsonb_array_length(batch) THEN
       RETURN QUERY
       SELECT s.idempotency_key, s.id, s.fiscal_year, s.receipt_serial, s.received_on, s.fingerprint, false
       FROM submission s WHERE s.idempotency_key = ANY (ARRAY(SELECT i->>'idempotency_key' FROM jsonb_array_elements(batch) i));
     END IF;
   END $$`,

  // What a receipt code may learn: what happened so far, and the reply once it was sent. An unknown code answers null.
  `CREATE FUNCTION look_up_submission(code bytea) RETURNS jsonb
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
     SELECT jsonb_build_object(
       'fiscalYear', s.fiscal_year, 'receiptSerial', s.receipt_serial, 'kind', s.kind, 'receivedOn', s.received_on,
       'state', s.state, 'replyWanted', s.reply_wanted AND NOT s.do_not_contact, 'dueOn', s.due_on, 'closedOn', s.closed_on,
       'closingReason', CASE WHEN s.state IN ('circulated', 'forwarded') THEN s.closing_reason END,
       'seenOn', (s.seen_at AT TIME ZONE 'Asia/Tokyo')::date,
       'understood', s.understood,
       'triagedOn', (SELECT (min(o.decided_at) AT TIME ZONE 'Asia/Tokyo')::date FROM opinion o WHERE o.submission_id = s.id),
       'sections', (SELECT coalesce(jsonb_agg(DISTINCT c.name), '[]') FROM opinion o JOIN section c ON c.id = o.section_id
                    WHERE o.submission_id = s.id AND o.withdrawn_at IS NULL),
       'outcomes', (SELECT coalesce(jsonb_agg(jsonb_build_object('ordinal', o.ordinal, 'outcome', o.outcome, 'on', o.outcome_on,
                      'nextLookOn', o.next_look_on) ORDER BY o.ordinal), '[]')
                    FROM opinion o WHERE o.submission_id = s.id AND o.withdrawn_at IS NULL AND o.outcome IS NOT NULL),
       'publishedOn', (SELECT min(p.published_on) FROM publication p WHERE p.submission_id = s.id AND p.state = 'published'),
       'publicationId', (SELECT p.id FROM publication p WHERE p.submission_id = s.id AND p.state = 'published' ORDER BY p.published_on LIMIT 1),
       'reply', (SELECT jsonb_build_object('sentOn', r.sent_on, 'signer', r.signer, 'opening', r.opening, 'parts', r.parts, 'closing', r.closing)
                 FROM reply r WHERE r.submission_id = s.id AND r.state = 'sent'))
     FROM submission s WHERE s.code_hash = code
   $$`,

  // 「この回答で分かりましたか」: true when the code is known and a reply had been sent.
  `CREATE FUNCTION answer_feedback(code bytea, is_understood boolean) RETURNS boolean
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
   DECLARE found_id uuid;
   BEGIN
     UPDATE submission s SET understood = is_understood WHERE s.code_hash = code AND s.state = 'replied'
       AND s.understood IS DISTINCT FROM is_understood RETURNING s.id INTO found_id;
     IF found_id IS NULL THEN
       RETURN EXISTS (SELECT 1 FROM submission s WHERE s.code_hash = code AND s.state = 'replied');
     END IF;
     INSERT INTO case_fact (submission_id, kind, at, actor_name, details)
     VALUES (found_id, 'feedback', now(), '市民', jsonb_build_object('understood', is_understood));
     RETURN true;
   END $$`,

  // Which of these uploads still wait for their submission; ids whose key is wrong are not among them.
  `CREATE FUNCTION waiting_uploads(files jsonb) RETURNS TABLE (id uuid, file_name text, media_type text, byte_size int)
   LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
     SELECT a.id, a.file_name, a.media_type, a.byte_size FROM attachment a
     JOIN jsonb_to_recordset(files) AS x(id uuid, "keyHash" text) ON x.id = a.id AND decode(x."keyHash", 'hex') = a.key_hash
     WHERE a.submission_id IS NULL
   $$`,

  `CREATE FUNCTION remove_upload(file_id uuid, file_key bytea) RETURNS boolean
   LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     WITH gone AS (DELETE FROM attachment a WHERE a.id = file_id AND a.key_hash = file_key AND a.submission_id IS NULL RETURNING 1)
     SELECT EXISTS (SELECT 1 FROM gone)
   $$`,

  `CREATE VIEW public_answer AS
     SELECT p.id, p.title, p.question, p.answer, p.topic, t.name AS topic_name, c.name AS section_name, p.outcome,
            p.received_on, p.answered_on, p.published_on, p.grams
     FROM publication p JOIN topic t ON t.code = p.topic JOIN section c ON c.id = p.section_id
     WHERE p.state = 'published'`,
];

const DOWN = [
  'DROP VIEW public_answer',
  'DROP FUNCTION remove_upload(uuid, bytea)',
  'DROP FUNCTION waiting_uploads(jsonb)',
  'DROP FUNCTION answer_feedback(bytea, boolean)',
  'DROP FUNCTION look_up_submission(bytea)',
  'DROP FUNCTION accept_submissions(jsonb)',
  `DO $$ BEGIN
     FOR fy IN 2015..2060 LOOP EXECUTE format('DROP SEQUENCE receipt_serial_%s', fy); END LOOP;
   END $$`,
];

export class Doors1789000000001 implements MigrationInterface {
  name = 'Doors1789000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
