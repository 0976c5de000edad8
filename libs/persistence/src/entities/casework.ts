import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { SubmissionRow } from './submission';

/** Who did what when: appended with the change itself, never edited. */
@Entity('case_fact')
@Index('case_fact_submission', ['submissionId', 'seq'])
export class CaseFactRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('uuid') submissionId!: string;
  @Column('uuid', { nullable: true }) opinionId!: string | null;
  @Column('text') kind!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('text') actorName!: string;
  /** Codes and staff's reasons; never a resident's text. */
  @Column('jsonb', { default: {} }) details!: Record<string, unknown>;
}

/** Every text that went through the approval route, with what was said of it. Append-only. */
@Entity('answer_step')
@Index('answer_step_opinion', ['opinionId', 'seq'])
export class AnswerStepRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('uuid') opinionId!: string;
  @Column('text') action!: string;
  @Column('text') body!: string;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('text') actorName!: string;
  @Column('timestamptz') at!: Date;
}

@Entity('answer_template')
export class AnswerTemplateRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) sectionId!: string | null;
  @Column('text') name!: string;
  @Column('text') body!: string;
}

/** The one reply to a submission. */
@Entity('reply')
@Index('reply_sending', ['submissionId'], { where: "state = 'sending'" })
export class ReplyRow {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SubmissionRow)
  @Column('uuid', { unique: true })
  submissionId!: string;
  /** `draft` → `sending` → `sent` | `failed`. */
  @Column('text') state!: string;
  @Column('text', { nullable: true }) channel!: string | null;
  @Column('text') signer!: string;
  @Column('text') opening!: string;
  @Column('text') closing!: string;
  /** Frozen when it is sent: `{opinionId, ordinal, quote, answer, sectionName}[]`. */
  @Column('jsonb', { default: [] }) parts!: unknown;
  @Column('date', { nullable: true }) sentOn!: string | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}
