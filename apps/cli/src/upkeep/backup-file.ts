import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Format of the file, not of the database. */
export const BACKUP_VERSION = 1;

/** First line. */
export interface BackupHead {
  readonly format: 'kotae-backup';
  readonly version: number;
  readonly createdAt: string;
  /** Names of the migrations that had run: the form of the tables. */
  readonly migrations: readonly string[];
}

/** Last line. `sha256` is over every line before it, each with its line end. */
export interface BackupTail {
  readonly rows: Readonly<Record<string, number>>;
  /** Last numbers that sequences gave. */
  readonly sequences: Readonly<Record<string, string>>;
  readonly sha256: string;
}

/**
 * Lines of a backup: `{"head": …}`, then for each table `{"table": name}` and its rows as JSON objects, then `{"tail": …}`.
 * Compressed, written beside the target and renamed when it is whole and on the disk.
 */
export class BackupWriter {
  readonly #hash = createHash('sha256');
  readonly #gzip = createGzip({ level: 6 });
  readonly #written: Promise<void>;
  readonly #part: string;

  constructor(private readonly file: string) {
    this.#part = `${file}.part`;
    this.#written = pipeline(this.#gzip, createWriteStream(this.#part, { mode: 0o600 }));
    this.#written.catch(() => undefined);
  }

  async line(text: string): Promise<void> {
    const bytes = `${text}\n`;
    this.#hash.update(bytes);
    if (!this.#gzip.write(bytes)) await Promise.race([once(this.#gzip, 'drain'), this.#written]);
  }

  async finish(tail: Omit<BackupTail, 'sha256'>): Promise<BackupTail> {
    const whole: BackupTail = { ...tail, sha256: this.#hash.digest('hex') };
    this.#gzip.end(`${JSON.stringify({ tail: whole })}\n`);
    await this.#written;
    const handle = await open(this.#part, 'r+');
    await handle.sync();
    await handle.close();
    await rename(this.#part, this.file);
    return whole;
  }

  async discard(): Promise<void> {
    this.#gzip.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.#part, { force: true });
  }
}

/** What a reader meets, in the order of the file. */
export type BackupPart =
  { readonly head: BackupHead } | { readonly table: string } | { readonly row: string } | { readonly tail: BackupTail };

/** @throws Error when the file ends early or is not what was written. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256');
  const input = createReadStream(file);
  const gunzip = createGunzip();
  const read = pipeline(input, gunzip);
  read.catch(() => undefined);
  let n = 0;
  let ended = false;
  for await (const line of lines(gunzip)) {
    n += 1;
    if (line.startsWith('{"tail":')) {
      const { tail } = JSON.parse(line) as { tail: BackupTail };
      if (tail.sha256 !== hash.digest('hex')) throw new Error('the contents do not match their SHA-256');
      ended = true;
      yield { tail };
      break;
    }
    hash.update(`${line}\n`);
    if (n === 1) yield JSON.parse(line) as { head: BackupHead };
    else if (line.startsWith('{"table":')) yield JSON.parse(line) as { table: string };
    else yield { row: line };
  }
  if (!ended) throw new Error('the file ends before its end');
}

/** Splits at line feeds only: what people wrote may hold other characters that editors take for line ends. */
async function* lines(input: Readable): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of input.setEncoding('utf8') as AsyncIterable<string>) {
    const [first, ...rest] = chunk.split('\n');
    begun.push(first!);
    for (const next of rest) {
      yield begun.join('');
      begun = [next];
    }
  }
  const last = begun.join('');
  if (last !== '') yield last;
}
