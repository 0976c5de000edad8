import 'reflect-metadata';
import type { Me, Problem } from '@kotae/contracts';
import { createTestDesk, TEST_PASSWORD, type TestDesk } from '../testing/test-desk';

describe('sign-in', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk();
    await desk.staff('desk');
  });
  afterAll(() => desk.close());

  const tryPassword = (login: string, password: string) =>
    desk.request<Problem>('POST', '/api/session', { body: { login, password } });

  it('gives a cookie that scripts cannot read, and keeps only a hash of it', async () => {
    const answer = await desk.request<Me>('POST', '/api/session', {
      body: { login: 'desk', password: TEST_PASSWORD },
    });
    expect(answer.status).toBe(200);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^kotae_desk=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = cookie.slice('kotae_desk='.length, cookie.indexOf(';'));
    const rows = await desk.owner.query(`select encode(token_hash, 'hex') as hash from staff_session`);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
    expect(answer.body).toMatchObject({ role: 'desk', sectionId: null, name: 'deskの人' });
    expect(answer.body.permissions).toContain('submission.triage');
  });

  it('ends after two hours without a request, and after twelve whatever happens', async () => {
    const idle = await desk.signIn('desk');
    expect((await idle.get('/api/session')).status).toBe(200);
    desk.clock.set('2026-11-20T03:00:01Z');
    expect((await idle.get('/api/session')).status).toBe(401);

    const busy = await desk.signIn('desk');
    for (let hour = 4; hour <= 14; hour++) {
      desk.clock.set(`2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`);
      expect((await busy.get('/api/session')).status).toBe(200);
    }
    desk.clock.set('2026-11-20T15:00:02Z');
    expect((await busy.get('/api/session')).status).toBe(401);
  });

  it('signs out here, or everywhere', async () => {
    const [one, two, three] = [await desk.signIn('desk'), await desk.signIn('desk'), await desk.signIn('desk')];
    expect((await one.send('DELETE', '/api/session')).status).toBe(204);
    expect((await one.get('/api/session')).status).toBe(401);
    expect((await two.get('/api/session')).status).toBe(200);
    expect((await two.send('DELETE', '/api/sessions')).status).toBe(204);
    expect((await two.get('/api/session')).status).toBe(401);
    expect((await three.get('/api/session')).status).toBe(401);
  });

  it('ends at once when the account is taken away', async () => {
    const member = await desk.staff('section_member', 'roads');
    await desk.owner.query(`update staff set active = false where login = 'section_member-roads'`);
    expect((await member.get('/api/session')).status).toBe(401);
    expect((await tryPassword('section_member-roads', TEST_PASSWORD)).status).toBe(401);
  });

  it('locks an account after five wrong passwords for fifteen minutes, and says the same of logins that do not exist', async () => {
    await desk.staff('auditor');
    const known: unknown[] = [];
    const unknown: unknown[] = [];
    for (let i = 0; i < 6; i++) {
      known.push((await tryPassword('auditor', 'wrong')).body);
      unknown.push((await tryPassword('nobody', 'wrong')).body);
    }
    expect(unknown).toEqual(known);
    expect(known.map((problem) => (problem as Problem).code)).toEqual([
      ...Array.from({ length: 5 }, () => 'unauthenticated'),
      'locked_out',
    ]);
    expect((await tryPassword('auditor', TEST_PASSWORD)).body.code).toBe('locked_out');
    desk.clock.set('2026-11-20T15:20:00Z');
    expect((await tryPassword('auditor', TEST_PASSWORD)).status).toBe(200);
  });

  it('outlives no clock that jumped ahead: neither a session nor a lock lasts longer than it should', async () => {
    await desk.staff('administrator');
    desk.clock.set('2026-11-21T15:20:00Z');
    const ahead = await desk.signIn('administrator');
    for (let i = 0; i < 5; i++) await tryPassword('auditor', 'wrong');
    expect((await tryPassword('auditor', TEST_PASSWORD)).body.code).toBe('locked_out');
    desk.clock.set('2026-11-20T15:20:00Z');
    expect((await ahead.get('/api/session')).status).toBe(401);
    expect((await (await desk.signIn('administrator')).get('/api/session')).status).toBe(200);
    expect((await tryPassword('auditor', TEST_PASSWORD)).status).toBe(200);
  });

  it('counts idle hours again after the clock went back a little', async () => {
    const session = await desk.signIn('administrator');
    desk.clock.set('2026-11-20T16:20:00Z');
    expect((await session.get('/api/session')).status).toBe(200);
    desk.clock.set('2026-11-20T15:20:00Z');
    expect((await session.get('/api/session')).status).toBe(200);
    desk.clock.set('2026-11-20T17:20:01Z');
    expect((await session.get('/api/session')).status).toBe(401);
    desk.clock.set('2026-11-20T15:20:00Z');
  });

  it('does not let many attempts at once outrun the lock', async () => {
    await desk.staff('management');
    const answers = await Promise.all(Array.from({ length: 12 }, () => tryPassword('management', 'wrong')));
    expect(answers.filter((a) => a.body.code === 'unauthenticated')).toHaveLength(5);
    expect(answers.filter((a) => a.body.code === 'locked_out')).toHaveLength(7);
    // Another server's clock is a little behind: the lock is none of a clock far ahead.
    const now = desk.clock.now();
    desk.clock.set(new Date(now.getTime() - 1_000).toISOString());
    expect((await tryPassword('management', TEST_PASSWORD)).body.code).toBe('locked_out');
    desk.clock.set(now.toISOString());
  });

  it('slows an address down that goes on failing', async () => {
    let last = 0;
    for (let i = 0; i < 31; i++) last = (await tryPassword(`someone-${i}`, 'wrong')).status;
    expect(last).toBe(429);
    const answer = await tryPassword('desk', TEST_PASSWORD);
    expect(answer.body).toMatchObject({ code: 'too_many_requests' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});
