import { COMMANDS, type Command } from './commands';
import { failureText } from './terminal/failure-text';
import { WrongWords } from './terminal/read-words';

/** Where a command's help and its failure are shown. */
export interface Said {
  out(text: string): void;
  err(text: string): void;
}

/** Runs `kotae <words>`. Returns the exit code: 0, 1 when the command failed, 2 when it was written wrongly. */
export async function runCommand([name = 'help', ...words]: readonly string[], said: Said): Promise<number> {
  if (name === 'help' || isHelp(name)) {
    said.out(help());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    said.err(`「${name}」というコマンドはありません。 / There is no such command.\n${help()}`);
    return 2;
  }
  if (words.some(isHelp)) {
    said.out(`\n${command.words}\n\n${usage(command)}\n`);
    return 0;
  }
  try {
    await command.run(words);
    return 0;
  } catch (error) {
    const wrong = error instanceof WrongWords;
    said.err(failureText(error) + (wrong ? `\n${usage(command)}\n` : ''));
    return wrong ? 2 : 1;
  }
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

function usage({ usage }: Command): string {
  return ['使い方 / Usage:', ...usage.map((line) => `  npm run kotae -- ${line}`)].join('\n');
}

function help(): string {
  const all = Object.entries({ ...COMMANDS, help: { words: 'この一覧を見せます（<コマンド> --help で書き方）' } });
  return [
    '\n使い方: npm run kotae -- <コマンド>\n',
    ...all.map(([name, { words }]) => `  ${name.padEnd(10)} ${words}`),
    '',
  ].join('\n');
}
