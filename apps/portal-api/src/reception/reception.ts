import { DomainError, type Clock } from '@kotae/kernel';
import type { SubmissionLookUp, WaitingUploads } from '@kotae/persistence';
import {
  hashReceiptCode,
  hashUploadKey,
  makeReceiptCode,
  receiveSubmission,
  type ReceivedSubmission,
  type SubmissionDoor,
  type SubmissionInput,
} from '@kotae/submission';
import type { Sender, SubmissionBarrier } from '../barrier/submission-barrier';
import type { CityCache } from '../city/city-cache';

export interface ReceptionParts {
  readonly door: SubmissionDoor;
  readonly barrier: SubmissionBarrier;
  readonly uploads: WaitingUploads;
  readonly lookUp: SubmissionLookUp;
  readonly city: CityCache;
  readonly clock: Clock;
  readonly secret: string;
}

/** Where a letter from the internet goes in, from the form and from the API alike. */
export class Reception {
  constructor(private readonly parts: ReceptionParts) {}

  /** Key of what came through the API; forms have keys of their own, so that neither can meet the other's. */
  static apiKey(idempotencyKey: string): string {
    return `api:${idempotencyKey}`;
  }

  static formKey(formToken: string): string {
    return `form:${formToken}`;
  }

  /** @throws DomainError as `receiveSubmission` does; TooManyRequests. */
  async receive(input: SubmissionInput, key: string, sender: Sender): Promise<ReceivedSubmission> {
    const { door, barrier, city, clock, secret } = this.parts;
    await barrier.pass(sender);
    try {
      if (input.attachments.length > 0) await this.#checkUploads(input, key);
      const context = { door, clock, city: city.settings, secret, actor: { kind: 'resident' } as const };
      const received = await receiveSubmission(context, input, key);
      if (!received.fresh) barrier.takeBack(sender);
      return received;
    } catch (error) {
      barrier.takeBack(sender);
      throw error;
    }
  }

  /** The form came back with the trap's field filled in. */
  hold(formToken: string): void {
    this.parts.barrier.hold(formToken);
  }

  /** A file that is gone (kept for a day) must not be left out in silence; a retry finds its own files attached. */
  async #checkUploads(input: SubmissionInput, key: string): Promise<void> {
    const { uploads, lookUp, secret } = this.parts;
    const waiting = await uploads.find(
      input.attachments.map((file) => ({ id: file.id, keyHash: hashUploadKey(file.key) })),
    );
    if (waiting.length === input.attachments.length) return;
    if ((await lookUp.find(hashReceiptCode(secret, makeReceiptCode(secret, key)))) !== null) return;
    throw new DomainError('invalid_input', '入力をもう一度ご確認ください。', [
      { field: 'attachments', message: '添付ファイルをお預かりする時間が過ぎました。もう一度添付してください。' },
    ]);
  }
}
