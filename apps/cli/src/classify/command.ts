import { open } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { STANDARD_TOPICS } from '@kotae/classification';
import { ROOT } from '../places';
import { Trouble } from '../trouble';
import { classify, parseClassifyInput } from './classify-line';
import { trainedModel } from './trained-model';

/** `kotae classify --input FILE.jsonl --output FILE.jsonl`: labels letters without a database. */
export async function classifyCommand(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { input: { type: 'string' }, output: { type: 'string' } },
  });
  if (values.input === undefined || values.output === undefined) {
    throw new Trouble('入力と出力のファイルが要ります。', 'classify --input FILE.jsonl --output FILE.jsonl');
  }
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const data = resolve(ROOT, process.env['KOTAE_DATA'] || 'var');
  const model = await trainedModel(ROOT, data, (text) => console.error(text));
  const input = await open(resolve(from, values.input)).catch(() => {
    throw new Trouble(
      `${values.input} を開けません。`,
      'ファイル名をご確認ください。 / The input file cannot be opened.',
    );
  });
  const output = createWriteStream(resolve(from, values.output));
  const began = performance.now();
  let lineNumber = 0;
  let count = 0;
  try {
    for await (const line of input.readLines({ encoding: 'utf8' })) {
      lineNumber += 1;
      const json = lineNumber === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (json.trim() === '') continue;
      const result = classify(model, STANDARD_TOPICS, parseClassifyInput(json));
      count += 1;
      if (!output.write(`${JSON.stringify(result)}\n`)) await once(output, 'drain');
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Trouble(
      `${values.input} の ${lineNumber} 行目を読めません。`,
      `Line ${lineNumber} ${error.message}. Each line needs {"id", "body"}.`,
    );
  } finally {
    output.end();
    await finished(output);
  }
  const seconds = (performance.now() - began) / 1000;
  console.error(
    `${count} 通を分類しました（${seconds.toFixed(1)} 秒、毎秒 ${Math.round(count / Math.max(seconds, 0.001))} 通）。`,
  );
}
