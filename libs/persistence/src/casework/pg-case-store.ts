import type {
  AnswerStepDraft,
  CaseFactDraft,
  CaseFile,
  CaseOpinion,
  CaseReply,
  CaseStore,
  Places,
  Signature,
  SubmissionChange,
} from '@kotae/casework';
import type { UrgencyKind } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';
import { recordUrgencyUnsaid, recordUrgencyVerdict } from '../classification/urgency-verdict-log';
import { recordVerdicts } from '../classification/verdict-log';
import { notifyDesk } from '../notify-desk';

const LOCK = `select s.id as "submissionId", s.version, s.state, s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial",
    s.body, s.channel, s.district, s.received_on as "receivedOn", s.reply_wanted as "replyWanted", s.reply_channel as "replyChannel",
    s.do_not_contact as "doNotContact", s.urgent, s.urgent_acknowledged_at as "urgencyDecidedAt"
  from submission s where s.id = `;

// Read after the lock is held: what another transaction decided meanwhile is seen.
const OPENED = `select
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'ordinal', o.ordinal, 'start', o.start_at, 'end', o.end_at, 'text', o.text,
        'class', o.class, 'subtype', o.subtype, 'finerClass', o.finer_class, 'topic', o.topic, 'sectionId', o.section_id, 'decidedBy', o.decided_by,
        'decidedAt', o.decided_at, 'answerState', o.answer_state, 'answerBody', o.answer_body, 'answerStep', o.answer_step,
        'answerUpdatedAt', o.answer_updated_at, 'answerVersion', o.answer_version, 'outcome', o.outcome, 'outcomeOn', o.outcome_on,
        'outcomeBy', o.outcome_by, 'nextLookOn', o.next_look_on) order by o.ordinal), '[]')
     from opinion o where o.submission_id = $1 and o.withdrawn_at is null) as opinions,
    (select jsonb_build_object('id', r.id, 'state', r.state, 'channel', r.channel, 'signer', r.signer, 'opening', r.opening,
        'closing', r.closing, 'parts', r.parts, 'sentOn', r.sent_on, 'sentAt', r.sent_at, 'version', r.version)
     from reply r where r.submission_id = $1) as reply,
    exists (select 1 from submitter w where w.submission_id = $1 and w.email is not null) as "hasEmail"`;

const SAVE_OPINIONS = `insert into opinion (id, submission_id, channel, district, received_on, ordinal, start_at, end_at, text, class, subtype,
    finer_class, topic, section_id, decided_by, decided_at, answer_state, answer_body, answer_step, answer_updated_at, answer_version,
    outcome, outcome_on, outcome_by, next_look_on)
  select x.id, $1, $2, $3, $4, x.ordinal, x.start_at, x.end_at, x.text, x.class, x.subtype, x.finer_class, x.topic, x.section_id, x.decided_by, x.decided_at,
    x.answer_state, x.answer_body, x.answer_step, x.answer_updated_at, x.answer_version, x.outcome, x.outcome_on, x.outcome_by, x.next_look_on
  from jsonb_to_recordset($5::jsonb) as x(id uuid, ordinal smallint, start_at int, end_at int, text text, class text, subtype text, finer_class text, topic text,
    section_id text, decided_by text, decided_at timestamptz, answer_state text, answer_body text, answer_step smallint,
    answer_updated_at timestamptz, answer_version int, outcome text, outcome_on date, outcome_by text, next_look_on date)
  on conflict (id) do update set ordinal = excluded.ordinal, start_at = excluded.start_at, end_at = excluded.end_at, text = excluded.text,
    class = excluded.class, subtype = excluded.subtype, finer_class = excluded.finer_class, topic = excluded.topic, section_id = excluded.section_id,
    decided_by = excluded.decided_by, decided_at = excluded.decided_at, answer_state = excluded.answer_state,
    answer_body = excluded.answer_body, answer_step = excluded.answer_step, answer_updated_at = excluded.answer_updated_at,
    answer_version = excluded.answer_version, outcome = excluded.outcome, outcome_on = excluded.outcome_on,
    outcome_by = excluded.outcome_by, next_look_on = excluded.next_look_on`;

