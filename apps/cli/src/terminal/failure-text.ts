import { Trouble } from '../trouble';

/** What the machine says of a file, in words. */
const FILE_TROUBLES: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  ENOENT: ['がありません。', 'There is no such file or folder.'],
  ENOTDIR: ['の途中に、フォルダーではないものがあります。', 'A part of the path is not a folder.'],
  EISDIR: ['はフォルダーです。ファイルを指定してください。', 'This is a folder, not a file.'],
  EACCES: ['を開く権限がありません。', 'Permission denied.'],
  EPERM: ['を開く権限がありません。', 'Permission denied.'],
  EROFS: ['は読み取り専用の場所にあります。', 'The place is read-only.'],
  ENOSPC: ['に書けません。ディスクの空きがありません。', 'The disk is full.'],
};

/** What a person can put right about a file they named; `null` for any other error. `name` as they wrote it. */
export function fileTrouble(error: unknown, name: string): Trouble | null {
  const words = FILE_TROUBLES[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  return words === undefined ? null : new Trouble(`${name} ${words[0]}`, words[1]);
}

/** What a person reads when a command fails. A `Trouble` explains itself; anything else is shown as it is. */
export function failureText(error: unknown): string {
  const path = (error as NodeJS.ErrnoException | null)?.path;
  const known = error instanceof Trouble || path === undefined ? error : (fileTrouble(error, path) ?? error);
  if (known instanceof Trouble) return `\n✗ ${known.message}\n  ${known.advice.replaceAll('\n', '\n  ')}\n`;
  const message = error instanceof Error ? error.message : String(error);
  return `\n✗ 思いがけない問題が起きました。 / Unexpected: ${message}\n`;
}
