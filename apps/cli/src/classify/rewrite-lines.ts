import { createWriteStream, rmSync, type Stats } from 'node:fs';
import { realpath, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileTrouble } from '../terminal/failure-text';
import { Trouble } from '../trouble';
import { BadLine, readLines, textOf } from './read-lines';

/** A file as the person named it, and where it is. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/**
 * Writes what the work that `prepare` gives makes of each line of the input that is not blank; returns how many. The output appears when it is
 * whole: a failure leaves what stood there before, and nothing beside it.
 * @throws Trouble that names the file, and the line where one cannot be read.
 */
export async function rewriteLines(
  input: NamedFile,
  output: NamedFile,
  prepare: () => Promise<(line: string) => string>,
): Promise<number> {
  const target = await mustFit(input, output);
  const work = await prepare();
  let lineNumber = 0;
  let count = 0;
  async function* worked(): AsyncGenerator<string> {
    for await (const bytes of readLines(input.path)) {
      lineNumber += 1;
      const text = textOf(bytes);
      const line = lineNumber === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
      if (line.trim() === '') continue;
      yield `${work(line)}\n`;
      count += 1;
    }
  }
  try {
    await writeWhole(worked(), output.path, target);
  } catch (error) {
    if (error instanceof BadLine) {
      throw new Trouble(
        `${input.name} の ${lineNumber} 行目${error.japanese}`,
        `何も書き出していません。 / Line ${lineNumber} ${error.message}. Nothing was written.`,
      );
    }
    const { path } = error as NodeJS.ErrnoException;
    throw fileTrouble(error, path === input.path ? input.name : output.name) ?? error;
  }
  return count;
}

/** What stands at the output now. @throws Trouble when one cannot be read or the other not be written. */
async function mustFit(input: NamedFile, output: NamedFile): Promise<Stats | null> {
  const named = (file: NamedFile) => (error: NodeJS.ErrnoException) => {
    throw fileTrouble(error, file.name) ?? error;
  };
  const source = await stat(input.path).catch(named(input));
  if (source.isDirectory()) throw fileTrouble({ code: 'EISDIR' }, input.name);
  const folder = { name: dirname(output.name), path: dirname(output.path) };
  await stat(folder.path).catch(named({ ...folder, name: `出力先のフォルダー ${folder.name}` }));
  const target = await stat(output.path).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? null : named(output)(error),
  );
  if (target?.isDirectory()) throw fileTrouble({ code: 'EISDIR' }, output.name);
  if (target?.dev === source.dev && target.ino === source.ino) {
    throw new Trouble(
      `入力と出力が同じファイルです（${output.name}）。`,
      'ほかの出力先を指定してください。入力はそのままです。 / Input and output are the same file; it was left as it is.',
    );
  }
  return target;
}

/** Writes beside the target and renames at the end. What is no file (a pipe, a terminal) is written as it comes. */
async function writeWhole(texts: AsyncIterable<string>, path: string, target: Stats | null): Promise<void> {
  if (target !== null && !target.isFile()) return pipeline(texts, createWriteStream(path));
  const whole = target === null ? path : await realpath(path);
  const part = `${whole}.${process.pid}.part`;
  const leave = () => {
    rmSync(part, { force: true });
    process.exit(130);
  };
  process.once('SIGINT', leave).once('SIGTERM', leave);
  try {
    await pipeline(texts, createWriteStream(part, { mode: target?.mode, flush: true }));
    await rename(part, whole);
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
    rmSync(part, { force: true });
  }
}