type LockedRow = Omit<CaseFile, 'opinions' | 'reply' | 'hasEmail'>;
type OpinionJson = Omit<CaseOpinion, 'decidedAt' | 'answerUpdatedAt'> & {
  decidedAt: string;
  answerUpdatedAt: string | null;
};
interface OpenedRow {
  opinions: OpinionJson[];
  reply: (Omit<CaseReply, 'sentAt'> & { sentAt: string | null }) | null;
  hasEmail: boolean;
}

/** `CaseStore` of libs/casework. A submission is locked first and read after, so that two who decide at once follow each other. */
export class PgCaseStore implements CaseStore {
  constructor(private readonly tx: EntityManager) {}

  open(submissionId: string): Promise<CaseFile | null> {
    return this.#open('$1', submissionId);
  }

  openByOpinion(opinionId: string): Promise<CaseFile | null> {
    return this.#open('(select submission_id from opinion where id = $1 and withdrawn_at is null)', opinionId);
  }

  openByReply(replyId: string): Promise<CaseFile | null> {
    return this.#open('(select submission_id from reply where id = $1)', replyId);
  }

  async unknownPlaces({ topics, sections, finerClasses }: Places): Promise<Places> {
    const inUse = async (sql: string, codes: readonly string[]): Promise<Set<string>> => {
      const rows: { code: string }[] = codes.length === 0 ? [] : await this.tx.query(sql, [codes]);
      return new Set(rows.map(({ code }) => code));
    };
    const missing = (codes: readonly string[], known: ReadonlySet<string>) => codes.filter((code) => !known.has(code));
    // A merge of sections, or the end of a topic, waits for this transaction, or this one for it and sees it.
    return {
      sections: missing(
        sections,
        await inUse(
          `select id as code from section where id = any($1::text[]) and active order by id for share`,
          sections,
        ),
      ),
      topics: missing(
        topics,
        await inUse(`select code from topic where code = any($1::text[]) and active order by code for share`, topics),
      ),
      finerClasses: missing(
        finerClasses,
        await inUse(
          `select (f->>'class') || ' ' || (f->>'code') as code from city, jsonb_array_elements(settings->'classes'->'finer') f
           where (f->>'active')::boolean and (f->>'class') || ' ' || (f->>'code') = any($1::text[])`,
          finerClasses,
        ),
      ),
    };
  }

