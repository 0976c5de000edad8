import 'reflect-metadata';
import { decideOpinions } from '@kotae/casework';
import type { Suggestion } from '@kotae/classification';
import { OPINION_CLASSES, PROPOSAL_CLASSES, dayOf, newId, type Actor, type OpinionClass } from '@kotae/kernel';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { caseStores } from '../casework/case-stores';
import { PgSuggestionStore } from '../classification/pg-suggestion-store';
import { PgUnitOfWork } from '../unit-of-work';
import { CONFIDENCE_EDGES, type AccuracyPeriod, type VerdictFilter } from './accuracy-filter';
import { readAccuracy } from './accuracy-reader';
import { readSubmissionVerdictsBehind, readVerdictsBehind } from './verdicts-behind-reader';

const TOPICS = ['roads', 'culture', 'transit', 'safety'];
const SECTION_OF: Readonly<Record<string, string>> = {
  roads: 'roads',
  culture: 'culture',
  transit: 'transit',
  safety: 'roads',
};
const DESK: Actor = { kind: 'staff', staffId: newId(), name: '広田 さくら', role: 'desk', sectionId: null };
const BODY = '一つ目のお願いです。'.repeat(4);
const LENGTH = 10;
const YEAR: AccuracyPeriod = { firstDay: '2026-01-01', lastDay: '2026-12-31', version: null };
const PATIENCE_MS = 60_000;

/** One opinion as it was proposed and decided, kept beside the database to count again. */
interface Remembered {
  readonly version: string;
  readonly day: string;
  readonly proposed: {
    class: OpinionClass;
    classSaid: number;
    topic: string;
    topicSaid: number;
    others: string[];
  } | null;
  readonly decided: { class: OpinionClass; topic: string; sectionId: string };
}
interface RememberedSubmission {
  readonly id: string;
  readonly version: string;
  readonly day: string;
  readonly proposed: number;
  readonly decided: number;
}

