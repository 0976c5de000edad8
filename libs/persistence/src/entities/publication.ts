import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SubmissionRow } from './submission';

/** 公表: the public text of a question and its answer. What the portal reads is the view `public_answer`. */
@Entity('publication')
@Index('publication_newest', ['publishedOn', 'id'], { where: "state = 'published'" })
@Index('publication_topic', ['topic', 'publishedOn', 'id'], { where: "state = 'published'" })
@Index('publication_grams', ['grams'], { type: 'gin', where: "state = 'published'" })
@Index('publication_submission', ['submissionId'])
export class PublicationRow {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SubmissionRow)
  @Column('uuid')
  submissionId!: string;
  @Column('uuid', { array: true }) opinionIds!: string[];
  @Column('text', { default: 'draft' }) state!: string;
  @Column('text') title!: string;
  @Column('text') question!: string;
  @Column('text') answer!: string;
  @Column('text') topic!: string;
  @Column('text') sectionId!: string;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('date') receivedOn!: string;
  @Column('date') answeredOn!: string;
  @Column('date', { nullable: true }) publishedOn!: string | null;
  @Column('date', { nullable: true }) withdrawnOn!: string | null;
  @Column('text', { nullable: true }) withdrawnReason!: string | null;
  @Column('jsonb', { default: [] }) cleared!: string[];
  /** `HiddenMark`s of libs/publication: kinds only. */
  @Column('jsonb', { default: [] }) hidden!: unknown[];
  @Column('int', { array: true, default: [] }) grams!: number[];
  @Column('integer', { default: 1 }) version!: number;
}
