import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OpinionRow, SubmissionRow } from './submission';

/** What the machine proposed for a submission, with the version of the model that did. */
@Entity('suggestion')
export class SuggestionRow {
  @ForeignKey(() => SubmissionRow)
  @PrimaryColumn('uuid')
  submissionId!: string;
  @Column('text') modelVersion!: string;
  @Column('timestamptz') createdAt!: Date;
  /** `Suggestion` of libs/classification. */
  @Column('jsonb') content!: unknown;
}

@Entity('model')
@Index('model_active', ['active'], { unique: true, where: 'active' })
export class ModelRow {
  @PrimaryColumn('text') version!: string;
  @Column('timestamptz') trainedAt!: Date;
  @Column('integer') trainedOn!: number;
  @Column('boolean') active!: boolean;
  @Column('jsonb', { nullable: true }) evaluation!: unknown;
  @Column('text', { default: '' }) words!: string;
  @Column('bytea') content!: Buffer;
}

/** The first decision on a submission beside what was suggested at that moment. Append-only. */
@Entity('suggestion_verdict')
@Index('suggestion_verdict_day', ['decidedOn', 'submissionId'])
export class SuggestionVerdictRow {
  @ForeignKey(() => SubmissionRow)
  @PrimaryColumn('uuid')
  submissionId!: string;
  @Column('text') modelVersion!: string;
  /** Civil day of the decision. */
  @Column('date') decidedOn!: string;
  /** Opinions that were proposed, and those that were decided. */
  @Column('smallint') proposedCount!: number;
  @Column('smallint') decidedCount!: number;
  /** Kind of danger that was proposed. */
  @Column('text', { nullable: true }) urgent!: string | null;
}

/** One opinion as first decided, beside what was suggested for mostly the same words; nulls where nothing was. Append-only. */
@Entity('opinion_verdict')
@Index('opinion_verdict_day', ['decidedOn', 'opinionId'])
export class OpinionVerdictRow {
  @ForeignKey(() => OpinionRow)
  @PrimaryColumn('uuid')
  opinionId!: string;
  @Column('uuid') submissionId!: string;
  @Column('text') modelVersion!: string;
  @Column('date') decidedOn!: string;
  @Column('text', { nullable: true }) proposedClass!: string | null;
  /** Confidence that was shown, in thousandths. */
  @Column('smallint', { nullable: true }) classPermille!: number | null;
  @Column('text', { nullable: true }) proposedTopic!: string | null;
  @Column('smallint', { nullable: true }) topicPermille!: number | null;
  /** Where the decided topic stood among those shown: 1, 2, 3; 0 = not among them. */
  @Column('smallint', { nullable: true }) topicPlace!: number | null;
  @Column('text', { nullable: true }) proposedSection!: string | null;
  @Column('text') decidedClass!: string;
  @Column('text') decidedTopic!: string;
  @Column('text') decidedSection!: string;
}
