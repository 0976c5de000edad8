import { COMMANDS } from './commands';
import { runCommand } from './run-command';

async function run(...words: string[]) {
  const said = { out: '', err: '' };
  const code = await runCommand(words, { out: (text) => (said.out += text), err: (text) => (said.err += text) });
  return { code, ...said };
}

describe('the command line', () => {
  it.each(Object.keys(COMMANDS))('%s --help shows how it is written and does nothing', async (name) => {
    for (const help of ['--help', '-h']) {
      const { code, out, err } = await run(name, help);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`npm run kotae -- ${name}`);
    }
  });

  it.each(Object.keys(COMMANDS))(
    '%s with an option that it does not have shows the same and fails with 2',
    async (name) => {
      const words = name === 'staff' ? ['list', '--inptu', 'x'] : ['--inptu', 'x'];
      const { code, out, err } = await run(name, ...words);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('「--inptu」という指定はありません。');
      expect(err).toContain(`npm run kotae -- ${name}`);
    },
  );

  it.each([
    [['classify', '--input', 'x'], '入力と出力のファイルが要ります。'],
    [['classify', '--input'], 'この書き方では使えません。'],
    [['verify', 'all'], '「all」は余分です。'],
    [['backup'], '出力先のファイルが要ります。'],
    [['staff'], 'staff の後に'],
    [['staff', 'add', '--login', 'x'], '氏名'],
  ])('%j fails with 2', async (words, text) => {
    const { code, err } = await run(...words);
    expect(code).toBe(2);
    expect(err).toContain(text);
    expect(err).toContain('Usage');
  });

  it('lists its commands, also for one that it does not have', async () => {
    for (const words of [[], ['help'], ['--help']]) {
      const { code, out } = await run(...words);
      expect(code).toBe(0);
      for (const name of Object.keys(COMMANDS)) expect(out).toContain(name);
    }
    for (const name of ['clasify', 'constructor']) {
      const { code, err } = await run(name);
      expect(code).toBe(2);
      expect(err).toContain(`「${name}」というコマンドはありません。`);
    }
  });

  it('fails with 1 for what is no matter of the words', async () => {
    const { code, err } = await run('classify', '--input', '/nowhere/x', '--output', '/nowhere/y');
    expect(code).toBe(1);
    expect(err).toContain('/nowhere/x がありません。');
    expect(err).not.toContain('Usage');
  });
});
