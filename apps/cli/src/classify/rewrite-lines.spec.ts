import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureText } from '../terminal/failure-text';
import { BadLine } from './read-lines';
import { rewriteLines } from './rewrite-lines';

describe('a file written from another line by line', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kotae-lines-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const named = (name: string) => ({ name, path: join(folder, name) });
  const shout = (line: string) => {
    if (line === 'bad') throw new BadLine('が変です。', 'is odd');
    return `${line}!`;
  };
  const rewrite = (input: string, output: string, work = shout) =>
    rewriteLines(named(input), named(output), async () => work);
  const refusal = (input: string, output: string) => rewrite(input, output).then(() => 'written', failureText);

  it('takes every kind of line end, a byte order mark, blank lines and an end without a line end', async () => {
    put('in', '\uFEFFa\r\n\n  \nb\u2028c\nd');
    expect(await rewrite('in', 'out', (line) => `${line.trim()}!`)).toBe(3);
    expect(read('out')).toBe('a!\nb\u2028c!\nd!\n');
  });

  it('takes lines longer than what is read at once, cut inside a character', async () => {
    const long = '応'.repeat(300_000);
    put('in', `x${long}\ny\n`);
    await rewrite('in', 'out');
    expect(read('out')).toBe(`x${long}!\ny!\n`);
  });

  it('writes through a link and leaves the link', async () => {
    put('in', 'a\n');
    put('old', 'old');
    symlinkSync(join(folder, 'old'), join(folder, 'out'));
    await rewrite('in', 'out');
    expect(read('old')).toBe('a!\n');
    expect(readdirSync(folder).sort()).toEqual(['in', 'old', 'out']);
  });

  it.each(['in', './in', 'symlink', 'hardlink', 'folder/../in'])(
    'refuses to write the input itself: %s',
    async (out) => {
      put('in', 'a\n');
      mkdirSync(join(folder, 'folder'));
      symlinkSync(join(folder, 'in'), join(folder, 'symlink'));
      linkSync(join(folder, 'in'), join(folder, 'hardlink'));
      expect(await refusal('in', out)).toContain('入力と出力が同じファイルです');
      expect(read('in')).toBe('a\n');
    },
  );

  it.each([
    ['a\nb\nbad\n', '3 行目が変です', 'Line 3 is odd'],
    [
      Buffer.concat([Buffer.from('a\n'), Buffer.from([0x93, 0xb9, 0x98, 0x48, 10])]),
      '2 行目の文字コードが UTF-8 ではありません',
      'Line 2 is not UTF-8',
    ],
  ])('says which line is bad in both languages, and leaves no output: %#', async (content, ja, en) => {
    put('in', content);
    put('kept', 'as it was');
    for (const output of ['new', 'kept']) {
      const said = await refusal('in', output);
      expect(said).toContain(`in の ${ja}`);
      expect(said).toContain(en);
    }
    expect(readdirSync(folder).sort()).toEqual(['in', 'kept']);
    expect(read('kept')).toBe('as it was');
  });

  it.each([
    ['none', 'out', 'none がありません', 'no such file'],
    ['folder', 'out', 'folder はフォルダーです', 'is a folder'],
    ['in', 'folder', 'folder はフォルダーです', 'is a folder'],
    ['in', 'none/out', '出力先のフォルダー none がありません', 'no such file or folder'],
    ['in', 'in/out', 'フォルダーではない', 'not a folder'],
  ])('says plainly what is wrong with %s → %s', async (input, output, ja, en) => {
    put('in', 'a\n');
    mkdirSync(join(folder, 'folder'));
    const said = await refusal(input, output);
    expect(said).toContain(ja);
    expect(said).toContain(en);
    expect(said).not.toContain('Unexpected');
    expect(readdirSync(folder).sort()).toEqual(['folder', 'in']);
  });
});
