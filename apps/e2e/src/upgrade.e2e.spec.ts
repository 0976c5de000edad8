import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubmissionStatus } from '@kotae/contracts';
import { hashReceiptCode, makeReceiptCode } from '@kotae/submission';
import { freePort, startLocalPostgres, type LocalPostgres } from '@kotae/servers';
import { waitFor } from '@kotae/testing';
import pg from 'pg';
import type { KeptProgram } from './kept-program';
import { NUMBERS, PREVIOUS_KEYS, PREVIOUS_QUERIES, acceptance, buildPreviousRelease } from './previous-release';
import { DATABASE, PASSWORD, SECRET, runKotae, sharedEnvironment, startProgram } from './programs';
import { pause } from './residents';

const LETTERS = 4_000;
/** A migration gives way after half a second; nobody waits for much longer, however slow the machine. */
const LONGEST_WAIT_MS = 3_000;

/** docs/operations.md, "Upgrade": the previous release's database, filled, becomes this release's while people use it. */
describe('upgrade from the previous release', () => {
  let dir: string;
  let postgres: LocalPostgres;
  let admin: pg.Pool;
  let portal: KeptProgram | null = null;
  const logs: string[] = [];
  const pools: pg.Pool[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kotae-upgrade-'));
    await chmod(dir, 0o755);
    postgres = await startLocalPostgres({
      dataDir: join(dir, 'postgres'),
      port: await freePort(),
      password: PASSWORD,
      onLog: (line) => logs.push(line),
    });
    await buildPreviousRelease(postgres, DATABASE, LETTERS);
    admin = as('kotae_admin');
  }, 60_000);
  afterAll(async () => {
    await portal?.end('SIGKILL');
    await Promise.all(pools.map((pool) => pool.end()));
    await postgres?.stop();
    await rm(dir, { recursive: true, force: true });
  }, 30_000);

  const as = (role: string): pg.Pool => {
    const connectionString =
      role === 'kotae_admin' ? postgres.adminUrl(DATABASE) : postgres.url(role, PASSWORD, DATABASE);
    const pool = new pg.Pool({ connectionString, max: 2 });
    pool.on('error', () => undefined);
    pools.push(pool);
    return pool;
  };
  const kotae = (...words: string[]) => runKotae(postgres, DATABASE, sharedEnvironment(dir), words);
  const ran = async (): Promise<string[]> =>
    (await admin.query<{ name: string }>('select name from migration order by id')).rows.map(({ name }) => name);
  const form = async (): Promise<string> => {
    const { rows } = await admin.query<{ form: string }>(
      `select md5(string_agg(x, '|' order by x)) as form from (
         select table_name || column_name || data_type as x from information_schema.columns where table_schema = 'public'
         union all select indexname from pg_indexes where schemaname = 'public'
         union all select grantee || table_name || privilege_type from information_schema.role_table_grants where table_schema = 'public') y`,
    );
    return rows[0]!.form;
  };
  const numbers = async () => (await admin.query<{ numbers: object }>(NUMBERS)).rows[0]!.numbers;

  it('this release’s portal refuses the old form in clear words, and starts by itself once it is there', async () => {
    portal = await startProgram('portal', {
      postgres,
      env: sharedEnvironment(dir),
      onLog: (text) => logs.push(text),
    });
    await waitFor('the refusal', async () => logs.join('').includes('npm run kotae -- migrate'));
    await expect(fetch(`${portal.url}/readyz`)).rejects.toThrow();
  }, 30_000);

  it('a migration that fails leaves the old form, and says what to do', async () => {
    const [before, formBefore, numbersBefore] = [await ran(), await form(), await numbers()];
    // The second change of the form in one transaction is refused, as a full disk or a bug would.
    await admin.query(`create function refuse_second() returns event_trigger language plpgsql as $$ begin
        perform set_config('test.changes', (coalesce(nullif(current_setting('test.changes', true), ''), '0')::int + 1)::text, true);
        if current_setting('test.changes')::int > 1 then raise exception 'refused for the test'; end if; end $$`);
    await admin.query('create event trigger refuse on ddl_command_end execute function refuse_second()');
    const { code, said } = await kotae('migrate');
    await admin.query('drop event trigger refuse');
    await admin.query('drop function refuse_second');
    expect(code).toBe(1);
    expect(said).toContain('データベースの形を変えられませんでした');
    expect(said).toContain('まるごと取り消しました');
    expect(said).toContain('前の版のまま');
    expect(await ran()).toEqual(before);
    expect(await form()).toBe(formBefore);
    expect(await numbers()).toEqual(numbersBefore);
  }, 45_000);

  it('two at once on a busy city: one of them migrates, nobody is refused, no number changes', async () => {
    const [before, numbersBefore] = [await ran(), await numbers()];
    let goOn = true;
    const accepted: string[] = [];
    const user = async (name: string, role: string, ask: (pool: pg.Pool) => Promise<void>) => {
      const pool = as(role);
      const seen = { name, asked: 0, longestMs: 0, failures: [] as string[] };
      while (goOn) {
        const began = performance.now();
        await ask(pool).catch((error: { code?: string }) => seen.failures.push(error.code ?? String(error)));
        seen.longestMs = Math.max(seen.longestMs, performance.now() - began);
        seen.asked += 1;
        await pause(5);
      }
      return seen;
    };
    const lookedUp = hashReceiptCode(SECRET, makeReceiptCode(SECRET, PREVIOUS_KEYS[0]!));
    const users = [
      user('writer', 'kotae_portal', async (pool) => {
        const key = `during-${accepted.length + 1}`;
        await pool.query('select * from accept_submissions($1::jsonb)', [acceptance(key)]);
        accepted.push(key);
      }),
      user('look-up', 'kotae_portal', async (pool) => {
        const { rows } = await pool.query<{ found: object | null }>(PREVIOUS_QUERIES.lookUp, [lookedUp]);
        if (rows[0]?.found == null) throw new Error('the letter was not found');
      }),
      user('public', 'kotae_portal', async (pool) => {
        if ((await pool.query(PREVIOUS_QUERIES.publicAnswers)).rows.length !== 20)
          throw new Error('answers are missing');
      }),
      user('inbox', 'kotae_desk', async (pool) => {
        if ((await pool.query(PREVIOUS_QUERIES.inbox)).rows.length !== 50) throw new Error('letters are missing');
      }),
      user('dashboard', 'kotae_desk', async (pool) => {
        if ((await pool.query(PREVIOUS_QUERIES.dashboard)).rows.length !== 1) throw new Error('indicators are missing');
      }),
    ];
    await waitFor('letters before the migration', async () => accepted.length > 20);

    // Someone's long transaction holds what the migrations change: they give way and come again.
    const long = await admin.connect();
    await long.query('begin');
    await long.query('lock table submission, opinion in row exclusive mode');
    const migrating = [kotae('migrate'), kotae('migrate')];
    await waitFor('a migration that waits for its turn', async () => {
      const { rows } = await admin.query(`select 1 from pg_locks where not granted and relation is not null`);
      return rows.length > 0;
    });
    const during = accepted.length;
    await waitFor('letters that are accepted all the same', async () => accepted.length > during + 10);
    await long.query('commit');
    long.release();
    const results = await Promise.all(migrating);
    const after = accepted.length;
    await waitFor('letters after the migration', async () => accepted.length > after + 10);
    goOn = false;
    const seen = await Promise.all(users);

    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expect(results.filter(({ said }) => said.includes('件の移行をしました'))).toHaveLength(1);
    expect(results.filter(({ said }) => said.includes('最新の形です'))).toHaveLength(1);
    expect(results.filter(({ said }) => said.includes('ほかの移行が動いています'))).toHaveLength(1);
    expect(results.some(({ said }) => said.includes('表が使われています'))).toBe(true);
    const now = await ran();
    expect(now.slice(0, before.length)).toEqual(before);
    expect(now.length).toBeGreaterThan(before.length);

    for (const { name, failures, longestMs } of seen) {
      expect({ name, failures }).toEqual({ name, failures: [] });
      expect(longestMs).toBeLessThan(LONGEST_WAIT_MS);
    }
    console.info(
      `upgrade: ${seen.map(({ name, asked, longestMs }) => `${name} ${asked} asked, longest ${Math.round(longestMs)} ms`).join('; ')}`,
    );
    expect(await numbers()).toEqual(numbersBefore);
    const { rows } = await admin.query<{ key: string }>(
      `select idempotency_key as key from submission where idempotency_key like 'during-%'`,
    );
    expect(new Set(rows.map(({ key }) => key))).toEqual(new Set(accepted));
    expect(rows).toHaveLength(accepted.length);
  }, 45_000);

  it('afterwards everything adds up, old receipt codes open, and what the previous release asks is answered', async () => {
    expect(await kotae('verify')).toMatchObject({ code: 0 });
    await portal!.ready();
    for (const key of PREVIOUS_KEYS) {
      const answer = await fetch(`${portal!.url}/api/v1/submissions/${makeReceiptCode(SECRET, key)}`);
      expect(answer.status).toBe(200);
      expect(((await answer.json()) as SubmissionStatus).receiptNumber).toMatch(/^R8-\d{6}$/);
    }
    const desk = as('kotae_desk');
    expect((await desk.query(PREVIOUS_QUERIES.inbox)).rows).toHaveLength(50);
    expect((await as('kotae_portal').query(PREVIOUS_QUERIES.publicAnswers)).rows).toHaveLength(20);
  }, 45_000);

  it('taken back beneath a running program: it says that it is not ready, and is again after migrating', async () => {
    expect((await kotae('migrate', '--down')).code).toBe(0);
    const unready = await fetch(`${portal!.url}/readyz`);
    expect(unready.status).toBe(503);
    expect(await unready.json()).toEqual({ status: 'schema_too_old' });
    expect((await kotae('migrate')).code).toBe(0);
    await portal!.ready();
  }, 45_000);
});
