import { actorName, type DayString } from '@kotae/kernel';
import type {
  AnsweredCase,
  AnsweredOpinion,
  MarkVerdict,
  Publication,
  PublicationFact,
  PublicationStore,
} from '@kotae/publication';
import type { EntityManager } from 'typeorm';
import { notifyDesk } from './notify-desk';

/** The columns of a publication as `Publication` of libs/publication names them. */
export const PUBLICATION_COLUMNS = `p.id, p.submission_id as "submissionId", p.opinion_ids as "opinionIds", p.state, p.title,
  p.question, p.answer, p.topic, p.section_id as "sectionId", p.outcome, p.received_on as "receivedOn",
  p.answered_on as "answeredOn", p.published_on as "publishedOn", p.withdrawn_on as "withdrawnOn",
  p.withdrawn_reason as "withdrawnReason", p.cleared, p.hidden, p.version`;

/** `PublicationStore` of libs/publication. */
export class PgPublicationStore implements PublicationStore {
  constructor(private readonly tx: EntityManager) {}

  async openCase(submissionId: string): Promise<AnsweredCase | null> {
    const [found]: Omit<AnsweredCase, 'opinions'>[] = await this.tx.query(
      `select id as "submissionId", state, subject, received_on as "receivedOn", closed_on as "answeredOn",
              publish_consent as "publishConsent"
       from submission where id = $1 for update`,
      [submissionId],
    );
    if (found === undefined) return null;
    const [reply]: { sentOn: string | null; parts: { opinionId: string; answer: string }[] }[] = await this.tx.query(
      `select sent_on as "sentOn", parts from reply where submission_id = $1 and state = 'sent'`,
      [submissionId],
    );
    const sent = new Map(reply?.parts.map((part) => [part.opinionId, part.answer]));
    const opinions: (AnsweredOpinion & { answerState: string })[] = await this.tx.query(
      `select id, ordinal, text, answer_body as answer, answer_state as "answerState", topic, section_id as "sectionId", outcome
       from opinion where submission_id = $1 and withdrawn_at is null order by ordinal`,
      [submissionId],
    );
    return {
      ...found,
      answeredOn: reply?.sentOn ?? found.answeredOn,
      opinions: opinions.map(({ answerState, ...opinion }) => ({
        ...opinion,
        answer: sent.get(opinion.id) ?? (answerState === 'approved' ? opinion.answer : null),
      })),
    };
  }

  async open(publicationId: string): Promise<Publication | null> {
    const rows: Publication[] = await this.tx.query(
      `select ${PUBLICATION_COLUMNS} from publication p where p.id = $1 for update`,
      [publicationId],
    );
    return rows[0] ?? null;
  }

  async taken(opinionIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.tx.query(
      `select distinct o.id from opinion o
       join publication p on p.submission_id = o.submission_id and o.id = any(p.opinion_ids) and p.state <> 'withdrawn'
       where o.id = any($1::uuid[])`,
      [opinionIds],
    );
    return rows.map(({ id }) => id);
  }

  async add(p: Publication): Promise<void> {
    await this.tx.query(
      `insert into publication (id, submission_id, opinion_ids, state, title, question, answer, topic, section_id, outcome,
         received_on, answered_on, cleared, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        p.id,
        p.submissionId,
        p.opinionIds,
        p.state,
        p.title,
        p.question,
        p.answer,
        p.topic,
        p.sectionId,
        p.outcome,
        p.receivedOn,
        p.answeredOn,
        JSON.stringify(p.cleared),
        p.version,
      ],
    );
  }

  async save(p: Publication, grams: readonly number[]): Promise<void> {
    await this.tx.query(
      `update publication set state = $2, title = $3, question = $4, answer = $5, outcome = $6, published_on = $7,
         withdrawn_on = $8, withdrawn_reason = $9, cleared = $10, grams = $11, version = $12, hidden = $13
       where id = $1`,
      [
        p.id,
        p.state,
        p.title,
        p.question,
        p.answer,
        p.outcome,
        p.publishedOn,
        p.withdrawnOn,
        p.withdrawnReason,
        JSON.stringify(p.cleared),
        grams,
        p.version,
        JSON.stringify(p.hidden),
      ],
    );
  }

  async recordMarks(publicationId: string, day: DayString, verdicts: readonly MarkVerdict[]): Promise<void> {
    await this.tx.query(
      `insert into pii_verdict (publication_id, kind, decided_on, kept, removed, added, rewritten)
       select $1, x.kind, $2, x.kept, x.removed, x.added, x.rewritten
       from jsonb_to_recordset($3::jsonb) as x(kind text, kept smallint, removed smallint, added smallint, rewritten smallint)`,
      [publicationId, day, JSON.stringify(verdicts)],
    );
  }

  async appendFact({ kind, submissionId, at, actor, details }: PublicationFact): Promise<void> {
    await this.tx.query(
      `insert into case_fact (submission_id, kind, at, actor_id, actor_name, details) values ($1, $2, $3, $4, $5, $6)`,
      [submissionId, kind, at, actor.kind === 'staff' ? actor.staffId : null, actorName(actor), details],
    );
  }

  async tellDesks(): Promise<void> {
    await notifyDesk(this.tx);
  }
}
