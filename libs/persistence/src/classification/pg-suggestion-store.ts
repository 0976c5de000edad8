import type { Findings, ReadableSubmission, SuggestionStore } from '@kotae/classification';
import { actorName, type Actor } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';
import { notifyDesk } from '../notify-desk';

const READ = `select id, subject, body, channel, campaign_id as "campaignId" from submission`;

/** Any constant that no other advisory lock uses: campaigns are decided one after another. */
const CAMPAIGN_LOCK = 7_301_001;

/** `SuggestionStore` of libs/classification. */
export class PgSuggestionStore implements SuggestionStore {
  constructor(private readonly tx: EntityManager) {}

  async submission(id: string): Promise<ReadableSubmission | null> {
    const rows: ReadableSubmission[] = await this.tx.query(`${READ} where id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** What was suggested when somebody decided stays: after that a newer model proposes nothing. */
  async save(submissionId: string, findings: Findings, at: Date, actor: Actor): Promise<void> {
    if (findings.suggestion !== null) {
      await this.tx.query(
        `insert into suggestion (submission_id, model_version, created_at, content) values ($1, $2, $3, $4)
         on conflict (submission_id) do update set model_version = excluded.model_version, created_at = excluded.created_at,
           content = excluded.content
         where exists (select 1 from submission where id = $1 and state = 'received')`,
        [submissionId, findings.suggestion.modelVersion, at, findings.suggestion],
      );
    }
    await this.tx.query(
      `insert into submission_search (submission_id, received_on, grams)
       select id, received_on, $2::int[] from submission where id = $1
       on conflict (submission_id) do update set grams = excluded.grams`,
      [submissionId, findings.grams],
    );
    await this.tx.query(
      'insert into submission_band (submission_id, band) select $1, unnest($2::int[]) on conflict do nothing',
      [submissionId, findings.bands],
    );
    const [changed] = (await this.tx.query(
      `update submission set urgent = coalesce(urgent, $2), do_not_contact = do_not_contact or $3
       where id = $1 and (urgent is distinct from coalesce(urgent, $2) or do_not_contact <> (do_not_contact or $3))
       returning (urgent is not null) as "nowUrgent"`,
      [submissionId, findings.urgent?.kind ?? null, findings.doNotContact],
    )) as [{ nowUrgent: boolean }[], number];
    if (changed[0]?.nowUrgent === true && findings.urgent !== null) {
      await this.tx.query(
        `insert into case_fact (submission_id, kind, at, actor_name, details) values ($1, 'urgent_found', $2, $3, $4)`,
        [submissionId, at, actorName(actor), { urgent: findings.urgent.kind }],
      );
    }
    await notifyDesk(this.tx);
  }

  async sharingBand(submissionId: string, bands: readonly number[], limit: number): Promise<ReadableSubmission[]> {
    await this.tx.query('select pg_advisory_xact_lock($1)', [CAMPAIGN_LOCK]);
    // A campaign's keys are on a hundred thousand rows: look at some of them, not at all.
    return this.tx.query(
      `${READ} where id in (select submission_id from submission_band where band = any($2::int[]) and submission_id <> $1 limit 200)
       order by received_on desc, id desc limit $3`,
      [submissionId, bands, limit],
    );
  }

  async putInCampaign(submissionIds: readonly string[], campaignId: string): Promise<void> {
    await this.tx.query('update submission set campaign_id = $2 where id = any($1) and campaign_id is null', [
      submissionIds,
      campaignId,
    ]);
  }
}
