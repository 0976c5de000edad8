import 'reflect-metadata';
import { closeSubmission, decideOpinions, decideUrgency } from '@kotae/casework';
import type { Suggestion } from '@kotae/classification';
import { dayOf, newId, type Actor, type UrgencyFate, type UrgencyKind } from '@kotae/kernel';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';
import { caseStores } from '../casework/case-stores';
import { PgSuggestionStore } from '../classification/pg-suggestion-store';
import { PgUnitOfWork } from '../unit-of-work';
import type { AccuracyPeriod } from './accuracy-filter';
import { readUrgencyNumbers, readUrgencyVerdictsBehind } from './urgency-verdicts-reader';

const DESK: Actor = { kind: 'staff', staffId: newId(), name: '広田 さくら', role: 'desk', sectionId: null };
const BODY = '橋の手すりが外れています。';
const YEAR: AccuracyPeriod = { firstDay: '2026-01-01', lastDay: '2026-12-31', version: null };
const MAY = new Date('2026-05-10T01:00:00Z');
const JUNE = new Date('2026-06-10T01:00:00Z');

describe('what people say about urgency', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let desk: DataSource;
  let serial = 0;

  const letter = async (): Promise<string> => {
    const id = newId();
    serial += 1;
    await owner.query(
      `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on,
         received_at, body, reply_wanted, publish_consent)
       values ($1::uuid, 2026, $2, decode(md5($1::text), 'hex'), $1::text, '\\x00', 'web_opinion', 'web', '2026-05-01', now(), $3, false, true)`,
      [id, serial, BODY],
    );
    return id;
  };
  const read = (id: string, urgent: UrgencyKind | null, rules = 'r1', modelVersion = 'v1') => {
    const suggestion: Suggestion = {
      modelVersion,
      opinions: [],
      urgent: urgent === null ? null : { kind: urgent, reasons: [`${modelVersion}の理由`] },
      urgencyRules: rules,
      pii: [],
      doNotContact: null,
    };
    const findings = { suggestion, urgent: suggestion.urgent, doNotContact: false, grams: [], bands: [] };
    return desk.transaction((tx) =>
      new PgSuggestionStore(tx).save([{ submissionId: id, findings }], [], MAY, { kind: 'system', name: '応え' }),
    );
  };
  const context = (at: Date) => ({ uow: new PgUnitOfWork(desk, caseStores), clock: { now: () => at }, actor: DESK });
  const decide = async (id: string, urgent: UrgencyKind | null, at = MAY) => {
    const [{ decidedAt }] = await owner.query(
      'select urgent_acknowledged_at as "decidedAt" from submission where id = $1',
      [id],
    );
    await decideUrgency(context(at), { submissionId: id, urgent, decidedAt });
  };
  const sort = (id: string, at = MAY) =>
    decideOpinions(context(at), {
      submissionId: id,
      version: 1,
      opinions: [{ start: 0, end: BODY.length, class: 'complaint', topic: 'roads', sectionId: 'roads' }],
    });
  const close = (id: string, kind: 'circulated' | 'forwarded', version = 1, at = JUNE) =>
    closeSubmission(context(at), { submissionId: id, version, kind, reason: '県の仕事のため', to: '県庁' });
  const ledger = (id: string) =>
    owner.query(
      `select model_version as model, rules, decided_on as day, proposed, decided, at_triage as "atTriage"
       from urgency_verdict where submission_id = $1 order by seq`,
      [id],
    );
  const behind = async (fate: UrgencyFate, month?: string, period = YEAR) => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const filter = month === undefined ? { fate } : { fate, month };
      const page = await readUrgencyVerdictsBehind(desk, period, filter, after, 1);
      ids.push(...page.items.map(({ submissionId }) => submissionId));
      after = page.next;
    } while (after !== null);
    return ids;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await database.as('kotae_owner');
    desk = await database.as('kotae_desk');
    await owner.query(`insert into section (id, name) values ('roads', '道路課')`);
    await owner.query(`insert into topic (code, name, section_id) values ('roads', '道路', 'roads')`);
  });
  afterAll(() => database.drop());
  beforeEach(() => owner.query('truncate urgency_verdict, suggestion_verdict, opinion_verdict'));

  it('stands beside what was suggested, with its day, the model and the rules', async () => {
    const id = await letter();
    await read(id, 'danger');
    await decide(id, 'danger');
    const said = { model: 'v1', rules: 'r1', day: '2026-05-10', proposed: 'danger', atTriage: false };
    expect(await ledger(id)).toEqual([{ ...said, decided: 'danger' }]);
    await decide(id, null, JUNE);
    expect((await ledger(id)).at(-1)).toEqual({ ...said, day: dayOf(JUNE), decided: null });
  });

  it('is kept with the decision or not at all', async () => {
    const id = await letter();
    await read(id, 'danger');
    await owner.query('alter table case_fact add constraint refuses check (kind <> $$urgent_cleared$$) not valid');
    await expect(decide(id, null)).rejects.toThrow();
    await owner.query('alter table case_fact drop constraint refuses');
    expect(await ledger(id)).toEqual([]);
    expect(await owner.query('select urgent from submission where id = $1', [id])).toEqual([{ urgent: 'danger' }]);
  });

  it('sorted without a word means not urgent, on that day; sorted under an alarm leaves it undecided', async () => {
    const [quiet, alarmed, unread] = [await letter(), await letter(), await letter()];
    await read(quiet, null);
    await read(alarmed, 'abuse');
    for (const id of [quiet, alarmed, unread]) await sort(id, JUNE);
    expect(await ledger(quiet)).toEqual([
      { model: 'v1', rules: 'r1', day: '2026-06-10', proposed: null, decided: null, atTriage: true },
    ]);
    expect(await ledger(alarmed)).toMatchObject([{ proposed: 'abuse', decided: null, atTriage: true }]);
    expect(await ledger(unread)).toEqual([]);
    expect(await readUrgencyNumbers(desk, YEAR)).toEqual([
      { month: '2026-06', fate: 'quiet', count: 1 },
      { month: '2026-06', fate: 'undecided', count: 1 },
    ]);
    expect(await behind('undecided')).toEqual([alarmed]);
    await decide(alarmed, null, JUNE);
    expect([await behind('undecided'), await behind('false_alarm')]).toEqual([[], [alarmed]]);
  });

  it.each(['circulated', 'forwarded'] as const)('%s without being sorted is without a word, too', async (kind) => {
    const [quiet, alarmed, sorted, known] = [await letter(), await letter(), await letter(), await letter()];
    await read(quiet, null);
    for (const id of [alarmed, sorted, known]) await read(id, 'abuse');
    await sort(sorted);
    await decide(known, 'abuse');
    for (const id of [quiet, alarmed, known]) await close(id, kind);
    await close(sorted, kind, 2);
    expect(await readUrgencyNumbers(desk, YEAR)).toEqual([
      { month: '2026-05', fate: 'found', count: 1 },
      { month: '2026-05', fate: 'undecided', count: 1 },
      { month: '2026-06', fate: 'quiet', count: 1 },
      { month: '2026-06', fate: 'undecided', count: 1 },
    ]);
    expect(await behind('undecided', '2026-06')).toEqual([alarmed]);
  });

  it('still tells of those that were sorted under an alarm before it was written down, once', async () => {
    const id = await letter();
    await read(id, 'danger');
    await sort(id);
    await owner.query('truncate urgency_verdict');
    await close(id, 'circulated', 2);
    expect(await readUrgencyNumbers(desk, YEAR)).toEqual([{ month: '2026-05', fate: 'undecided', count: 1 }]);
  });

  it('an alarm stays with its reasons and the model that raised it, though later ones hear nothing', async () => {
    const id = await letter();
    await read(id, 'danger');
    await read(id, null, 'r2', 'v2');
    await read(id, 'threat', 'r3', 'v3');
    const [now] = await owner.query(
      `select s.urgent, g.model_version as model, g.content->'urgent' as alarm
       from submission s join suggestion g on g.submission_id = s.id where s.id = $1`,
      [id],
    );
    expect(now).toEqual({ urgent: 'danger', model: 'v3', alarm: { kind: 'danger', reasons: ['v1の理由'] } });
    await decide(id, null);
    expect(await ledger(id)).toMatchObject([{ model: 'v1', rules: 'r1', proposed: 'danger', decided: null }]);
  });

  it('a decision taken back stands beside what the first one stood beside, whoever has read the letter since', async () => {
    const id = await letter();
    await read(id, null);
    await decide(id, 'danger');
    await read(id, 'threat', 'r2', 'v2');
    await decide(id, null, JUNE);
    expect(await ledger(id)).toMatchObject([
      { model: 'v1', rules: 'r1', proposed: null, decided: 'danger' },
      { model: 'v1', rules: 'r1', proposed: null, decided: null },
    ]);
  });

  it('names no model for an alarm that is older than any', async () => {
    const id = await letter();
    await owner.query(`update submission set urgent = 'abuse' where id = $1`, [id]);
    await read(id, null);
    await decide(id, 'abuse');
    expect(await ledger(id)).toMatchObject([{ model: null, rules: null, proposed: 'abuse', decided: 'abuse' }]);
  });

  it('counts every letter once, by the last decision and in its month, and opens down to it', async () => {
    const made = { found: [], false_alarm: [], missed: [], quiet: [] } as Record<string, string[]>;
    const fates = ['found', 'false_alarm', 'missed', 'quiet', 'found', 'missed'] as const;
    for (const [i, fate] of fates.entries()) {
      const id = await letter();
      const alarm = fate === 'found' || fate === 'false_alarm';
      await read(id, alarm ? 'danger' : null);
      await sort(id);
      if (fate !== 'quiet') await decide(id, fate === 'false_alarm' ? null : 'threat', i < 3 ? MAY : JUNE);
      made[fate]!.push(id);
    }
    const numbers = await readUrgencyNumbers(desk, YEAR);
    expect(numbers).toEqual([
      { month: '2026-05', fate: 'false_alarm', count: 1 },
      { month: '2026-05', fate: 'found', count: 1 },
      { month: '2026-05', fate: 'missed', count: 1 },
      { month: '2026-05', fate: 'quiet', count: 1 },
      { month: '2026-06', fate: 'found', count: 1 },
      { month: '2026-06', fate: 'missed', count: 1 },
    ]);
    for (const fate of ['found', 'false_alarm', 'missed', 'quiet'] as const)
      expect((await behind(fate)).sort()).toEqual([...made[fate]!].sort());
    for (const { month, fate, count } of numbers) expect(await behind(fate, month)).toHaveLength(count);
    expect(await behind('found', undefined, { ...YEAR, version: 'another' })).toEqual([]);
    expect(await readUrgencyNumbers(desk, { ...YEAR, lastDay: '2026-05-31' })).toHaveLength(4);
  });

  it('a decision stays though the machine reads the letter again and is alarmed', async () => {
    const id = await letter();
    await read(id, 'danger');
    await decide(id, null);
    await read(id, 'threat', 'r2');
    const [now] = await owner.query('select urgent from submission where id = $1', [id]);
    expect(now).toEqual({ urgent: null });
    const found = await owner.query(`select kind from case_fact where submission_id = $1 order by seq`, [id]);
    expect(found).toEqual([{ kind: 'urgent_found' }, { kind: 'urgent_cleared' }]);
  });

  it('judges nothing before the machine has read the letter', async () => {
    const id = await letter();
    await decide(id, 'danger');
    expect(await ledger(id)).toEqual([]);
    await read(id, null);
    await decide(id, null, JUNE);
    expect(await ledger(id)).toMatchObject([{ proposed: null, decided: null }]);
  });

  it('knows nothing of who took a letter in hand before decisions were kept', async () => {
    const id = await letter();
    await read(id, 'danger');
    await owner.query(
      `update submission set urgent_acknowledged_at = now(), urgent_acknowledged_by = 'x' where id = $1`,
      [id],
    );
    await sort(id);
    expect(await readUrgencyNumbers(desk, YEAR)).toEqual([]);
  });
});
