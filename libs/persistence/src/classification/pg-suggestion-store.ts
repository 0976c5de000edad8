import type { CampaignMember, ReadableSubmission, Reading, SuggestionStore } from '@kotae/classification';
import { actorName, type Actor } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';
import { notifyDesk } from '../notify-desk';

const COLUMNS = 'id, subject, body, channel, campaign_id as "campaignId"';

/** Any constant that no other advisory lock uses: campaigns are decided one after another. */
const CAMPAIGN_LOCK = 7_301_001;

/** A campaign's keys are on a hundred thousand rows: of each key so many are looked at, the newest, not all. */
const ROWS_OF_A_KEY = 8;

/** `SuggestionStore` of libs/classification. Every step writes all readings with one statement. */
export class PgSuggestionStore implements SuggestionStore {
  constructor(private readonly tx: EntityManager) {}

  async submissions(ids: readonly string[]): Promise<ReadableSubmission[]> {
    return this.tx.query(`select ${COLUMNS} from submission where id = any($1::uuid[]) order by id`, [ids]);
  }

  async sharingBands(readings: readonly Reading[], limit: number): Promise<Map<string, ReadableSubmission[]>> {
    await this.tx.query('select pg_advisory_xact_lock($1)', [CAMPAIGN_LOCK]);
    const columns = [idsOf(readings), readings.map(({ findings }) => intArray(findings.bands))];
    await this.tx.query(
      `insert into submission_band (submission_id, band)
       select x.id, b from unnest($1::uuid[], $2::text[]) as x(id, bands) cross join unnest(x.bands::int[]) b
       on conflict do nothing`,
      columns,
    );
    const rows: (ReadableSubmission & { of: string })[] = await this.tx.query(
      `select x.id as of, s.id, s.subject, s.body, s.channel, s.campaign_id as "campaignId"
       from unnest($1::uuid[], $2::text[]) with ordinality as x(id, bands, place)
       cross join lateral (
         select near.submission_id, count(*) as shared from unnest(x.bands::int[]) key
         cross join lateral (select submission_id from submission_band where band = key and submission_id <> x.id
           order by submission_id desc limit ${ROWS_OF_A_KEY}) near
         group by 1 order by 2 desc, 1 desc limit $3) other
       join submission s on s.id = other.submission_id
       order by x.place, other.shared desc, s.id desc`,
      [...columns, limit],
    );
    return Map.groupBy(rows, ({ of }) => of);
  }

  /**
   * What was suggested when somebody decided stays: after that a newer model proposes nothing, and nothing is called urgent. An
   * alarm stays until then, too, with its reasons, its rules and the model that raised it.
   */
  async save(
    readings: readonly Reading[],
    campaigns: readonly CampaignMember[],
    at: Date,
    actor: Actor,
  ): Promise<void> {
    const suggested = readings.flatMap(({ submissionId, findings: { suggestion } }) =>
      suggestion === null ? [] : [{ id: submissionId, version: suggestion.modelVersion, content: suggestion }],
    );
    if (suggested.length > 0) {
      await this.tx.query(
        `insert into suggestion (submission_id, model_version, created_at, content)
         select x.id, x.version, $2::timestamptz, x.content from jsonb_to_recordset($1) as x(id uuid, version text, content jsonb)
         on conflict (submission_id) do update set model_version = excluded.model_version, created_at = excluded.created_at,
           content = case when suggestion.content->'urgent' <> 'null' then excluded.content || jsonb_build_object(
             'urgent', suggestion.content->'urgent', 'urgencyRules', suggestion.content->'urgencyRules',
             'urgencyModel', coalesce(suggestion.content->>'urgencyModel', suggestion.model_version)) else excluded.content end
         where exists (select 1 from submission where id = excluded.submission_id and state = 'received')`,
        [JSON.stringify(suggested), at],
      );
    }
    await this.tx.query(
      `insert into submission_search (submission_id, received_on, grams)
       select s.id, s.received_on, x.grams::int[] from unnest($1::uuid[], $2::text[]) as x(id, grams) join submission s on s.id = x.id
       on conflict (submission_id) do update set grams = excluded.grams`,
      [idsOf(readings), readings.map(({ findings }) => intArray(findings.grams))],
    );
    const nowUrgent = await this.#mark(readings, campaigns);
    if (nowUrgent.length > 0) {
      await this.tx.query(
        `insert into case_fact (submission_id, kind, at, actor_name, details)
         select x.id, 'urgent_found', $2::timestamptz, $3, jsonb_build_object('urgent', x.urgent)
         from jsonb_to_recordset($1) as x(id uuid, urgent text)`,
        [JSON.stringify(nowUrgent), at, actorName(actor)],
      );
    }
    await notifyDesk(this.tx);
  }

  /** Puts on the submissions themselves what was found; rows are locked in the order of their ids. Answers what became urgent by it. */
  async #mark(
    readings: readonly Reading[],
    campaigns: readonly CampaignMember[],
  ): Promise<{ id: string; urgent: string }[]> {
    const found = readings.flatMap(({ submissionId, findings: { urgent, doNotContact } }) =>
      urgent === null && !doNotContact ? [] : [{ id: submissionId, urgent: urgent?.kind ?? null, doNotContact }],
    );
    const joined = campaigns.map(({ submissionId, campaignId }) => ({ id: submissionId, campaign: campaignId }));
    if (found.length + joined.length === 0) return [];
    const [changed] = (await this.tx.query(
      `with found as (
         select id, max(urgent) as urgent, coalesce(bool_or("doNotContact"), false) as do_not_contact, max(campaign) as campaign
         from jsonb_to_recordset($1) as x(id uuid, urgent text, "doNotContact" boolean, campaign text) group by id),
       locked as (
         select s.id, s.urgent, s.do_not_contact, s.campaign_id, s.urgent_acknowledged_at is not null as decided
         from submission s join found f on f.id = s.id order by s.id for no key update of s),
       now as (
         select l.id, case when l.decided then l.urgent else coalesce(l.urgent, f.urgent) end as urgent,
           l.do_not_contact or f.do_not_contact as do_not_contact, coalesce(l.campaign_id, f.campaign::uuid) as campaign_id
         from locked l join found f on f.id = l.id),
       changed as (select now.*, l.urgent is distinct from now.urgent as "nowUrgent" from now join locked l on l.id = now.id
         where (l.urgent, l.do_not_contact, l.campaign_id) is distinct from (now.urgent, now.do_not_contact, now.campaign_id))
       update submission s set urgent = c.urgent, do_not_contact = c.do_not_contact, campaign_id = c.campaign_id
       from changed c where s.id = c.id
       returning s.id, s.urgent, c."nowUrgent"`,
      [JSON.stringify([...found, ...joined])],
    )) as [{ id: string; urgent: string; nowUrgent: boolean }[], number];
    return changed.filter(({ nowUrgent }) => nowUrgent).map(({ id, urgent }) => ({ id, urgent }));
  }
}

const idsOf = (readings: readonly Reading[]): string[] => readings.map(({ submissionId }) => submissionId);

/** An `int[]` as text: arrays of unequal length travel as one column. */
const intArray = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;
