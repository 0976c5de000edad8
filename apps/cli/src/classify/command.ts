import { resolve } from 'node:path';
import { STANDARD_TOPICS } from '@kotae/classification';
import { ROOT } from '../places';
import { readWords, WrongWords } from '../terminal/read-words';
import { classify, parseClassifyInput } from './classify-line';
import { rewriteLines } from './rewrite-lines';
import { trainedModel } from './trained-model';

/** `kotae classify --input FILE.jsonl --output FILE.jsonl`: labels letters without a database. */
export async function classifyCommand(words: readonly string[]): Promise<void> {
  const { input, output } = readWords(words, { input: { type: 'string' }, output: { type: 'string' } });
  if (!input || !output) {
    throw new WrongWords('入力と出力のファイルが要ります。', 'An input and an output file are needed.');
  }
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const data = resolve(ROOT, process.env['KOTAE_DATA'] || 'var');
  let began = 0;
  const count = await rewriteLines(
    { name: input, path: resolve(from, input) },
    { name: output, path: resolve(from, output) },
    async () => {
      const model = await trainedModel(ROOT, data, (text) => console.error(text));
      began = performance.now();
      return (line) => JSON.stringify(classify(model, STANDARD_TOPICS, parseClassifyInput(line)));
    },
  );
  const seconds = (performance.now() - began) / 1000;
  console.error(
    `${count} 通を分類しました（${seconds.toFixed(1)} 秒、毎秒 ${Math.round(count / Math.max(seconds, 0.001))} 通）。`,
  );
}
