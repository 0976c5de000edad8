import type { CaseOpinion, CaseReply, HistoryNames, SubmissionState } from '@kotae/casework';
import {
  LIMITS,
  classNamesOf,
  type AgeBand,
  type Channel,
  type DayString,
  type ReplyChannel,
  type SubmissionKind,
  type UrgencyKind,
} from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { readCitySettings } from '../city-settings';

/** One step of an answer's approval, as it was taken. */
export interface AnswerStepRecord {
  readonly opinionId: string;
  readonly action: 'submit' | 'approve' | 'send_back' | 'approve_on_behalf';
  readonly comment: string | null;
  readonly by: string;
  readonly at: string;
}

export interface AttachmentRecord {
  readonly id: string;
  readonly purpose: 'attached' | 'scan';
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
}

/** Everything of one submission, before roles decide what of it is shown. */
export interface SubmissionRecord {
  readonly submissionId: string;
  readonly version: number;
  readonly fiscalYear: number;
  readonly receiptSerial: number;
  readonly kind: SubmissionKind;
  readonly channel: Channel;
  readonly receivedOn: DayString;
  readonly receivedAt: Date;
  readonly state: SubmissionState;
  readonly subject: string | null;
  readonly body: string;
  readonly urgent: UrgencyKind | null;
  readonly urgencyDecidedBy: string | null;
  readonly urgencyDecidedAt: Date | null;
  readonly doNotContact: boolean;
  readonly district: string | null;
  readonly ageBand: AgeBand | null;
  readonly publishConsent: boolean;
  readonly replyWanted: boolean;
  readonly replyChannel: ReplyChannel | null;
  readonly dueOn: DayString | null;
  readonly seen: boolean;
  readonly closedOn: DayString | null;
  readonly closingReason: string | null;
  readonly submitter: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly postalCode: string | null;
    readonly address: string | null;
  } | null;
  readonly opinions: readonly (CaseOpinion & { readonly topicName: string; readonly sectionName: string })[];
  readonly steps: readonly AnswerStepRecord[];
  /** `Suggestion` of libs/classification, as it was made. */
  readonly suggestion: unknown;
  /** Lead section by topic, of the topics that are in use today. */
  readonly topicsInUse: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentRecord[];
  readonly reply: CaseReply | null;
  readonly publicationIds: readonly string[];
  readonly follows: {
    readonly submissionId: string;
    readonly fiscalYear: number;
    readonly receiptSerial: number;
  } | null;
  /** `size` is counted up to `LIMITS.counted`. */
  readonly campaign: { readonly size: number; readonly submissionIds: readonly string[] } | null;
}

const DETAIL = `select s.id as "submissionId", s.version, s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial", s.kind, s.channel,
  s.received_on as "receivedOn", s.received_at as "receivedAt", s.state, s.subject, s.body, s.urgent,
  s.urgent_acknowledged_by as "urgencyDecidedBy", s.urgent_acknowledged_at as "urgencyDecidedAt", s.do_not_contact as "doNotContact",
  s.district, s.age_band as "ageBand", s.publish_consent as "publishConsent", s.reply_wanted as "replyWanted", s.reply_channel as "replyChannel",
  s.due_on as "dueOn", s.seen_at is not null as seen, s.closed_on as "closedOn", s.closing_reason as "closingReason",
  (select jsonb_build_object('name', w.name, 'email', w.email, 'phone', w.phone, 'postalCode', w.postal_code, 'address', w.address)
   from submitter w where w.submission_id = s.id) as submitter,
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'ordinal', o.ordinal, 'start', o.start_at, 'end', o.end_at, 'text', o.text,
     'class', o.class, 'subtype', o.subtype, 'finerClass', o.finer_class, 'topic', o.topic, 'topicName', coalesce(t.name, o.topic), 'sectionId', o.section_id,
     'sectionName', c.name, 'decidedBy', o.decided_by, 'decidedAt', o.decided_at, 'answerState', o.answer_state, 'answerBody', o.answer_body,
     'answerStep', o.answer_step, 'answerUpdatedAt', o.answer_updated_at, 'answerVersion', o.answer_version, 'outcome', o.outcome,
     'outcomeOn', o.outcome_on, 'outcomeBy', o.outcome_by, 'nextLookOn', o.next_look_on) order by o.ordinal), '[]')
   from opinion o join section c on c.id = o.section_id left join topic t on t.code = o.topic
   where o.submission_id = s.id and o.withdrawn_at is null) as opinions,
  (select coalesce(jsonb_agg(jsonb_build_object('opinionId', a.opinion_id, 'action', a.action, 'comment', a.comment, 'by', a.actor_name,
     'at', a.at) order by a.seq), '[]')
   from answer_step a where a.opinion_id in (select o.id from opinion o where o.submission_id = s.id and o.withdrawn_at is null)) as steps,
  (select g.content from suggestion g where g.submission_id = s.id) as suggestion,
  (select coalesce(jsonb_object_agg(t.code, t.section_id), '{}') from topic t where t.active) as "topicsInUse",
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'purpose', f.purpose, 'fileName', f.file_name, 'mediaType', f.media_type,
     'byteSize', f.byte_size) order by f.created_at, f.id), '[]') from attachment f where f.submission_id = s.id) as attachments,
  (select jsonb_build_object('id', r.id, 'state', r.state, 'channel', r.channel, 'signer', r.signer, 'opening', r.opening,
     'closing', r.closing, 'parts', r.parts, 'sentOn', r.sent_on, 'sentAt', r.sent_at, 'version', r.version)
   from reply r where r.submission_id = s.id) as reply,
  array(select p.id from publication p where p.submission_id = s.id order by p.id) as "publicationIds",
  (select jsonb_build_object('submissionId', f.id, 'fiscalYear', f.fiscal_year, 'receiptSerial', f.receipt_serial)
   from submission f where f.id = s.follows_id) as follows,
  case when s.campaign_id is null then null else (select jsonb_build_object(
     'size', (select count(*) from (select from submission m where m.campaign_id = s.campaign_id limit ${LIMITS.counted}) n),
     'submissionIds', (select coalesce(jsonb_agg(n.id), '[]') from (select m.id from submission m where m.campaign_id = s.campaign_id and m.id <> s.id
        order by m.received_on desc, m.id desc limit 50) n))) end as campaign
from submission s where s.id = $1`;

