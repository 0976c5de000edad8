import { randomBytes } from 'node:crypto';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { AttachmentView, UploadAccepted } from '@kotae/contracts';
import { DomainError, newId, type Clock } from '@kotae/kernel';
import { AttachmentStore, WaitingUploads } from '@kotae/persistence';
import { hashUploadKey } from '@kotae/submission';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { CurrentActor, RequirePermission, type StaffActor } from '../access/access';
import { CityBook } from '../platform/city-book';
import { IdPipe } from '../platform/id.pipe';
import { CLOCK, DATABASE } from '../platform/tokens';
import { SubmissionGate } from '../submissions/submission-gate';
import { uploadedFile } from './upload';
import { opensAttachment } from './who-opens';

/** Files of one submission at most, attached and scanned together. */
const MOST_FILES = 20;

@Controller('api')
export class AttachmentsController {
  readonly #waiting: WaitingUploads;
  readonly #store: AttachmentStore;

  constructor(
    @Inject(DATABASE) source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityBook) private readonly city: CityBook,
    @Inject(SubmissionGate) private readonly gate: SubmissionGate,
  ) {
    this.#waiting = new WaitingUploads(source);
    this.#store = new AttachmentStore(source);
  }

  /** The scan of a paper original before it is registered; the key attaches it to the registration. */
  @RequirePermission('submission.register')
  @Post('attachments')
  async upload(@Req() request: FastifyRequest): Promise<UploadAccepted> {
    const { fileName, mediaType, content } = await uploadedFile(request);
    const id = newId();
    const key = randomBytes(24).toString('base64url');
    await this.#waiting.add({ id, keyHash: hashUploadKey(key), fileName, mediaType, content });
    return { id, key, fileName, mediaType, byteSize: content.length };
  }

  /** The scan of a paper original of a submission that is registered already. */
  @RequirePermission('submission.register')
  @Post('submissions/:id/scans')
  async scan(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) submissionId: string,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentView> {
    await this.gate.demand(actor, submissionId);
    const file = await uploadedFile(request);
    const id = await this.#store.addScan(submissionId, file, MOST_FILES, actor, this.clock.now());
    if (id === null) throw new DomainError('conflict', `1つの受付に添えられるファイルは${MOST_FILES}までです。`);
    const { fileName, mediaType, content } = file;
    return { id, purpose: 'scan', fileName, mediaType, byteSize: content.length };
  }

  /** Always as a download: nothing that a resident sent runs in the desk's pages. */
  @RequirePermission('submission.read')
  @Get('attachments/:id')
  async download(
    @CurrentActor() actor: StaffActor,
    @Param('id', IdPipe) id: string,
    @Res() response: FastifyReply,
  ): Promise<void> {
    const file = await this.#store.find(id);
    if (file === null) throw new DomainError('not_found', '見つかりませんでした。');
    await this.gate.demand(actor, file.submissionId);
    if (!opensAttachment(file.purpose, actor, await this.city.current())) {
      throw new DomainError('forbidden', '添付ファイルを開く権限がありません。');
    }
    await response
      .headers({
        'content-type': file.mediaType,
        'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.fileName).replace(/['()*]/g, percent)}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      })
      .send(file.content);
  }
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
