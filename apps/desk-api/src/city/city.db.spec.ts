import 'reflect-metadata';
import type {
  CityChangeView,
  ClassesView,
  HistoryEntry,
  InboxRow,
  MergeDone,
  MergePreview,
  Page,
  PlacesView,
  Problem,
  Reference,
  SettingsView,
  SubmissionDetail,
} from '@kotae/contracts';
import { runChecksOf } from '../testing/count-checks';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { readByMachine, sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

describe('what a city edits itself', () => {
  let desk: TestDesk;
  let admin: TestStaff;
  let office: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    admin = await desk.staff('administrator');
    office = await desk.staff('desk');
  });
  afterAll(() => desk.close());

  const places = async () => (await admin.get<PlacesView>('/api/city/places')).body;
  const topic = async (name: string) => (await places()).topics.find((one) => one.name === name)!;
  const section = async (name: string) => (await places()).sections.find((one) => one.name === name)!;
  const addTopic = (name: string, changes: object = {}) =>
    admin.send<PlacesView & Problem>('POST', '/api/city/topics', {
      name,
      sectionId: 'roads',
      keywords: [],
      active: true,
      ...changes,
    });
  const addSection = (name: string) =>
    admin.send<PlacesView & Problem>('POST', '/api/city/sections', { name, active: true });
  const detail = async (who: TestStaff, id: string) => (await who.get<SubmissionDetail>(`/api/submissions/${id}`)).body;
  const lastChange = async () => (await admin.get<Page<CityChangeView>>('/api/city/changes')).body.items[0]!;

  describe('topics', () => {
    it('are added with words, seen by every screen at once, and the worker is told to read again', async () => {
      const { status } = await addTopic(' 空港・航路 ', { keywords: ['空港', ' 滑走路 ', '空港', ''].filter(Boolean) });
      expect(status).toBe(201);
      const made = await topic('空港・航路');
      expect(made).toMatchObject({ sectionId: 'roads', keywords: ['空港', '滑走路'], active: true, decisions: 0 });
      const { body } = await office.get<Reference>('/api/reference');
      expect(body.topics.map(({ name }) => name)).toContain('空港・航路');
      expect(await desk.owner.query(`select 1 from outbox where name = 'TopicsChanged'`)).toHaveLength(1);
      expect(await lastChange()).toMatchObject({
        by: admin.me.name,
        text: '分野「空港・航路」を加えました（主に担当する課は道路課）。',
      });
    });

    it.each([
      ['without a name', { name: '  ' }, 'name'],
      ['under a name that is taken', { name: '交通安全・防犯' }, 'name'],
      ['without a section', { sectionId: 'moon' }, 'sectionId'],
      ['with a word too long', { keywords: ['あ'.repeat(31)] }, 'keywords'],
    ])('are refused %s', async (_, changes, field) => {
      const { status, body } = await addTopic('別の分野', changes);
      expect({ status, fields: body.fields?.map((f) => f.field) }).toEqual({ status: 422, fields: [field] });
    });

    it('renamed keep what was decided', async () => {
      const id = await sendLetter(desk);
      await triageAsOne(office, id, { topic: 'safety', sectionId: 'roads' });
      const before = await topic('交通安全・防犯');
      expect(before.decisions).toBe(1);
      const change = { ...before, name: '交通安全', sectionId: 'culture' };
      const { status } = await admin.send('PUT', '/api/city/topics/safety', pick(change));
      expect(status).toBe(200);
      expect((await detail(office, id)).opinions[0]).toMatchObject({ topicName: '交通安全', sectionName: '道路課' });
      expect((await topic('交通安全')).decisions).toBe(1);
      expect((await lastChange()).text).toBe(
        '分野「交通安全・防犯」の名前を「交通安全・防犯」から「交通安全」に変えました。分野「交通安全・防犯」の主に担当する課を「道路課」から「生涯学習課」に変えました。',
      );
      const stale = await admin.send<Problem>('PUT', '/api/city/topics/safety', pick(before));
      expect(stale.body.code).toBe('stale');
    });

    it('ended are proposed nowhere, cannot be chosen, and stay where they were decided', async () => {
      const decided = await sendLetter(desk);
      await triageAsOne(office, decided, { topic: 'transit', sectionId: 'transit' });
      const waiting = await sendLetter(desk);
      await readByMachine(desk, waiting);
      expect((await detail(office, waiting)).suggestion?.opinions[0]?.topic.code).toBe('transit');
      const before = await topic('公共交通・バス');
      await admin.send('PUT', '/api/city/topics/transit', pick({ ...before, active: false }));

      const shown = (await detail(office, waiting)).suggestion!.opinions[0]!;
      expect(shown).toMatchObject({ topic: { code: '', confidence: 0, reasons: [] }, sectionId: null });
      const { body: inbox } = await office.get<Page<InboxRow>>('/api/inbox?view=untriaged');
      const chips = inbox.items.find((row) => row.submissionId === waiting)!.chips;
      expect(chips.map(({ topicName, sectionName }) => topicName + sectionName)).toEqual(chips.map(() => ''));
      const letter = await detail(office, waiting);
      const opinion = { start: 0, end: 10, class: 'complaint', topic: 'transit', sectionId: 'transit' };
      const refused = await office.send<Problem>('POST', `/api/submissions/${waiting}/triage`, {
        version: letter.version,
        opinions: [opinion],
      });
      expect(refused.body.fields?.map((f) => f.field)).toEqual(['opinions.0.topic']);

      // A decision of before is corrected without having to leave its topic.
      const old = await detail(office, decided);
      const [{ id, start, end }] = old.opinions as [SubmissionDetail['opinions'][0]];
      const corrected = await office.send('POST', `/api/submissions/${decided}/triage`, {
        version: old.version,
        reason: '分類の訂正',
        opinions: [{ id, start, end, class: 'inquiry', topic: 'transit', sectionId: 'transit' }],
      });
      expect(corrected.status).toBe(204);
      const again = await topic('公共交通・バス');
      await admin.send('PUT', '/api/city/topics/transit', pick({ ...again, active: true }));
      expect((await detail(office, waiting)).suggestion?.opinions[0]?.topic.code).toBe('transit');
      expect((await lastChange()).text).toBe('分野「公共交通・バス」の使用を再開しました。');
    });

    it('are put into another order for everyone', async () => {
      const ids = (await places()).topics.map(({ code }) => code).toReversed();
      await admin.send('PUT', '/api/city/topics/order', { ids });
      expect((await office.get<Reference>('/api/reference')).body.topics.map(({ code }) => code)).toEqual(ids);
    });
  });

  describe('sections', () => {
    it('are added and renamed, and end only when nothing hangs on them', async () => {
      expect((await addSection('港湾課')).status).toBe(201);
      expect((await addSection('港湾課')).body.fields?.map((f) => f.field)).toEqual(['name']);
      const made = await section('港湾課');
      await admin.send('PUT', `/api/city/sections/${made.id}`, {
        name: '港湾振興課',
        active: true,
        version: made.version,
      });
      expect((await office.get<Reference>('/api/reference')).body.sections.map(({ name }) => name)).toContain(
        '港湾振興課',
      );
      const roads = await section('道路課');
      const refused = await admin.send<Problem>('PUT', '/api/city/sections/roads', {
        name: roads.name,
        active: false,
        version: roads.version,
      });
      expect(refused.body.code).toBe('wrong_state');
      expect(refused.body.title + (refused.body.detail ?? '')).toMatch(/担当する分野が2つ、終わっていない意見が1件/);
      const empty = await section('港湾振興課');
      const ended = await admin.send('PUT', `/api/city/sections/${made.id}`, {
        name: empty.name,
        active: false,
        version: empty.version,
      });
      expect(ended.status).toBe(200);
      expect((await section('港湾振興課')).active).toBe(false);
    });

    it('merge: open answers, promises, people, templates and topics move; what is finished stays; counts agree', async () => {
      await addSection('建設課');
      const into = (await section('建設課')).id;
      const from = 'culture';
      const writer = await desk.staff('section_member', from);
      const place = { topic: 'culture', sectionId: from };
      const open = await sendLetter(desk);
      await triageAsOne(office, open, place);
      const opinion = (await detail(writer, open)).opinions[0]!;
      const written = await writer.send('PUT', `/api/opinions/${opinion.id}/answer`, {
        body: '検討しております。',
        version: opinion.answer.version,
      });
      expect(written.status).toBe(200);
      const ended = await endedLetter(place, null);
      const promised = await endedLetter(place, { outcome: 'under_study', on: '2026-11-20', nextLookOn: '2027-02-01' });
      await admin.send('POST', '/api/city/sections', { name: '使わない課', active: true });
      await writer.send('POST', '/api/templates', { name: 'お礼', body: 'ありがとうございます。', sectionId: from });
      const refused = await admin.send<Problem>('POST', `/api/city/sections/${from}/merge`, { into: from, version: 1 });
      expect(refused.body.fields?.map((f) => f.field)).toEqual(['into']);

      const { version } = await section('生涯学習課');
      const { body: preview } = await admin.get<MergePreview>(`/api/city/sections/${from}/merge`);
      const done = await admin.send<MergeDone>('POST', `/api/city/sections/${from}/merge`, { into, version });
      expect(done.status).toBe(200);
      expect(done.body.opinions).toBe(preview.opinions);
      expect(preview).toMatchObject({ opinions: 2, submissions: 2, staff: 1, templates: 1, indicators: 0 });
      expect(preview.topics).toContain('生涯学習・文化・図書館');

      const of = async (id: string) => (await detail(office, id)).opinions[0]!;
      expect(await of(open)).toMatchObject({
        sectionName: '建設課',
        answer: { state: 'draft', body: '検討しております。' },
      });
      expect(await of(promised)).toMatchObject({ sectionName: '建設課' });
      expect(await of(ended)).toMatchObject({ sectionName: '生涯学習課' });
      // The writer goes on where they were, as one of the new section.
      const moved = (await detail(writer, open)).opinions[0]!;
      const more = await writer.send('PUT', `/api/opinions/${moved.id}/answer`, {
        body: '続き',
        version: moved.answer.version,
      });
      expect(more.status).toBe(200);
      const { body: history } = await office.get<Page<HistoryEntry>>(`/api/submissions/${open}/history`);
      expect(history.items.find(({ kind }) => kind === 'section_moved')?.text).toBe(
        '組織の変更により、意見1の担当を生涯学習課から建設課に引き継ぎました。',
      );
      expect(await section('生涯学習課')).toMatchObject({ active: false, mergedInto: '建設課', waiting: 0, staff: 0 });
      expect((await topic('生涯学習・文化・図書館')).sectionId).toBe(into);
      expect((await lastChange()).text).toMatch(
        /^課「生涯学習課」を「建設課」に統合し、意見2件、職員1人、ひな形1件、分野「.+」を引き継ぎました。$/,
      );
      expect(await runChecksOf(desk)).toEqual([]);

      const again = await admin.send<Problem>('POST', `/api/city/sections/${from}/merge`, {
        into,
        version: version + 1,
      });
      expect(again.body.code).toBe('wrong_state');
      const late = await sendLetter(desk);
      await expect(triageAsOne(office, late, place)).rejects.toThrow('422');
    });

    it('merge while letters are being triaged into the old one: none is left behind', async () => {
      await addSection('古い課');
      const old = await section('古い課');
      const letters = await Promise.all(Array.from({ length: 6 }, () => sendLetter(desk)));
      const [merged, ...triaged] = await Promise.allSettled([
        admin.send('POST', `/api/city/sections/${old.id}/merge`, { into: 'transit', version: old.version }),
        ...letters.map((id) => triageAsOne(office, id, { sectionId: old.id })),
      ]);
      expect(merged).toMatchObject({ status: 'fulfilled', value: { status: 200 } });
      for (const [i, answer] of triaged.entries()) {
        const { opinions } = await detail(office, letters[i]!);
        expect(opinions.map((o) => o.sectionId)).toEqual(answer.status === 'fulfilled' ? ['transit'] : []);
      }
      expect(await runChecksOf(desk)).toEqual([]);
    });

    async function endedLetter(place: object, outcome: object | null): Promise<string> {
      const id = await sendLetter(desk);
      await triageAsOne(office, id, place);
      if (outcome !== null) {
        const decided = await office.send(
          'POST',
          `/api/opinions/${(await detail(office, id)).opinions[0]!.id}/outcome`,
          outcome,
        );
        expect(decided.status).toBeLessThan(300);
      }
      const { version } = await detail(office, id);
      const closed = await office.send('POST', `/api/submissions/${id}/close`, {
        version,
        kind: 'circulated',
        reason: '供覧',
      });
      expect(closed.status).toBe(204);
      return id;
    }
  });

  describe('classes', () => {
    const shown = async () => (await admin.get<ClassesView>('/api/city/classes')).body;
    const save = (view: ClassesView) => admin.send<ClassesView & Problem>('PUT', '/api/city/classes', view);
    const changed = (view: ClassesView, code: string, change: object): ClassesView => ({
      ...view,
      classes: view.classes.map((one) => (one.code === code ? { ...one, ...change } : one)),
    });

    it('come with names and rules, and take the city’s own everywhere while the codes stay', async () => {
      const before = await shown();
      expect(before.classes.map(({ name }) => name)).toEqual([
        '苦情',
        '事務改善要望',
        '政策提案',
        '問合せ',
        '感謝・感想',
        '対象外',
      ]);
      const { status, body } = await save(
        changed(before, 'operations_improvement', { name: '要望', rule: '今の仕事を良くしてほしい声' }),
      );
      expect(status).toBe(200);
      expect(body.version).toBe(before.version + 1);
      const { body: reference } = await office.get<Reference>('/api/reference');
      expect(reference.classes[1]).toMatchObject({
        code: 'operations_improvement',
        name: '要望',
        rule: '今の仕事を良くしてほしい声',
      });
      const id = await sendLetter(desk);
      await triageAsOne(office, id, { class: 'operations_improvement' });
      const { body: history } = await office.get<Page<HistoryEntry>>(`/api/submissions/${id}/history`);
      expect(history.items.map(({ text }) => text).join('')).toContain('【要望／');
      expect((await lastChange()).text).toContain(
        '分類「事務改善要望」の名前を「事務改善要望」から「要望」に変えました。',
      );
      expect((await save(before)).body.code).toBe('stale');
    });

    it('survive a change of the settings, and the other way round', async () => {
      const { body: settings } = await admin.get<SettingsView>('/api/settings');
      await admin.send('PUT', '/api/settings', { ...settings, mayorName: '青葉 緑' });
      expect((await shown()).classes[1]?.name).toBe('要望');
      await save(changed(await shown(), 'inquiry', { name: '問い合わせ' }));
      expect((await admin.get<SettingsView>('/api/settings')).body.mayorName).toBe('青葉 緑');
    });

    it('have finer ones that a clerk may choose, under their class only', async () => {
      const finer = [{ code: '', name: '街路灯', active: true }];
      const { body } = await save(changed(await shown(), 'complaint', { finer }));
      const made = body.classes[0]!.finer[0]!;
      expect(made).toEqual({ code: expect.stringMatching(/^f-/), name: '街路灯', active: true });
      const id = await sendLetter(desk);
      await triageAsOne(office, id, { class: 'complaint', finerClass: made.code });
      expect((await detail(office, id)).opinions[0]).toMatchObject({ class: 'complaint', finerClass: made.code });
      const other = await sendLetter(desk);
      await expect(triageAsOne(office, other, { class: 'inquiry', finerClass: made.code })).rejects.toThrow('422');

      // Taken out of the list it is only ended: what was given to it keeps its name.
      const ended = await save(changed(await shown(), 'complaint', { finer: [] }));
      expect(ended.body.classes[0]!.finer).toEqual([{ ...made, active: false }]);
      await expect(triageAsOne(office, other, { class: 'complaint', finerClass: made.code })).rejects.toThrow('422');
      expect(await runChecksOf(desk)).toEqual([]);
    });

    it.each([
      ['a name twice', 'inquiry', { name: '苦情' }, 'classes.0.name'],
      ['no name', 'inquiry', { name: ' ' }, 'classes.3.name'],
      [
        'a finer name twice',
        'inquiry',
        { finer: [1, 2].map(() => ({ code: '', name: '道', active: true })) },
        'classes.3.finer.1.name',
      ],
    ])('refuse %s', async (_, code, change, field) => {
      const { status, body } = await save(changed(await shown(), code, change));
      expect(status).toBe(422);
      expect(body.fields?.map((f) => f.field)).toContain(field);
    });
  });

  it('is written down append-only, page by page', async () => {
    const { body } = await admin.get<Page<CityChangeView>>('/api/city/changes?areas=topic');
    expect(new Set(body.items.map(({ area }) => area))).toEqual(new Set(['topic']));
    const asDesk = await desk.database.as('kotae_desk');
    await expect(asDesk.query(`update city_change set actor_name = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(asDesk.query('delete from city_change')).rejects.toThrow(/permission denied/);
    const asPortal = await desk.database.as('kotae_portal');
    await expect(asPortal.query('select 1 from city_change')).rejects.toThrow(/permission denied/);
  });

  it('is the administrator’s only', async () => {
    for (const path of ['/api/city/places', '/api/city/classes', '/api/city/changes'])
      expect((await office.get(path)).status).toBe(403);
  });
});

function pick({ name, sectionId, keywords, active, version }: PlacesView['topics'][0]) {
  return { name, sectionId, keywords, active, version };
}