/** One submission in one statement, and the files and facts that belong to it. */
export class SubmissionReader {
  constructor(private readonly source: DataSource | EntityManager) {}

  async detail(submissionId: string): Promise<SubmissionRecord | null> {
    const rows: SubmissionRecord[] = await this.source.query(DETAIL, [submissionId]);
    const row = rows[0];
    if (row === undefined) return null;
    return {
      ...row,
      opinions: row.opinions.map((o) => ({
        ...o,
        decidedAt: new Date(o.decidedAt),
        answerUpdatedAt: o.answerUpdatedAt === null ? null : new Date(o.answerUpdatedAt),
      })),
      reply: row.reply && { ...row.reply, sentAt: row.reply.sentAt === null ? null : new Date(row.reply.sentAt) },
    };
  }

  /** The submission that a live opinion belongs to. */
  async submissionOf(opinionId: string): Promise<string | null> {
    const rows: { id: string }[] = await this.source.query(
      'select submission_id as id from opinion where id = $1 and withdrawn_at is null',
      [opinionId],
    );
    return rows[0]?.id ?? null;
  }

  /** Whether a live opinion of the submission is assigned to the section. */
  async isAssigned(submissionId: string, sectionId: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      'select 1 from opinion where submission_id = $1 and section_id = $2 and withdrawn_at is null limit 1',
      [submissionId, sectionId],
    );
    return rows.length > 0;
  }

  async exists(submissionId: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query('select 1 from submission where id = $1', [submissionId]);
    return rows.length > 0;
  }

  /** What was done with a submission, oldest first, at most a thousand facts. */
  async history(submissionId: string): Promise<FactRecord[]> {
    return this.source.query(
      `select f.seq, f.at, f.actor_name as "by", f.kind, f.details, o.ordinal as "opinionOrdinal"
       from case_fact f left join opinion o on o.id = f.opinion_id where f.submission_id = $1 order by f.seq limit 1000`,
      [submissionId],
    );
  }

  /** Names of every topic and section, also those no longer in use. */
  async names(): Promise<HistoryNames> {
    const rows: { kind: 'topic' | 'section'; code: string; name: string }[] = await this.source.query(
      `select 'topic' as kind, code, name from topic union all select 'section', id, name from section`,
    );
    const of = (kind: 'topic' | 'section') => new Map(rows.filter((r) => r.kind === kind).map((r) => [r.code, r.name]));
    const { classes } = await readCitySettings(this.source);
    return {
      topics: of('topic'),
      sections: of('section'),
      classes: classNamesOf(classes),
      finerClasses: new Map((classes?.finer ?? []).map(({ code, name }) => [code, name])),
    };
  }
}

export interface FactRecord {
  readonly seq: string;
  readonly at: Date;
  readonly by: string;
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly opinionOrdinal: number | null;
}