describe('how often suggestions were right', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let desk: DataSource;
  const opinions: Remembered[] = [];
  const submissions: RememberedSubmission[] = [];
  let serial = 0;
  let seed = 20261121;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

  const addSubmission = async (): Promise<string> => {
    const id = newId();
    serial += 1;
    await owner.query(
      `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on,
         received_at, body, reply_wanted, publish_consent)
       values ($1::uuid, 2026, $2, decode(md5($1::text), 'hex'), $1::text, '\\x00', 'web_opinion', 'web', '2026-01-01', now(), $3, false, true)`,
      [id, serial, BODY],
    );
    return id;
  };
  const suggestion = (version: string, count: number, urgent: boolean): Suggestion => ({
    modelVersion: version,
    opinions: Array.from({ length: count }, (_, i) => {
      const [topic, ...others] = TOPICS.map((code) => ({ code, order: random() })).sort((a, b) => a.order - b.order);
      return {
        start: i * LENGTH,
        end: (i + 1) * LENGTH,
        text: BODY.slice(i * LENGTH, (i + 1) * LENGTH),
        class: {
          code: pick(OPINION_CLASSES),
          confidence: Math.round(random() * 1000) / 1000,
          reasons: [],
          alternatives: [],
        },
        subtype: null,
        topic: {
          code: topic!.code,
          confidence: Math.round(random() * 1000) / 1000,
          reasons: [],
          alternatives: others.slice(0, 2).map(({ code }) => ({ code, confidence: 0.1 })),
        },
        section: { id: SECTION_OF[topic!.code]!, name: '' },
      };
    }),
    urgent: urgent ? { kind: 'danger', reasons: [] } : null,
    pii: [],
    doNotContact: null,
  });
  const suggest = (id: string, content: Suggestion) =>
    desk.transaction((tx) =>
      new PgSuggestionStore(tx).save(
        [
          {
            submissionId: id,
            findings: { suggestion: content, urgent: content.urgent, doNotContact: false, grams: [], bands: [] },
          },
        ],
        [],
        new Date(),
        { kind: 'system', name: '応え' },
      ),
    );
  const decide = async (
    id: string,
    at: Date,
    opinionsDecided: Parameters<typeof decideOpinions>[1]['opinions'],
    reason: string | null = null,
  ) => {
    const [row]: { version: number }[] = await owner.query('select version from submission where id = $1', [id]);
    await decideOpinions(
      { uow: new PgUnitOfWork(desk, caseStores), clock: { now: () => at }, actor: DESK },
      { submissionId: id, version: row!.version, opinions: opinionsDecided, reason },
    );
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    desk = await database.as('kotae_desk');
    for (const id of new Set(Object.values(SECTION_OF)))
      await owner.query('insert into section (id, name) values ($1, $1)', [id]);
    for (const code of TOPICS)
      await owner.query('insert into topic (code, name, section_id) values ($1, $1, $2)', [code, SECTION_OF[code]]);

    for (let i = 0; i < 120; i++) {
      const id = await addSubmission();
      const at = new Date(Date.UTC(2026, Math.floor(random() * 12), 1 + Math.floor(random() * 28), 16));
      const version = pick(['v1', 'v2']);
      const proposed = suggestion(version, 1 + Math.floor(random() * 3), random() < 0.1);
      await suggest(id, proposed);
      const decidedCount = random() < 0.7 ? proposed.opinions.length : 1 + Math.floor(random() * 4);
      const decisions = Array.from({ length: decidedCount }, (_, place) => {
        const guess = proposed.opinions[place];
        const topic = guess !== undefined && random() < 0.6 ? guess.topic.code : pick(TOPICS);
        return {
          start: place * LENGTH,
          end: (place + 1) * LENGTH,
          class: guess !== undefined && random() < 0.7 ? guess.class.code : pick(OPINION_CLASSES),
          topic,
          sectionId: random() < 0.9 ? SECTION_OF[topic]! : 'culture',
        };
      });
      await decide(id, at, decisions);
      const day = dayOf(at);
      submissions.push({
        id,
        version,
        day,
        proposed: proposed.opinions.length,
        decided: decidedCount,
      });
      decisions.forEach((decision, place) => {
        const guess = proposed.opinions[place];
        opinions.push({
          version,
          day,
          decided: decision,
          proposed:
            guess === undefined
              ? null
              : {
                  class: guess.class.code,
                  classSaid: guess.class.confidence,
                  topic: guess.topic.code,
                  topicSaid: guess.topic.confidence,
                  others: guess.topic.alternatives.map(({ code }) => code),
                },
        });
      });
    }
  }, PATIENCE_MS);
  afterAll(() => database.drop());

  const among = ({ firstDay, lastDay, version }: AccuracyPeriod) => {
    const inside = ({ day, version: own }: { day: string; version: string }) =>
      day >= firstDay && day <= lastDay && (version === null || version === own);
    return {
      judged: opinions.flatMap((o) => (inside(o) && o.proposed !== null ? [{ ...o, proposed: o.proposed }] : [])),
      unproposed: opinions.filter((o) => inside(o) && o.proposed === null).length,
      whole: submissions.filter(inside),
    };
  };
  const bandOf = (said: number) => CONFIDENCE_EDGES.findLastIndex((edge) => said * 1000 >= edge);
  const share = <T>(list: readonly T[], same: (one: T) => boolean) => ({
    count: list.length,
    same: list.filter(same).length,
  });

  it.each<[string, AccuracyPeriod]>([
    ['a whole year', YEAR],
    ['three months', { ...YEAR, firstDay: '2026-04-10', lastDay: '2026-07-09' }],
    ['one version', { ...YEAR, version: 'v2' }],
    ['days without a decision', { ...YEAR, firstDay: '2020-01-01', lastDay: '2020-12-31' }],
  ])('agrees with a recount over %s', async (_, period) => {
    const figures = await readAccuracy(desk, period);
    const { judged, unproposed, whole } = among(period);
    const isProposal = (code: OpinionClass) => PROPOSAL_CLASSES.includes(code);
    expect(figures.class).toEqual(share(judged, (o) => o.proposed.class === o.decided.class));
    expect(figures.proposal).toEqual(
      share(judged, (o) => isProposal(o.proposed.class) === isProposal(o.decided.class)),
    );
    expect(figures.topic).toEqual(share(judged, (o) => o.proposed.topic === o.decided.topic));
    expect(figures.topicAmongThree).toEqual(
      share(judged, (o) => [o.proposed.topic, ...o.proposed.others].includes(o.decided.topic)),
    );
    expect(figures.section).toEqual(share(judged, (o) => SECTION_OF[o.proposed.topic] === o.decided.sectionId));
    expect(figures.opinionCount).toEqual(share(whole, (s) => s.proposed === s.decided));
    expect(figures.unproposed).toBe(unproposed);

    const pairs = (a: (o: (typeof judged)[number]) => string, b: (o: (typeof judged)[number]) => string) => {
      const counts = new Map<string, number>();
      for (const o of judged) counts.set(`${a(o)} ${b(o)}`, (counts.get(`${a(o)} ${b(o)}`) ?? 0) + 1);
      return Object.fromEntries(counts);
    };
    const table = (rows: readonly { proposed: string; decided: string; count: number }[]) =>
      Object.fromEntries(rows.map((row) => [`${row.proposed} ${row.decided}`, row.count]));
    expect(table(figures.classes)).toEqual(
      pairs(
        (o) => o.proposed.class,
        (o) => o.decided.class,
      ),
    );
    expect(table(figures.topics)).toEqual(
      pairs(
        (o) => o.proposed.topic,
        (o) => o.decided.topic,
      ),
    );
    const months = [...new Set(judged.map((o) => o.day.slice(0, 7)))].sort();
    expect(figures.months).toEqual(
      months.map((month) => ({
        month,
        class: share(
          judged.filter((o) => o.day.startsWith(month)),
          (o) => o.proposed.class === o.decided.class,
        ),
        topic: share(
          judged.filter((o) => o.day.startsWith(month)),
          (o) => o.proposed.topic === o.decided.topic,
        ),
      })),
    );
    const bands = [...new Set(judged.map((o) => bandOf(o.proposed.classSaid)))].sort((a, b) => a - b);
    expect(figures.classBands.map(({ said: _said, ...band }) => band)).toEqual(
      bands.map((band) => ({
        band,
        ...share(
          judged.filter((o) => bandOf(o.proposed.classSaid) === band),
          (o) => o.proposed.class === o.decided.class,
        ),
      })),
    );
    for (const { band, said } of figures.classBands) {
      const inside = judged.filter((o) => bandOf(o.proposed.classSaid) === band);
      expect(said).toBeCloseTo(inside.reduce((sum, o) => sum + o.proposed.classSaid, 0) / inside.length, 6);
    }
    for (const { band, count } of figures.topicBands)
      expect(count).toBe(judged.filter((o) => bandOf(o.proposed.topicSaid) === band).length);
  });

  it('names every version of the period, whatever version is looked at', async () => {
    const { versions } = await readAccuracy(desk, { ...YEAR, version: 'v1' });
    expect(Object.fromEntries(versions.map((v) => [v.version, v.opinions]))).toEqual({
      v1: among({ ...YEAR, version: 'v1' }).judged.length,
      v2: among({ ...YEAR, version: 'v2' }).judged.length,
    });
  });

  it.each<[string, VerdictFilter, (o: ReturnType<typeof among>['judged'][number]) => boolean]>([
    ['everything', {}, () => true],
    ['changed classes', { same: { label: 'class', is: false } }, (o) => o.proposed.class !== o.decided.class],
    [
      'one cell',
      { proposedClass: 'complaint', decidedClass: 'inquiry' },
      (o) => o.proposed.class === 'complaint' && o.decided.class === 'inquiry',
    ],
    [
      'a topic that was kept',
      { proposedTopic: 'roads', same: { label: 'topic', is: true } },
      (o) => o.proposed.topic === 'roads' && o.decided.topic === 'roads',
    ],
    ['a month', { month: '2026-05' }, (o) => o.day.startsWith('2026-05')],
    ['a band', { band: { label: 'class', at: 5 } }, (o) => o.proposed.classSaid >= 0.9],
    [
      'sections',
      { same: { label: 'section', is: false } },
      (o) => SECTION_OF[o.proposed.topic] !== o.decided.sectionId,
    ],
  ])('opens %s down to exactly its decisions, page by page', async (_, filter, holds) => {
    const seen: { id: string; day: string }[] = [];
    let after: string | null = null;
    do {
      const page = await readVerdictsBehind(desk, YEAR, filter, after, 7);
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items.map(({ opinionId, decidedOn }) => ({ id: opinionId, day: decidedOn })));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ day }) => day)).toEqual(
      among(YEAR)
        .judged.filter(holds)
        .map(({ day }) => day)
        .sort()
        .reverse(),
    );
  });

  it('opens the submissions whose number of opinions was changed', async () => {
    const ids = async (filter: Parameters<typeof readSubmissionVerdictsBehind>[2]) => {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const page = await readSubmissionVerdictsBehind(desk, YEAR, filter, after, 9);
        found.push(...page.items.map(({ submissionId }) => submissionId));
        after = page.next;
      } while (after !== null);
      return found.sort();
    };
    const expected = (holds: (s: RememberedSubmission) => boolean) =>
      submissions
        .filter(holds)
        .map(({ id }) => id)
        .sort();
    expect(await ids({ sameCount: false })).toEqual(expected((s) => s.proposed !== s.decided));
    expect(await ids({ sameCount: true })).toEqual(expected((s) => s.proposed === s.decided));
  });

  it('refuses a cursor that it did not write', async () => {
    await expect(readVerdictsBehind(desk, YEAR, {}, 'x', 7)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  describe('what was suggested at the first decision stays', () => {
    const at = new Date('2027-03-01T01:00:00Z');
    const period: AccuracyPeriod = { firstDay: '2027-03-01', lastDay: '2027-03-31', version: null };
    const whole = { start: 0, end: LENGTH, class: 'complaint', topic: 'roads', sectionId: 'roads' } as const;

    it('though a newer model reads it again, and somebody changes the decision', async () => {
      const id = await addSubmission();
      const first = suggestion('old', 1, false);
      await suggest(id, first);
      await decide(id, at, [whole]);
      const before = await readAccuracy(desk, period);
      await suggest(id, suggestion('new', 2, true));
      const [kept] = await owner.query('select model_version, content from suggestion where submission_id = $1', [id]);
      expect(kept).toEqual({ model_version: 'old', content: first });
      const [{ id: opinionId }] = await owner.query('select id from opinion where submission_id = $1', [id]);
      await decide(id, at, [{ ...whole, id: opinionId, class: 'inquiry', topic: 'culture' }], '読み直したため');
      expect(await readAccuracy(desk, period)).toEqual(before);
      expect(before.versions).toEqual([{ version: 'old', trainedAt: null, opinions: 1 }]);
    });

    it('and a decision before any suggestion judges none', async () => {
      const id = await addSubmission();
      const before = await readAccuracy(desk, period);
      await decide(id, at, [whole]);
      await suggest(id, suggestion('late', 1, false));
      expect(await readAccuracy(desk, period)).toEqual(before);
    });
  });
});
