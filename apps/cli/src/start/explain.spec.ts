import { Trouble } from '../trouble';
import { explain } from './explain';

const failure = (code: string, message = 'failed') => Object.assign(new Error(message), { code });

function advised(error: unknown, serverLog: string[] = []): Trouble {
  const explained = explain(error, { data: '/srv/kotae', serverLog });
  expect(explained).toBeInstanceOf(Trouble);
  return explained as Trouble;
}

describe('what a failure is told as', () => {
  it.each([
    ['a full disk', failure('ENOSPC'), [], 'ディスクの空き'],
    [
      'a full disk, as PostgreSQL says it',
      new Error('PostgreSQL ended with code 1'),
      ['PANIC: No space left on device'],
      'ディスクの空き',
    ],
    ['a folder one may not write', failure('EACCES'), [], '書き込めません'],
    ['a file in the place of the folder', failure('ENOTDIR'), [], 'フォルダーではありません'],
    [
      'no PostgreSQL for the machine',
      new Error('npm has no PostgreSQL for sunos-x64; set'),
      [],
      'PostgreSQL が npm から',
    ],
    [
      'too little memory',
      new Error('PostgreSQL ended'),
      ['could not map anonymous shared memory: Cannot allocate memory'],
      'メモリ',
    ],
    ['a server that is away', failure('ECONNREFUSED'), [], 'つながりません'],
    ['a wrong password', failure('28P01'), [], 'パスワード'],
  ])('%s', (_what, error, log, words) => expect(advised(error, log).message).toContain(words));

  it('a damaged folder: shows the last lines and how to move it away', () => {
    const trouble = advised(new Error('PostgreSQL ended with code 1'), [
      'FATAL:  database files are incompatible with server',
      'DETAIL:  The data directory was initialized by PostgreSQL version 15',
    ]);
    expect(trouble.message).toContain('/srv/kotae/postgres');
    expect(trouble.advice).toContain('PostgreSQL version 15');
    expect(trouble.advice).toContain('mv /srv/kotae /srv/kotae.old');
  });

  it('leaves alone what it does not know, and what is explained already', () => {
    const strange = new Error('the moon is blue');
    expect(explain(strange, { data: '/d' })).toBe(strange);
    const said = new Trouble('a', 'b');
    expect(explain(said, { data: '/d' })).toBe(said);
  });
});
