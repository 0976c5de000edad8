import 'reflect-metadata';
import type {
  AccuracyView,
  Page,
  Problem,
  SubmissionVerdictView,
  UrgencyVerdictView,
  VerdictView,
} from '@kotae/contracts';
import { createTestDesk, type TestDesk, type TestStaff } from '../testing/test-desk';
import { LETTER, readByMachine, sendLetter } from '../testing/test-letters';
import { triageAsOne } from '../testing/test-triage';

/** The machine of the specs proposes 政策提案・公共交通 with 90 % and 80 % for every sentence. */
const ONE_SENTENCE = { body: '駅前から総合病院までのバス路線を新しくつくってください。' };

describe('候補の当たり具合', () => {
  let desk: TestDesk;
  let office: TestStaff;
  let management: TestStaff;

  beforeAll(async () => {
    desk = await createTestDesk();
    office = await desk.staff('desk');
    management = await desk.staff('management');
  });
  afterAll(() => desk.close());

  const figures = async (query = '', who = office) => (await who.get<AccuracyView>(`/api/accuracy?${query}`)).body;
  const decide = async (input: Parameters<typeof sendLetter>[1], changes?: Parameters<typeof triageAsOne>[2]) => {
    const id = await sendLetter(desk, input);
    await readByMachine(desk, id);
    await triageAsOne(office, id, changes);
    return id;
  };

  it('has nothing to say before anybody has decided', async () => {
    expect(await figures()).toEqual({
      months: 6,
      firstDay: '2026-06-01',
      lastDay: '2026-11-20',
      version: null,
      versions: [],
      class: { count: 0, same: 0 },
      proposal: { count: 0, same: 0 },
      topic: { count: 0, same: 0 },
      topicAmongThree: { count: 0, same: 0 },
      section: { count: 0, same: 0 },
      opinionCount: { count: 0, same: 0 },
      unproposed: 0,
      classes: [],
      topics: [],
      monthly: ['06', '07', '08', '09', '10', '11'].map((month) => ({
        month: `2026-${month}`,
        class: { count: 0, same: 0 },
        topic: { count: 0, same: 0 },
      })),
      classBands: [],
      topicBands: [],
      urgency: ['06', '07', '08', '09', '10', '11'].map((month) => ({
        month: `2026-${month}`,
        found: 0,
        false_alarm: 0,
        missed: 0,
        quiet: 0,
        undecided: 0,
      })),
      marks: [],
      voices: [],
    });
  });

  it('moves with every first decision, and each number opens down to its opinions', async () => {
    const accepted = await decide(ONE_SENTENCE);
    const changed = await decide(ONE_SENTENCE, { class: 'complaint', topic: 'roads', sectionId: 'roads' });
    const split = await decide({});
    const now = await figures();
    expect(now).toMatchObject({
      class: { count: 2, same: 1 },
      proposal: { count: 2, same: 1 },
      topic: { count: 2, same: 1 },
      section: { count: 2, same: 1 },
      opinionCount: { count: 3, same: 2 },
      unproposed: 1,
      classBands: [{ band: 5, from: 0.9, to: 1, count: 2, same: 1, said: 0.9 }],
      topicBands: [{ band: 5 - 1, from: 0.8, to: 0.9, count: 2, same: 1, said: 0.8 }],
      versions: [{ version: 'test', trainedAt: null, opinions: 2 }],
    });
    expect(now.classes).toContainEqual({ proposed: 'policy_proposal', decided: 'complaint', count: 1 });
    expect(now.topics).toContainEqual({ proposed: 'transit', decided: 'roads', count: 1 });
    expect(now.monthly.at(-1)).toEqual({
      month: '2026-11',
      class: { count: 2, same: 1 },
      topic: { count: 2, same: 1 },
    });

    const opened = async (query: string) =>
      (await office.get<Page<VerdictView>>(`/api/accuracy/opinions?${query}`)).body.items;
    expect((await opened('label=class&same=no')).map((row) => row.submissionId)).toEqual([changed]);
    expect((await opened('proposedTopic=transit&decidedTopic=transit')).map((row) => row.submissionId)).toEqual([
      accepted,
    ]);
    expect(await opened('label=topic&band=4&month=2026-11')).toHaveLength(2);
    expect(await opened('label=topic&band=5')).toEqual([]);
    expect((await opened('decidedClass=complaint'))[0]).toMatchObject({
      decidedOn: '2026-11-20',
      proposedClass: 'policy_proposal',
      classConfidence: 0.9,
      proposedTopic: 'transit',
      topicConfidence: 0.8,
      decidedTopic: 'roads',
      proposedSection: 'transit',
      decidedSection: 'roads',
      excerpt: ONE_SENTENCE.body,
    });
    const { body } = await office.get<Page<SubmissionVerdictView>>('/api/accuracy/submissions?which=other_count');
    expect(body.items).toEqual([expect.objectContaining({ submissionId: split, proposedCount: 2, decidedCount: 1 })]);
  });

  it('tells by month what was decided about urgency, and opens each number', async () => {
    const before = (await figures()).urgency.at(-1)!;
    const missed = await decide(ONE_SENTENCE);
    const said = await office.send('POST', `/api/submissions/${missed}/urgency`, { urgent: 'danger', decidedAt: null });
    expect(said.status).toBe(204);
    expect((await figures()).urgency.at(-1)).toEqual({ ...before, missed: before.missed + 1 });
    const opened = await office.get<Page<UrgencyVerdictView>>('/api/accuracy/urgency?fate=missed&month=2026-11');
    expect(opened.body.items).toEqual([
      {
        submissionId: missed,
        receiptNumber: expect.stringMatching(/^R/),
        decidedOn: '2026-11-20',
        proposed: null,
        decided: 'danger',
        fate: 'missed',
        excerpt: ONE_SENTENCE.body,
      },
    ]);
  });

  it('sets the second voice beside the own model where both have spoken', async () => {
    const vote = (code: string) => ({ code, sure: 'sure' });
    const hear = async (classes: string, topic: string | null, changes?: Parameters<typeof triageAsOne>[2]) => {
      const id = await sendLetter(desk, ONE_SENTENCE);
      await readByMachine(desk, id);
      const voice = {
        class: vote(classes),
        topic: topic === null ? null : vote(topic),
        own: { classes: [{ code: 'inquiry', confidence: 0.5 }], topics: [{ code: 'transit', confidence: 0.8 }] },
      };
      await desk.owner.query(
        `update suggestion set content = jsonb_set(content, '{opinions,0,secondVoice}', $2::jsonb)
           || '{"secondVoice": {"name": "city-llm", "missing": null, "learntFrom": 0}}' where submission_id = $1`,
        [id, voice],
      );
      await triageAsOne(office, id, changes);
    };
    expect((await figures()).voices).toEqual([]);
    await hear('policy_proposal', 'roads');
    await hear('inquiry', 'transit', { class: 'inquiry' });
    await hear('complaint', null);
    expect((await figures()).voices).toEqual([
      {
        name: 'city-llm',
        class: { count: 3, own: 1, second: 2, shown: 2 },
        topic: { count: 2, own: 2, second: 1, shown: 2 },
      },
    ]);
  });

  it('looks at the months and the version that are asked for', async () => {
    desk.clock.set('2027-02-10T01:00:00Z');
    // The sessions of yesterday have ended.
    [office, management] = [await desk.staff('desk'), await desk.staff('management')];
    expect((await figures('months=3')).class.count).toBe(0);
    expect((await figures('months=6')).class.count).toBe(6);
    expect((await figures('months=6&version=another')).class.count).toBe(0);
    expect((await figures('months=6&version=another')).versions).toHaveLength(1);
    const bad = await office.get<Problem>('/api/accuracy?months=7');
    expect([bad.status, bad.body.fields?.[0]?.field]).toEqual([422, 'months']);
    expect((await office.get('/api/accuracy/submissions?which=all')).status).toBe(422);
    expect((await office.get('/api/accuracy/opinions?after=x')).status).toBe(422);
    expect((await office.get('/api/accuracy/urgency?fate=all')).status).toBe(422);
    expect((await office.get('/api/accuracy/urgency?fate=found&month=2026-13')).status).toBe(422);
    expect((await office.get('/api/accuracy/urgency?fate=found&after=x')).status).toBe(422);
  });

  it('masks the texts for management, and opens none to the administrator', async () => {
    await decide({ ...ONE_SENTENCE, body: `山田花子 090-1234-5678 ${LETTER.body}` });
    const texts = async (who: TestStaff) => [
      ...(await who.get<Page<VerdictView>>('/api/accuracy/opinions')).body.items,
      ...(await who.get<Page<SubmissionVerdictView>>('/api/accuracy/submissions?which=other_count')).body.items,
      ...(await who.get<Page<UrgencyVerdictView>>('/api/accuracy/urgency?fate=quiet')).body.items,
    ];
    expect(JSON.stringify(await texts(office))).toContain('090-1234-5678');
    expect(JSON.stringify(await texts(management))).not.toMatch(/090-1234-5678|山田花子/);
    const administrator = await desk.staff('administrator');
    expect((await administrator.get('/api/accuracy')).status).toBe(200);
    expect((await administrator.get('/api/accuracy/opinions')).status).toBe(403);
    expect((await administrator.get('/api/accuracy/urgency?fate=found')).status).toBe(403);
    const section = await desk.staff('section_member', 'transit');
    expect((await section.get('/api/accuracy')).status).toBe(403);
  });
});
