import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** A line of the input that cannot be read. The words follow 「3 行目」 and 「Line 3 」; they never quote the line. */
export class BadLine extends Error {
  constructor(
    readonly japanese: string,
    english: string,
  ) {
    super(english);
    this.name = 'BadLine';
  }
}

const LINE_END = 10;

/** The bytes of each line of a file, without the line end. */
export async function* readLines(file: string): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
      const end = chunk.subarray(from, at);
      yield begun.length === 0 ? end : Buffer.concat([...begun, end]);
      begun = [];
      from = at + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}

/** The text of a line. @throws BadLine for another encoding than UTF-8. */
export function textOf(line: Buffer): string {
  if (isUtf8(line)) return line.toString('utf8');
  throw new BadLine(
    'の文字コードが UTF-8 ではありません。Shift_JIS などのファイルは、UTF-8 で保存し直してください。',
    'is not UTF-8; a file in Shift_JIS or another encoding must be converted',
  );
}
