import 'reflect-metadata';
import type {
  CityChangeView,
  FailedDelivery,
  ModelView,
  TrainingRequestView,
  Page,
  Problem,
  SettingsView,
  StaffView,
} from '@kotae/contracts';
import { addDays, newId } from '@kotae/kernel';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';

const PASSWORD = 'はじめての合言葉 1234';

describe('administration', () => {
  let desk: TestDesk;
  let admin: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    admin = await desk.staff('administrator');
  });
  afterAll(() => desk.close());

  describe('accounts', () => {
    const account = (login: string, changes: object = {}) => ({
      login,
      name: '新しい人',
      role: 'section_member',
      sectionId: 'culture',
      active: true,
      password: PASSWORD,
      ...changes,
    });
    const add = (login: string, changes?: object) =>
      admin.send<StaffView & Problem>('POST', '/api/staff', account(login, changes));

    it('adds one who can sign in, and never shows a password', async () => {
      const { status, body } = await add('atarashii');
      expect(status).toBe(201);
      expect(body).toEqual({
        id: expect.any(String),
        login: 'atarashii',
        name: '新しい人',
        role: 'section_member',
        sectionId: 'culture',
        active: true,
        locked: false,
      });
      expect((await desk.signIn('atarashii', PASSWORD)).me.sectionName).toBe('生涯学習課');
      const { body: all } = await admin.get<Page<StaffView>>('/api/staff');
      expect(JSON.stringify(all)).not.toMatch(/password|argon/i);
    });

    it.each([
      ['without a password', { password: null }, 'password'],
      ['with a short password', { password: 'short pass' }, 'password'],
      ['with the login as password', { password: 'warui-hito-desu', login: 'warui-hito-desu' }, 'password'],
      ['of a section without a section', { sectionId: null }, 'sectionId'],
      ['of a section that is not there', { sectionId: 'moon' }, 'sectionId'],
      ['with a login nobody can type', { login: 'あ' }, 'login'],
      ['with a role that is not there', { role: 'mayor' }, 'role'],
    ])('refuses one %s', async (_, changes, field) => {
      const { status, body } = await add('warui', changes);
      expect(status).toBe(422);
      expect(body.fields?.map((f) => f.field)).toEqual([field]);
    });

    it('refuses a login that is taken, by name of the field', async () => {
      await add('futatsu');
      const { status, body } = await add('futatsu');
      expect({ status, fields: body.fields?.map((f) => f.field) }).toEqual({ status: 409, fields: ['login'] });
    });

    it('signs out everywhere with a new password, and unlocks', async () => {
      const { body } = await add('wasureta');
      const old = await desk.signIn('wasureta', PASSWORD);
      for (let i = 0; i < 6; i++)
        await desk.request('POST', '/api/session', { body: { login: 'wasureta', password: 'wrong password' } });
      const listed = async () =>
        (await admin.get<Page<StaffView>>('/api/staff')).body.items.find((s) => s.login === 'wasureta');
      expect((await listed())?.locked).toBe(true);
      const change = account('wasureta', { password: 'もっと長い合言葉 3456' });
      expect((await admin.send('PUT', `/api/staff/${body.id}`, change)).status).toBe(200);
      expect((await listed())?.locked).toBe(false);
      expect((await old.get('/api/session')).status).toBe(401);
      expect((await desk.signIn('wasureta', 'もっと長い合言葉 3456')).me.name).toBe('新しい人');
    });

    it('ends an account with its sessions, and keeps the password when none is given', async () => {
      const { body } = await add('yameta');
      const session = await desk.signIn('yameta', PASSWORD);
      const kept = account('yameta', { password: null, name: '改姓した人' });
      expect((await admin.send('PUT', `/api/staff/${body.id}`, kept)).status).toBe(200);
      expect((await session.get('/api/session')).status).toBe(200);
      expect((await desk.signIn('yameta', PASSWORD)).me.name).toBe('改姓した人');
      await admin.send('PUT', `/api/staff/${body.id}`, account('yameta', { password: null, active: false }));
      expect((await session.get('/api/session')).status).toBe(401);
      await expect(desk.signIn('yameta', PASSWORD)).rejects.toThrow('401');
    });

    it('lets nobody lock themselves out', async () => {
      const self = account('administrator', { role: 'administrator', sectionId: null, password: null });
      for (const change of [{ active: false }, { role: 'auditor' }]) {
        const refused = await admin.send<Problem>('PUT', `/api/staff/${admin.me.staffId}`, { ...self, ...change });
        expect(refused.body.code).toBe('wrong_state');
      }
      expect((await admin.send('PUT', `/api/staff/${admin.me.staffId}`, self)).status).toBe(200);
      expect((await admin.get('/api/staff')).status).toBe(200);
    });

    it('leaves one administrator when two end each other at once', async () => {
      const of = (login: string) => account(login, { role: 'administrator', sectionId: null });
      const first = await add('kanri1', of('kanri1'));
      const second = await add('kanri2', of('kanri2'));
      const one = await desk.signIn('kanri1', PASSWORD);
      const two = await desk.signIn('kanri2', PASSWORD);
      const end = (login: string) => ({ ...of(login), password: null, active: false });
      const answers = await Promise.all([
        one.send('PUT', `/api/staff/${second.body.id}`, end('kanri2')),
        two.send('PUT', `/api/staff/${first.body.id}`, end('kanri1')),
      ]);
      expect(answers.map((a) => a.status).filter((status) => status === 200)).toHaveLength(1);
      const [left] = await desk.owner.query(
        `select count(*)::int as n from staff where login in ('kanri1', 'kanri2') and active`,
      );
      expect(left).toEqual({ n: 1 });
    });
  });

  describe('settings', () => {
    it('are changed as a whole and seen at once', async () => {
      const { body: before } = await admin.get<SettingsView>('/api/settings');
      const changed = {
        ...before,
        districts: ['中央', '北部', '港'],
        replyRule: { days: 10, unit: 'open' },
        urgentLines: [{ name: '警察', phone: '110', hours: '' }],
        extraHolidays: ['2026-11-13'],
      };
      const saved = await admin.send<SettingsView>('PUT', '/api/settings', changed);
      expect(saved.status).toBe(200);
      const after = { ...changed, version: before.version + 1 };
      expect(saved.body).toEqual(after);
      expect((await admin.get<SettingsView>('/api/settings')).body).toEqual(after);
    });

    it.each([
      ['a day that is not there', { extraHolidays: ['2026-02-30'] }, 'extraHolidays'],
      ['a rule of no days', { replyRule: { days: 0, unit: 'open' } }, 'replyRule.days'],
      ['a district twice', { districts: ['港', '港'] }, 'districts'],
      ['a script as address', { portalUrl: 'javascript:alert(1)' }, 'portalUrl'],
      ['a postal code of letters', { deskPostalCode: 'abc' }, 'deskPostalCode'],
      ['a setting that is not known', { colour: 'red' }, 'colour'],
    ])('refuse %s and stay', async (_, change, field) => {
      const { body: before } = await admin.get<SettingsView>('/api/settings');
      const refused = await admin.send<Problem>('PUT', '/api/settings', { ...before, ...change });
      expect(refused.status).toBe(422);
      expect(refused.body.fields?.map((f) => f.field)).toEqual([field]);
      expect((await admin.get('/api/settings')).body).toEqual(before);
    });

    it('are not overwritten by who saw an older state, and say what changed and who did it', async () => {
      const { body: before } = await admin.get<SettingsView>('/api/settings');
      expect((await admin.send('PUT', '/api/settings', { ...before, mayorName: '青葉 花' })).status).toBe(200);
      const late = await admin.send<Problem>('PUT', '/api/settings', { ...before, deskPhone: '0299-11-1111' });
      expect(late.body.code).toBe('stale');
      const { body: changes } = await admin.get<Page<CityChangeView>>('/api/city/changes?areas=settings');
      expect(changes.items[0]).toMatchObject({
        by: expect.stringMatching(/人$/),
        area: 'settings',
        text: '市長の名前を「山田 太郎」から「青葉 花」に変えました。',
      });
      expect((await admin.get<SettingsView>('/api/settings')).body.deskPhone).toBe(before.deskPhone);
    });

    it('change nothing, and write nothing down, when nothing is different', async () => {
      const { body: before } = await admin.get<SettingsView>('/api/settings');
      const saved = await admin.send<SettingsView>('PUT', '/api/settings', before);
      expect(saved.body).toEqual(before);
    });

    it('are the administrator’s only', async () => {
      const office = await desk.staff('desk');
      expect((await office.get('/api/settings')).status).toBe(403);
      expect((await office.get('/api/staff')).status).toBe(403);
    });
  });

  describe('what failed', () => {
    it('is listed newest first, page by page, in codes, and goes back in line', async () => {
      const submissionId = newId();
      for (let i = 0; i < 53; i++) {
        const id = newId();
        await desk.owner.query(
          `with event as (insert into outbox (id, name, payload, created_at) values ($1, 'ReplySent', $2, now()))
           insert into delivery (event_id, reaction, state, attempts, next_try_at, last_error) values ($1, 'mail-reply', 'failed', 12, $3, 'smtp_refused')`,
          [id, { submissionId, replyId: newId() }, addDays('2026-10-01', Math.floor(i / 4))],
        );
      }
      const items: FailedDelivery[] = [];
      let after: string | null = null;
      do {
        const { body }: { body: Page<FailedDelivery> } = await admin.get(
          `/api/failed-deliveries${after === null ? '' : `?after=${after}`}`,
        );
        items.push(...body.items);
        after = body.next;
      } while (after !== null);
      expect(items).toHaveLength(53);
      expect(new Set(items.map((item) => item.eventId)).size).toBe(53);
      const times = items.map((item) => item.failedAt);
      expect(times).toEqual([...times].sort().reverse());
      expect(items[0]).toMatchObject({
        eventName: 'ReplySent',
        reaction: 'mail-reply',
        lastError: 'smtp_refused',
        submissionId,
      });

      const { eventId, reaction } = items[0]!;
      const retry = () => admin.send<Problem>('POST', '/api/failed-deliveries/retry', { eventId, reaction });
      expect((await retry()).status).toBe(204);
      const [row] = await desk.owner.query('select state from delivery where event_id = $1', [eventId]);
      expect(row.state).toBe('pending');
      expect((await retry()).status).toBe(404);
      const auditor = await desk.staff('auditor');
      expect((await auditor.get('/api/failed-deliveries')).status).toBe(200);
      expect((await auditor.send('POST', '/api/failed-deliveries/retry', { eventId, reaction })).status).toBe(403);
    });
  });

  describe('the model', () => {
    it('is listed without its content and trained when asked', async () => {
      await desk.owner.query(
        `insert into model (version, trained_at, trained_on, active, evaluation, words, content)
         values ('1', '2026-11-01', 500, true, '{"classAccuracy":0.9,"proposalAccuracy":0.9,"topicTop1":0.8,"topicTop3":0.95,"items":100}', '最初のモデルです。', '\\x00')`,
      );
      const { body } = await admin.get<Page<ModelView>>('/api/models');
      expect(body.items).toEqual([
        {
          version: '1',
          trainedAt: '2026-11-01T00:00:00.000Z',
          trainedOn: 500,
          active: true,
          tookOver: true,
          evaluation: { classAccuracy: 0.9, proposalAccuracy: 0.9, topicTop1: 0.8, topicTop3: 0.95, items: 100 },
          before: null,
          changes: [],
          words: '最初のモデルです。',
        },
      ]);
      const twice = await Promise.all([
        admin.send<TrainingRequestView>('POST', '/api/models/train'),
        admin.send<TrainingRequestView>('POST', '/api/models/train'),
      ]);
      expect(twice.map(({ status }) => status)).toEqual([202, 202]);
      expect(twice.map(({ body }) => body.already).sort()).toEqual([false, true]);
      expect(twice[0]!.body.requestedAt).toBe(twice[1]!.body.requestedAt);
      expect(await desk.owner.query(`select payload from outbox where name = 'ModelRequested'`)).toEqual([
        { payload: { reason: 'by_hand' } },
      ]);
      expect((await (await desk.staff('desk')).send('POST', '/api/models/train')).status).toBe(403);
    });
  });
});
