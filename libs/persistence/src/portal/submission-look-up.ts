import type { DayString, Outcome, SubmissionKind } from '@kotae/kernel';
import type { DataSource } from 'typeorm';
import { pgPool } from '../pg-pool';

/** What the database's door `look_up_submission` tells whoever holds a receipt code. */
export interface FoundSubmission {
  readonly fiscalYear: number;
  readonly receiptSerial: number;
  readonly kind: SubmissionKind;
  readonly receivedOn: DayString;
  readonly state: 'received' | 'triaged' | 'answered' | 'replied' | 'circulated' | 'forwarded';
  readonly replyWanted: boolean;
  readonly dueOn: DayString | null;
  readonly closedOn: DayString | null;
  readonly closingReason: string | null;
  readonly seenOn: DayString | null;
  readonly understood: boolean | null;
  readonly triagedOn: DayString | null;
  readonly sections: readonly string[];
  readonly outcomes: readonly {
    readonly ordinal: number;
    readonly outcome: Outcome;
    readonly on: DayString;
    readonly nextLookOn: DayString | null;
  }[];
  readonly publishedOn: DayString | null;
  readonly publicationId: string | null;
  readonly reply: {
    readonly sentOn: DayString;
    readonly signer: string;
    readonly opening: string;
    readonly parts: readonly { ordinal: number; quote: string; answer: string; sectionName: string }[];
    readonly closing: string;
  } | null;
}

/** The two questions that a receipt code may ask. */
export class SubmissionLookUp {
  constructor(private readonly source: DataSource) {}

  /** Null when no submission has this code. */
  async find(codeHash: Buffer): Promise<FoundSubmission | null> {
    const { rows } = await pgPool(this.source).query<{ found: FoundSubmission | null }>({
      name: 'look_up_submission',
      text: 'select look_up_submission($1) as found',
      values: [codeHash],
    });
    return rows[0]?.found ?? null;
  }

  /** 「この回答で分かりましたか」. False when the code is unknown or no reply was sent. */
  async answerFeedback(codeHash: Buffer, understood: boolean): Promise<boolean> {
    const { rows } = await pgPool(this.source).query<{ kept: boolean }>('select answer_feedback($1, $2) as kept', [
      codeHash,
      understood,
    ]);
    return rows[0]?.kept === true;
  }
}
