import { randomBytes } from 'node:crypto';
import type { UploadAccepted } from '@kotae/contracts';
import { checkFile } from '@kotae/files';
import { TooManyRequests } from '@kotae/http';
import { isId, newId, type Clock } from '@kotae/kernel';
import type { WaitingUploads } from '@kotae/persistence';
import { hashUploadKey } from '@kotae/submission';
import { SlidingWindow } from '../barrier/sliding-window';

/** Files of one address within ten minutes: a class of pupils behind one address still gets through. */
const PER_TEN_MINUTES = 60;
/** Files held in memory at once by this process. */
const AT_ONCE = 8;

/** Names one waiting file: its id, and the key that only its uploader has. */
export interface UploadRef {
  readonly id: string;
  readonly key: string;
}

/** Where files are handed in, checked, and kept until their letter comes. */
export class UploadCounter {
  readonly #recent = new SlidingWindow({ limit: PER_TEN_MINUTES, windowMs: 10 * 60_000, keys: 20_000 });
  #inHand = 0;

  constructor(
    private readonly waiting: WaitingUploads,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads, checks and keeps one file.
   * @param read is called once it is the file's turn, and gives its bytes.
   * @throws DomainError `too_large`, `unsupported_file`; TooManyRequests.
   */
  async take(address: string, fileName: string, read: () => Promise<Buffer>): Promise<UploadAccepted> {
    const now = this.clock.now().getTime();
    const wait = this.#recent.waitMs(address, now);
    if (wait > 0 || this.#inHand >= AT_ONCE) {
      throw new TooManyRequests(
        'ファイルの受け付けが混み合っています。少し待ってから、もう一度添付してください。',
        Math.max(5, Math.ceil(wait / 1000)),
      );
    }
    this.#recent.add(address, now);
    this.#inHand += 1;
    try {
      const file = await checkFile(await read(), fileName);
      const accepted = { id: newId(now), key: randomBytes(18).toString('base64url') };
      await this.waiting.add({ ...file, id: accepted.id, keyHash: hashUploadKey(accepted.key) });
      return { ...accepted, fileName: file.fileName, mediaType: file.mediaType, byteSize: file.content.length };
    } finally {
      this.#inHand -= 1;
    }
  }

  /** Those of these files that still wait, with what is known of them. */
  async find(refs: readonly UploadRef[]): Promise<UploadAccepted[]> {
    const keys = new Map(refs.map((ref) => [ref.id, ref.key]));
    const found = await this.waiting.find(refs.map(({ id, key }) => ({ id, keyHash: hashUploadKey(key) })));
    return found.map((file) => ({ ...file, key: keys.get(file.id) ?? '' }));
  }

  async remove({ id, key }: UploadRef): Promise<boolean> {
    return isId(id) && (await this.waiting.remove(id, hashUploadKey(key)));
  }
}
