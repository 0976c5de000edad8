import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The three programs' roles. On a city's own server the administrator may have made them before (docs/operations.md). */
export const DATABASE_ROLES = ['kotae_portal', 'kotae_desk', 'kotae_worker'] as const;

const APPEND_ONLY = ['case_fact', 'answer_step', 'opinion_fact', 'indicator_value', 'closing'];
const READ_WRITE = [
  'answer_template',
  'city',
  'delivery',
  'indicator',
  'model',
  'opinion',
  'outbox',
  'plan',
  'publication',
  'reply',
  'section',
  'staff',
  'staff_session',
  'submission',
  'submission_band',
  'submission_search',
  'submitter',
  'suggestion',
  'topic',
  'attachment',
];

const UP = [
  ...DATABASE_ROLES.map(
    (role) => `DO $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`,
  ),
  `REVOKE ALL ON SCHEMA public FROM PUBLIC`,
  `REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC`,
  `GRANT USAGE ON SCHEMA public TO ${DATABASE_ROLES.join(', ')}`,

  // The portal: put a submission in, ask for one code, read what is public. Nothing else.
  `GRANT EXECUTE ON FUNCTION accept_submissions(jsonb), look_up_submission(bytea), answer_feedback(bytea, boolean),
     waiting_uploads(jsonb), remove_upload(uuid, bytea) TO kotae_portal`,
  `GRANT INSERT ON attachment TO kotae_portal`,
  `GRANT SELECT ON public_answer, city, section, plan, indicator, count_rollup, count_delta TO kotae_portal`,
  `GRANT SELECT (code, name, section_id, active, sort) ON topic TO kotae_portal`,
  `GRANT SELECT (seq, indicator_id, fiscal_year, value, printed, source_text, recorded_at) ON indicator_value TO kotae_portal`,

  // Desk and worker: facts are appended, never changed.
  `GRANT SELECT, INSERT ON ${APPEND_ONLY.join(', ')} TO kotae_desk, kotae_worker`,
  `GRANT SELECT, INSERT, UPDATE ON ${READ_WRITE.join(', ')} TO kotae_desk, kotae_worker`,
  `GRANT SELECT, INSERT ON count_delta TO kotae_desk, kotae_worker`,
  `GRANT SELECT ON count_rollup, public_answer TO kotae_desk, kotae_worker`,
  `GRANT EXECUTE ON FUNCTION accept_submissions(jsonb), waiting_uploads(jsonb), remove_upload(uuid, bytea) TO kotae_desk, kotae_worker`,
  `GRANT DELETE ON staff_session, answer_template TO kotae_desk`,
  `GRANT INSERT, UPDATE ON count_rollup TO kotae_worker`,
  // Rolling up locks the rows it takes, and a lock asks for the right to update some column; this one cannot be updated.
  `GRANT UPDATE (seq) ON count_delta TO kotae_worker`,
  `GRANT DELETE ON count_delta, attachment, outbox, delivery, staff_session, submission_band, submission_search TO kotae_worker`,
];

/** Roles belong to the server, not to the database: going down takes the rights away and leaves the roles. */
const DOWN = [
  `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${DATABASE_ROLES.join(', ')}`,
  `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM ${DATABASE_ROLES.join(', ')}`,
  `REVOKE ALL ON SCHEMA public FROM ${DATABASE_ROLES.join(', ')}`,
  `GRANT USAGE ON SCHEMA public TO PUBLIC`,
];

export class Rights1789000000002 implements MigrationInterface {
  name = 'Rights1789000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