  async sectionNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; name: string }[] = await this.tx.query(
      'select id, name from section where id = any($1::text[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  async changeSubmission(submissionId: string, change: SubmissionChange): Promise<void> {
    await this.tx.query(
      `update submission set version = version + 1, state = coalesce($2, state), closed_on = coalesce($3, closed_on),
         closing_reason = coalesce($4, closing_reason) where id = $1`,
      [submissionId, change.state ?? null, change.closedOn ?? null, change.closingReason ?? null],
    );
  }

  async decideUrgency(submissionId: string, urgent: UrgencyKind | null, signature: Signature): Promise<void> {
    await recordUrgencyVerdict(this.tx, submissionId, urgent, signature.at);
    await this.tx.query(
      'update submission set urgent = $2, urgent_acknowledged_by = $3, urgent_acknowledged_at = $4 where id = $1',
      [submissionId, urgent, signature.actorName, signature.at],
    );
  }

  async firstSeen(submissionId: string, at: Date): Promise<boolean> {
    const [, changed] = (await this.tx.query('update submission set seen_at = $2 where id = $1 and seen_at is null', [
      submissionId,
      at,
    ])) as [unknown[], number];
    return changed === 1;
  }

  async saveOpinions(file: CaseFile, opinions: readonly CaseOpinion[]): Promise<void> {
    if (opinions.length === 0) return;
    await this.tx.query(SAVE_OPINIONS, [
      file.submissionId,
      file.channel,
      file.district,
      file.receivedOn,
      JSON.stringify(opinions.map(toRow)),
    ]);
  }

  async withdrawOpinions(ids: readonly string[], at: Date): Promise<void> {
    await this.tx.query('update opinion set withdrawn_at = $2 where id = any($1::uuid[])', [ids, at]);
  }

  async saveReply(submissionId: string, reply: CaseReply): Promise<void> {
    await this.tx.query(
      `insert into reply (id, submission_id, state, channel, signer, opening, closing, parts, sent_on, sent_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (id) do update set state = excluded.state, channel = excluded.channel, signer = excluded.signer,
         opening = excluded.opening, closing = excluded.closing, parts = excluded.parts, sent_on = excluded.sent_on,
         sent_at = excluded.sent_at, version = excluded.version`,
      [
        reply.id,
        submissionId,
        reply.state,
        reply.channel,
        reply.signer,
        reply.opening,
        reply.closing,
        JSON.stringify(reply.parts),
        reply.sentOn,
        reply.sentAt,
        reply.version,
      ],
    );
  }

  async appendFacts(submissionId: string, facts: readonly CaseFactDraft[], signature: Signature): Promise<void> {
    await this.tx.query(
      `insert into case_fact (submission_id, opinion_id, kind, at, actor_id, actor_name, details)
       select $1, x.opinion_id, x.kind, $2, $3, $4, x.details
       from jsonb_to_recordset($5::jsonb) as x(opinion_id uuid, kind text, details jsonb)`,
      [
        submissionId,
        signature.at,
        signature.actorId,
        signature.actorName,
        JSON.stringify(facts.map((f) => ({ opinion_id: f.opinionId, kind: f.kind, details: f.details }))),
      ],
    );
    const says = (...kinds: CaseFactDraft['kind'][]) => facts.some(({ kind }) => kinds.includes(kind));
    if (says('opinions_decided', 'circulated', 'forwarded')) {
      await recordUrgencyUnsaid(this.tx, submissionId, signature.at);
    }
    // The first decision is also the judgement on what had been suggested.
    if (says('opinions_decided')) await recordVerdicts(this.tx, submissionId, signature.at);
  }

  async appendAnswerStep(step: AnswerStepDraft, signature: Signature): Promise<void> {
    await this.tx.query(
      `insert into answer_step (opinion_id, action, body, comment, actor_id, actor_name, at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [step.opinionId, step.action, step.body, step.comment, signature.actorId, signature.actorName, signature.at],
    );
  }

  tellDesks(): Promise<void> {
    return notifyDesk(this.tx);
  }

  async #open(which: string, id: string): Promise<CaseFile | null> {
    const locked: LockedRow[] = await this.tx.query(`${LOCK}${which} for no key update of s`, [id]);
    if (locked[0] === undefined) return null;
    const [opened]: OpenedRow[] = await this.tx.query(OPENED, [locked[0].submissionId]);
    const { opinions, reply, hasEmail } = opened!;
    return {
      ...locked[0],
      hasEmail,
      opinions: opinions.map((o) => ({
        ...o,
        decidedAt: new Date(o.decidedAt),
        answerUpdatedAt: o.answerUpdatedAt === null ? null : new Date(o.answerUpdatedAt),
      })),
      reply: reply && { ...reply, sentAt: reply.sentAt === null ? null : new Date(reply.sentAt) },
    };
  }
}

function toRow(o: CaseOpinion) {
  return {
    id: o.id,
    ordinal: o.ordinal,
    start_at: o.start,
    end_at: o.end,
    text: o.text,
    class: o.class,
    subtype: o.subtype,
    finer_class: o.finerClass,
    topic: o.topic,
    section_id: o.sectionId,
    decided_by: o.decidedBy,
    decided_at: o.decidedAt,
    answer_state: o.answerState,
    answer_body: o.answerBody,
    answer_step: o.answerStep,
    answer_updated_at: o.answerUpdatedAt,
    answer_version: o.answerVersion,
    outcome: o.outcome,
    outcome_on: o.outcomeOn,
    outcome_by: o.outcomeBy,
    next_look_on: o.nextLookOn,
  };
}
