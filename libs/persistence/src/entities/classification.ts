import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SubmissionRow } from './submission';

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
