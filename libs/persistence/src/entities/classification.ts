import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { PublicationRow } from './publication';
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
  /** Name of the second voice that was heard about it; null where none was. */
  @Column('text', { nullable: true }) voice!: string | null;
  /** What the own model had said before, and what the second voice said. */
  @Column('text', { nullable: true }) ownClass!: string | null;
  @Column('text', { nullable: true }) voiceClass!: string | null;
  @Column('text', { nullable: true }) ownTopic!: string | null;
  @Column('text', { nullable: true }) voiceTopic!: string | null;
}

/** Whether a submission is urgent, as a person decided it, beside what had been suggested. The last one counts. Append-only. */
@Entity('urgency_verdict')
@Index('urgency_verdict_day', ['decidedOn', 'submissionId'])
@Index('urgency_verdict_submission', ['submissionId', 'seq'])
export class UrgencyVerdictRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @ForeignKey(() => SubmissionRow)
  @Column('uuid')
  submissionId!: string;
  @Column('text', { nullable: true }) modelVersion!: string | null;
  /** `URGENCY_RULES` of libs/classification. */
  @Column('text', { nullable: true }) rules!: string | null;
  @Column('date') decidedOn!: string;
  /** Kind of danger; null = none. */
  @Column('text', { nullable: true }) proposed!: string | null;
  @Column('text', { nullable: true }) decided!: string | null;
  /** Sorted, or closed unsorted, without a word about urgency: not urgent where nothing was proposed, else undecided. */
  @Column('boolean') atTriage!: boolean;
}

/** What became of the marks of personal information in a text that was published, by kind. Append-only. */
@Entity('pii_verdict')
@Index('pii_verdict_day', ['decidedOn', 'publicationId'])
export class PiiVerdictRow {
  @ForeignKey(() => PublicationRow)
  @PrimaryColumn('uuid')
  publicationId!: string;
  /** `other` where nobody has said of what kind a mark is. */
  @PrimaryColumn('text') kind!: string;
  @Column('date') decidedOn!: string;
  @Column('smallint') kept!: number;
  @Column('smallint') removed!: number;
  @Column('smallint') added!: number;
  /** Gone with words that were written anew: no judgement. */
  @Column('smallint') rewritten!: number;
}
