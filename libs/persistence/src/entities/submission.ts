import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SectionRow } from './city';

/** 通: what one person sent through one channel at one time. Who sent it stands apart, in `submitter`. */
@Entity('submission')
@Index('submission_receipt', ['fiscalYear', 'receiptSerial'], { unique: true })
@Index('submission_inbox', ['state', 'receivedOn', 'id'])
@Index('submission_all', ['receivedOn', 'id'])
@Index('submission_due', ['dueOn', 'id'], {
  where: "state in ('received', 'triaged', 'answered') and due_on is not null",
})
@Index('submission_urgent', ['receivedOn', 'id'], {
  where: "urgent is not null and state in ('received', 'triaged', 'answered')",
})
@Index('submission_in_work', ['dueOn', 'id'], { where: "state in ('triaged', 'answered')" })
@Index('submission_campaign_newest', ['campaignId', 'receivedOn', 'id'], { where: 'campaign_id is not null' })
export class SubmissionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('smallint') fiscalYear!: number;
  @Column('integer') receiptSerial!: number;
  @Column('bytea', { unique: true }) codeHash!: Buffer;
  @Column('text', { unique: true }) idempotencyKey!: string;
  /** Hash of what was sent, to tell a retry from another submission under the same key. */
  @Column('bytea') fingerprint!: Buffer;
  @Column('text') kind!: string;
  @Column('text') channel!: string;
  /** The civil date it really arrived. */
  @Column('date') receivedOn!: string;
  /** The instant it was recorded. */
  @Column('timestamptz') receivedAt!: Date;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text') body!: string;
  @Column('boolean') replyWanted!: boolean;
  @Column('text', { nullable: true }) replyChannel!: string | null;
  @Column('boolean') publishConsent!: boolean;
  @Column('text', { nullable: true }) district!: string | null;
  @Column('text', { nullable: true }) ageBand!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  /** `received` → `triaged` → `answered` → `replied` | `circulated` | `forwarded`. */
  @Column('text', { default: 'received' }) state!: string;
  @Column('text', { nullable: true }) urgent!: string | null;
  @Column('text', { nullable: true }) urgentAcknowledgedBy!: string | null;
  @Column('timestamptz', { nullable: true }) urgentAcknowledgedAt!: Date | null;
  @Column('boolean', { default: false }) doNotContact!: boolean;
  /** First time a person of the desk opened it. */
  @Column('timestamptz', { nullable: true }) seenAt!: Date | null;
  @Column('uuid', { nullable: true }) registeredBy!: string | null;
  @Column('uuid', { nullable: true }) followsId!: string | null;
  /** Submissions with nearly the same text share one. */
  @Column('uuid', { nullable: true }) campaignId!: string | null;
  @Column('text', { nullable: true }) closingReason!: string | null;
  @Column('date', { nullable: true }) closedOn!: string | null;
  /** true / false after the resident answered 「この回答で分かりましたか」. */
  @Column('boolean', { nullable: true }) understood!: boolean | null;
  @Column('integer', { default: 1 }) version!: number;
}

/** 提出者: identity, kept apart so that only those who need it read it. No row = anonymous. */
@Entity('submitter')
export class SubmitterRow {
  @ForeignKey(() => SubmissionRow)
  @PrimaryColumn('uuid')
  submissionId!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) postalCode!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
}

/** A checked and re-encoded file. Until its submission is accepted `submissionId` is null and a sweep removes it after a day. */
@Entity('attachment')
@Index('attachment_submission', ['submissionId'])
@Index('attachment_pending', ['createdAt'], { where: 'submission_id is null' })
export class AttachmentRow {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SubmissionRow)
  @Column('uuid', { nullable: true })
  submissionId!: string | null;
  /** Hash of the key that the uploader got; whoever holds the key may attach or remove the file. */
  @Column('bytea') keyHash!: Buffer;
  @Column('text', { default: 'attached' }) purpose!: string;
  @Column('text') fileName!: string;
  @Column('text') mediaType!: string;
  @Column('integer') byteSize!: number;
  @Column('bytea') content!: Buffer;
  @Column('timestamptz') createdAt!: Date;
}

/** 件: one point in a submission, with its present decision. What it was before stands in `opinion_fact` and `case_fact`. */
@Entity('opinion')
@Index('opinion_submission', ['submissionId', 'ordinal'])
@Index('opinion_section', ['sectionId', 'answerState', 'receivedOn', 'id'], { where: 'withdrawn_at is null' })
@Index('opinion_section_newest', ['sectionId', 'receivedOn', 'submissionId'], { where: 'withdrawn_at is null' })
@Index('opinion_class_behind', ['class', 'receivedOn', 'id'], { where: 'withdrawn_at is null' })
@Index('opinion_outcome_behind', ['outcome', 'outcomeOn', 'id'], {
  where: 'withdrawn_at is null and outcome is not null',
})
@Index('opinion_promise', ['nextLookOn', 'id'], { where: 'withdrawn_at is null and next_look_on is not null' })
export class OpinionRow {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SubmissionRow)
  @Column('uuid')
  submissionId!: string;
  @Column('smallint') ordinal!: number;
  /** UTF-16 offsets into the body. */
  @Column('integer') startAt!: number;
  @Column('integer') endAt!: number;
  @Column('text') text!: string;
  @Column('text') class!: string;
  @Column('text', { nullable: true }) subtype!: string | null;
  /** 細分類 of the city's own, or none. */
  @Column('text', { nullable: true }) finerClass!: string | null;
  @Column('text') topic!: string;
  @ForeignKey(() => SectionRow)
  @Column('text')
  sectionId!: string;
  @Column('text') channel!: string;
  @Column('text', { nullable: true }) district!: string | null;
  @Column('date') receivedOn!: string;
  @Column('text') decidedBy!: string;
  @Column('timestamptz') decidedAt!: Date;
  /** State of its answer: `waiting` `draft` `submitted` `sent_back` `approved` `not_needed`. */
  @Column('text', { default: 'waiting' }) answerState!: string;
  @Column('text', { default: '' }) answerBody!: string;
  /** Steps of the approval route that are done. */
  @Column('smallint', { default: 0 }) answerStep!: number;
  @Column('timestamptz', { nullable: true }) answerUpdatedAt!: Date | null;
  @Column('integer', { default: 0 }) answerVersion!: number;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('date', { nullable: true }) outcomeOn!: string | null;
  @Column('text', { nullable: true }) outcomeBy!: string | null;
  @Column('date', { nullable: true }) nextLookOn!: string | null;
  /** An opinion that a later split replaced; it stays, and counts no more. */
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

/** Character bigrams (libs/japanese) for search and similar opinions. */
@Entity('submission_search')
@Index('submission_search_newest', ['receivedOn', 'submissionId'])
@Index('submission_search_grams', ['grams'], { type: 'gin' })
export class SubmissionSearchRow {
  @ForeignKey(() => SubmissionRow)
  @PrimaryColumn('uuid')
  submissionId!: string;
  @Column('date') receivedOn!: string;
  @Column('int', { array: true }) grams!: number[];
}

/** Near-duplicate band keys (libs/classification): two submissions that share one are compared. */
@Entity('submission_band')
@Index('submission_band_newest', ['band', 'submissionId'])
export class SubmissionBandRow {
  @ForeignKey(() => SubmissionRow)
  @PrimaryColumn('uuid')
  submissionId!: string;
  @PrimaryColumn('int') band!: number;
}
