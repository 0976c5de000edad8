import 'reflect-metadata';
import type { StoredModel } from '@kotae/classification';
import { PgModelStore, requestTraining, trainingAlone } from '@kotae/persistence';
import { createTestDatabase, type TestDatabase } from '@kotae/testing';
import type { DataSource } from 'typeorm';

describe('training the model', () => {
  let database: TestDatabase;
  let desk: DataSource;
  let worker: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    desk = await database.as('kotae_desk');
    worker = await database.as('kotae_worker');
  });
  afterAll(() => database.drop());
  afterEach(async () => {
    const owner = await database.as('kotae_owner');
    await owner.query('truncate outbox, delivery, model');
  });

  const ask = (source: DataSource, notWithin?: string) =>
    source.transaction((tx) => requestTraining(tx, source === desk ? 'by_hand' : 'schedule', notWithin));
  const asked = async () => Number((await desk.query('select count(*) as n from outbox'))[0].n);
  const model = (version: string): StoredModel => ({
    version,
    trainedAt: new Date('2026-11-20T01:00:00Z'),
    trainedOn: 1,
    active: true,
    evaluation: null,
    words: '',
    content: Buffer.from(version),
  });

  it('is asked for once, whoever asks at the same moment, until it is done', async () => {
    const answers = await Promise.all([ask(desk), ask(desk), ask(worker), ask(worker)]);
    expect(await asked()).toBe(1);
    expect(answers.filter(({ already }) => !already)).toHaveLength(1);
    expect(new Set(answers.map(({ requestedAt }) => requestedAt.getTime())).size).toBe(1);

    await worker.query(
      `insert into delivery (event_id, reaction, state, attempts, next_try_at) select id, 'train-model', 'pending', 1, now() from outbox`,
    );
    await worker.query('update outbox set expanded_at = now()');
    expect((await ask(desk)).already).toBe(true);
    await worker.query(`update delivery set state = 'done'`);
    expect((await ask(worker, '1 day')).already).toBe(true);
    expect(await asked()).toBe(1);
    expect((await ask(desk)).already).toBe(false);
    expect(await asked()).toBe(2);
  });

  it('is done by one worker at a time, and by another when that one has ended', async () => {
    const other = await database.as('kotae_worker');
    let end: () => void = () => undefined;
    let first: Promise<void> = Promise.resolve();
    await new Promise<void>((begun) => {
      first = trainingAlone(worker, () => {
        begun();
        return new Promise<void>((resolve) => (end = resolve));
      });
    });
    await expect(trainingAlone(other, async () => 'trained')).rejects.toMatchObject({ code: 'training_under_way' });
    end();
    await first;
    await expect(trainingAlone(other, async () => 'trained')).resolves.toBe('trained');
    await expect(trainingAlone(worker, () => Promise.reject(new Error('no letters')))).rejects.toThrow('no letters');
    await expect(trainingAlone(other, async () => 'trained')).resolves.toBe('trained');
  });

  it('does not put a model into use that was judged against another than the one in use', async () => {
    const models = new PgModelStore(worker);
    await models.add(model('first'), null);
    await models.add(model('second'), 'first');
    await expect(models.add(model('late'), 'first')).rejects.toMatchObject({ code: 'stale' });
    await expect(models.add(model('late'), null)).rejects.toMatchObject({ code: 'stale' });
    expect(await models.activeVersion()).toBe('second');
  });
});
