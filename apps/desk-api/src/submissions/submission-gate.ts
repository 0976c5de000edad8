import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@kotae/kernel';
import { SubmissionReader, type SubmissionRecord } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import type { StaffActor } from '../access/access';
import { sectionLimit } from '../masking/who-sees-what';
import { DATABASE } from '../platform/tokens';

/** Lets an actor reach a submission, or says that there is none: section roles reach what is assigned to their section. */
@Injectable()
export class SubmissionGate {
  readonly reader: SubmissionReader;

  constructor(@Inject(DATABASE) source: DataSource) {
    this.reader = new SubmissionReader(source);
  }

  /** @throws DomainError `not_found` */
  async demand(actor: StaffActor, submissionId: string): Promise<void> {
    const section = sectionLimit(actor);
    const reached =
      section === null ? await this.reader.exists(submissionId) : await this.reader.isAssigned(submissionId, section);
    if (!reached) throw notFound();
  }

  /** @throws DomainError `not_found` */
  async record(actor: StaffActor, submissionId: string): Promise<SubmissionRecord> {
    const record = await this.reader.detail(submissionId);
    const section = sectionLimit(actor);
    if (record === null || (section !== null && !record.opinions.some((o) => o.sectionId === section))) {
      throw notFound();
    }
    return record;
  }
}

function notFound(): DomainError {
  return new DomainError('not_found', '見つかりませんでした。');
}
