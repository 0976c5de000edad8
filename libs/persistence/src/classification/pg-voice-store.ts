import type { HeardAndDecided, LetterToAsk, Suggestion, VoiceNote, VoiceStore } from '@kotae/classification';
import type { DataSource } from 'typeorm';

/** Looking after the second voice reads this many of the newest submissions. */
const NEWEST = 50;

/** How often the second voice has answered lately. */
export interface VoiceFigures {
  readonly name: string;
  readonly asked: number;
  readonly missing: number;
}

/** `VoiceStore` of libs/classification; what was heard is kept inside the suggestion. */
export class PgVoiceStore implements VoiceStore {
  constructor(private readonly source: DataSource) {}

  async letter(submissionId: string): Promise<LetterToAsk | null> {
    const rows: LetterToAsk[] = await this.source.query(
      `select s.subject, s.body,
         case when w.submission_id is null then null else jsonb_build_object('name', w.name, 'email', w.email, 'phone', w.phone,
           'postalCode', w.postal_code, 'address', w.address) end as writer
       from submission s left join submitter w on w.submission_id = s.id where s.id = $1 and s.state = 'received'`,
      [submissionId],
    );
    return rows[0] ?? null;
  }

  async noteMissing(submissionId: string, note: VoiceNote): Promise<void> {
    await this.source.query(
      `update suggestion set content = content || jsonb_build_object('secondVoice', $2::jsonb)
       where submission_id = $1 and exists (select 1 from submission where id = $1 and state = 'received')`,
      [submissionId, note],
    );
  }

  /** The present suggestion; null when there is none. */
  async suggestion(submissionId: string): Promise<Suggestion | null> {
    const rows: { content: Suggestion }[] = await this.source.query(
      'select content from suggestion where submission_id = $1',
      [submissionId],
    );
    return rows[0]?.content ?? null;
  }

  /** Submissions sorted after this voice was heard, oldest first, the newest `limit` of them. */
  async decided(name: string, limit: number): Promise<HeardAndDecided[]> {
    const rows: HeardAndDecided[] = await this.source.query(
      `select g.content->'opinions' as opinions, d.decided
       from suggestion_verdict v join suggestion g on g.submission_id = v.submission_id
       cross join lateral (
         select jsonb_agg(jsonb_build_object('start', o.start_at, 'end', o.end_at, 'class', x.decided_class, 'topic', x.decided_topic)
           order by o.ordinal) as decided
         from opinion o join opinion_verdict x on x.opinion_id = o.id where o.submission_id = v.submission_id) d
       where g.content->'secondVoice'->>'name' = $1 and g.content->'secondVoice'->'missing' = 'null' and d.decided is not null
       order by v.decided_on desc, v.submission_id desc limit $2`,
      [name, limit],
    );
    return rows.reverse();
  }

  /** How the voice asked last has answered of late; null while none was asked in the last days. */
  async figures(): Promise<VoiceFigures | null> {
    const rows: VoiceFigures[] = await this.source.query(
      `select g.content->'secondVoice'->>'name' as name, count(*)::int as asked,
         count(*) filter (where g.content->'secondVoice'->'missing' <> 'null')::int as missing
       from (select id from submission order by id desc limit ${NEWEST}) s join suggestion g on g.submission_id = s.id
       where g.content ? 'secondVoice' and g.created_at > now() - interval '3 days'
       group by 1 order by max(g.created_at) desc limit 1`,
    );
    return rows[0] ?? null;
  }
}
