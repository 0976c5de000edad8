import type { DayString } from '@kotae/kernel';
import type { DataSource } from 'typeorm';

/** What an acknowledgement needs. */
export interface ToAcknowledge {
  readonly submissionId: string;
  readonly idempotencyKey: string;
  readonly fiscalYear: number;
  readonly receiptSerial: number;
  readonly receivedOn: DayString;
  readonly dueOn: DayString | null;
  readonly subject: string | null;
  readonly body: string;
  readonly email: string | null;
  /** True when staff registered it: who sent paper was told on paper. */
  readonly registeredByStaff: boolean;
}

/** What tells whether a letter is urgent. */
export interface ToWeigh {
  readonly submissionId: string;
  readonly subject: string | null;
  readonly body: string;
}

/** What the mailed reply needs. */
export interface ToReply {
  readonly submissionId: string;
  readonly state: string;
  readonly fiscalYear: number;
  readonly receiptSerial: number;
  readonly doNotContact: boolean;
  readonly email: string | null;
  readonly name: string | null;
  readonly signer: string;
  readonly opening: string;
  readonly closing: string;
  readonly parts: readonly { ordinal: number; quote: string; answer: string; sectionName: string }[];
}

/** What the worker's mails are made from. */
export class MailReader {
  constructor(private readonly source: DataSource) {}

  async toAcknowledge(submissionId: string): Promise<ToAcknowledge | null> {
    const rows: ToAcknowledge[] = await this.source.query(
      `select s.id as "submissionId", s.idempotency_key as "idempotencyKey", s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial",
              s.received_on as "receivedOn", s.due_on as "dueOn", s.subject, s.body, w.email, s.registered_by is not null as "registeredByStaff"
       from submission s left join submitter w on w.submission_id = s.id where s.id = $1`,
      [submissionId],
    );
    return rows[0] ?? null;
  }

  async toWeigh(submissionIds: readonly string[]): Promise<ToWeigh[]> {
    return this.source.query('select id as "submissionId", subject, body from submission where id = any($1::uuid[])', [
      submissionIds,
    ]);
  }

  async toReply(replyId: string): Promise<ToReply | null> {
    const rows: ToReply[] = await this.source.query(
      `select r.submission_id as "submissionId", r.state, s.fiscal_year as "fiscalYear", s.receipt_serial as "receiptSerial",
              s.do_not_contact as "doNotContact", w.email, w.name, r.signer, r.opening, r.closing, r.parts
       from reply r join submission s on s.id = r.submission_id left join submitter w on w.submission_id = s.id where r.id = $1`,
      [replyId],
    );
    return rows[0] ?? null;
  }
}
