import 'reflect-metadata';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import {
  BullCarrier,
  InProcessCarrier,
  OF_LANE,
  Unrepeatable,
  deliver,
  startRelay,
  type Carrier,
  type ReactionHandlers,
  type TogetherHandlers,
} from '@kotae/jobs';
import { newId } from '@kotae/kernel';
import { OutboxStore, PgDeliveryBook, PgUnitOfWork } from '@kotae/persistence';
import { smtpMailer } from '@kotae/mail';
import { startLocalRedis, type LocalRedis } from '@kotae/servers';
import { createTestDatabase, waitFor, type TestDatabase } from '@kotae/testing';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';

const EVERY = { kind: 'except', reactions: [] } as const;

describe('deliveries', () => {
  let database: TestDatabase;
  let source: DataSource;
  let book: PgDeliveryBook;
  const running: { stop(): Promise<unknown> }[] = [];

  const stopAll = async () => {
    for (const thing of running.splice(0).reverse()) await thing.stop();
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    source = await database.as('kotae_worker');
    book = new PgDeliveryBook(source);
  });
  afterEach(async () => {
    await stopAll();
    const owner = await database.as('kotae_owner');
    await owner.query('truncate outbox, delivery');
  });
  afterAll(() => database.drop());

  const nothing: ReactionHandlers = {
    suggest: async () => undefined,
    acknowledge: async () => undefined,
    'tell-the-desk': async () => undefined,
    'mail-reply': async () => undefined,
    'mail-urgent': async () => undefined,
    'alarm-unseen': async () => undefined,
    'read-again': async () => undefined,
    'train-model': async () => undefined,
  };

  /** Leaves everything to be made alone. */
  const alone: TogetherHandlers = {
    suggest: async () => new Set(),
    'tell-the-desk': async () => new Set(),
  };

  const addEvents = async (n: number) => {
    const uow = new PgUnitOfWork(source, (tx) => ({ outbox: new OutboxStore(tx) }));
    const ids = Array.from({ length: n }, () => newId());
    for (const submissionId of ids)
      await uow.run(({ outbox }) => outbox.add({ name: 'SubmissionReceived', payload: { submissionId } }));
    return ids;
  };

  const startWorker = async (carrier: Carrier, handlers: ReactionHandlers, together = alone) => {
    await carrier.start((batch, stop) =>
      deliver({ book, handlers, together, onFailure: () => undefined }, batch, stop),
    );
    const relay = startRelay(book, carrier, () => undefined, 20);
    running.push(carrier, relay);
  };

  const states = async () => {
    const rows: { state: string; n: string }[] = await source.query(
      'select state, count(*) as n from delivery group by state',
    );
    return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
  };

  it('make every reaction to every event once, with two workers beside each other', async () => {
    const made: string[] = [];
    const handlers = {
      ...nothing,
      suggest: async ({ payload }: { payload: { submissionId: string } }) => void made.push(payload.submissionId),
    };
    await startWorker(new InProcessCarrier(), handlers);
    await startWorker(new InProcessCarrier(), handlers);
    const ids = await addEvents(60);
    await waitFor('all deliveries done', async () => (await states())['done'] === 180);
    expect([...made].sort()).toEqual([...ids].sort());
  });

  it('keep an event out when its transaction is rolled back', async () => {
    const uow = new PgUnitOfWork(source, (tx) => ({ outbox: new OutboxStore(tx) }));
    await expect(
      uow.run(async ({ outbox }) => {
        await outbox.add({ name: 'SubmissionReceived', payload: { submissionId: newId() } });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await source.query('select * from outbox')).toEqual([]);
  });

  it('try again after a failure, and show a hopeless one in the failed list without the reason’s text', async () => {
    let tries = 0;
    await startWorker(new InProcessCarrier(), {
      ...nothing,
      acknowledge: async () => {
        tries += 1;
        if (tries === 1) throw Object.assign(new Error('550 <taro@example.jp> unknown'), { code: 'EENVELOPE' });
      },
      'tell-the-desk': async () => {
        throw new Unrepeatable('no_address_to_reply_to');
      },
    });
    await addEvents(1);
    await waitFor('a first failure', async () => {
      const [row] = await source.query(
        `select last_error, attempts from delivery where reaction = 'acknowledge' and last_error is not null`,
      );
      return row?.last_error === 'EENVELOPE' && row.attempts === 1;
    });
    await source.query(`update delivery set next_try_at = now() where reaction = 'acknowledge'`);
    await waitFor('the second try', async () => (await states())['done'] === 2);
    expect(tries).toBe(2);
    expect(await source.query(`select reaction, last_error from delivery where state = 'failed'`)).toEqual([
      { reaction: 'tell-the-desk', last_error: 'no_address_to_reply_to' },
    ]);
  });

  it('do the work again when a worker died in the middle of it', async () => {
    await addEvents(1);
    await book.expand(() => ['suggest'], 10);
    const [key] = await book.takeDue(10, 30, EVERY);
    expect(await book.claim([key!], 0)).toMatchObject([{ eventId: key!.eventId, reaction: 'suggest' }]);
    // The worker is gone; its lease of 0 seconds ran out.
    expect(await book.claim([key!], 0)).toEqual([]);
    const made: string[] = [];
    await startWorker(new InProcessCarrier(), { ...nothing, suggest: async ({ eventId }) => void made.push(eventId) });
    await waitFor('done by another', async () => (await states())['done'] === 1);
    expect(made).toEqual([key!.eventId]);
  });

  it('are tried alone when a worker died with many of them in its hands', async () => {
    await addEvents(5);
    await book.expand(() => ['suggest'], 10);
    expect(await book.claim(await book.takeDue(10, 30, EVERY), 0)).toHaveLength(5);
    const [together, one]: string[][] = [[], []];
    await startWorker(
      new InProcessCarrier(),
      { ...nothing, suggest: async ({ eventId }) => void one!.push(eventId) },
      {
        ...alone,
        suggest: async (delivered) => {
          together!.push(...delivered.map(({ eventId }) => eventId));
          return new Set(together);
        },
      },
    );
    await waitFor('done by another', async () => (await states())['done'] === 5);
    expect(one).toHaveLength(5);
    expect(together).toEqual([]);
  });

  it('make many at once, and take nothing from the others when one of them cannot be made', async () => {
    const ids = await addEvents(30);
    const bad = ids[7]!;
    const [together, one]: string[][] = [[], []];
    await startWorker(
      new InProcessCarrier(),
      {
        ...nothing,
        suggest: async ({ payload }) => {
          one!.push(payload.submissionId);
          if (payload.submissionId === bad) throw Object.assign(new Error('its text'), { code: 'poison' });
        },
        'tell-the-desk': async ({ payload }) => void one!.push(`told ${payload.submissionId}`),
      },
      {
        suggest: async (delivered) => {
          if (delivered.some(({ payload }) => payload.submissionId === bad)) throw new Error('one of them');
          return new Set(delivered.map(({ eventId }) => eventId));
        },
        // All but one are settled at once; that one is made alone.
        'tell-the-desk': async (delivered) => {
          together!.push(...delivered.map(({ payload }) => payload.submissionId));
          return new Set(delivered.filter(({ payload }) => payload.submissionId !== bad).map(({ eventId }) => eventId));
        },
      },
    );
    await waitFor('all but one done', async () => (await states())['done'] === 89);
    expect(await source.query(`select reaction, attempts, last_error from delivery where state <> 'done'`)).toEqual([
      { reaction: 'suggest', attempts: 1, last_error: 'poison' },
    ]);
    expect([...together!].sort()).toEqual([...ids].sort());
    expect(one!.filter((made) => made.startsWith('told'))).toEqual([`told ${bad}`]);
    expect(one).toContain(bad);
  });

  it('are claimed together, each once, whoever else claims them', async () => {
    await addEvents(40);
    await book.expand(() => ['suggest'], 100);
    const keys = await book.takeDue(100, 30, EVERY);
    const claimed = await Promise.all([book.claim(keys, 30), book.claim([...keys].reverse(), 30)]);
    expect(new Set(claimed.flat().map(({ eventId }) => eventId)).size).toBe(claimed.flat().length);
    // What both had their hands on at the same moment is left; the next one finds it.
    expect([...claimed.flat(), ...(await book.claim(keys, 30))]).toHaveLength(40);
    expect(await source.query('select distinct attempts from delivery')).toEqual([{ attempts: 1 }]);
  });

  it('that were claimed and not begun are due again at once, unless somebody has taken them meanwhile', async () => {
    await addEvents(3);
    await book.expand(() => ['suggest'], 10);
    const keys = await book.takeDue(10, 30, EVERY);
    await book.claim(keys, 300);
    expect(await book.takeDue(10, 30, EVERY)).toEqual([]);
    const [finished, taken, left] = keys;
    await book.done([finished!]);
    await source.query('update delivery set attempts = 2 where event_id = $1', [taken!.eventId]);
    await book.giveBack(keys);
    expect(await book.takeDue(10, 30, EVERY)).toEqual([left]);
  });

  it.each(['work', 'mail'] as const)('that are due for %s are found without those of the other lane', async (lane) => {
    const owner = await database.as('kotae_owner');
    await owner.query(
      `insert into outbox (id, name, payload, created_at, expanded_at)
       select gen_random_uuid(), 'SubmissionReceived', '{}', now(), now() from generate_series(1, 2000)`,
    );
    await owner.query(
      `insert into delivery (event_id, reaction, next_try_at)
       select id, r, now() from outbox cross join unnest($1::text[]) r`,
      [lane === 'work' ? ['acknowledge', 'mail-urgent'] : ['suggest', 'tell-the-desk']],
    );
    await owner.query('analyze delivery');
    const explained: string[] = [];
    const explaining = {
      query: async (sql: string, values: unknown[]) => {
        const rows: Record<string, string>[] = await source.query(`explain ${sql}`, values);
        explained.push(...rows.flatMap((row) => Object.values(row)));
        return [[], 0];
      },
    } as unknown as DataSource;
    await new PgDeliveryBook(explaining).takeDue(500, 30, OF_LANE[lane]);
    expect(explained.join('\n')).toContain(`delivery_due_${lane}`);
    expect(await book.takeDue(500, 30, OF_LANE[lane])).toEqual([]);
  });

  it('of what nobody need be told are none: a letter without an address is not acknowledged by mail', async () => {
    const owner = await database.as('kotae_owner');
    const ids = await addEvents(3);
    for (const [i, id] of ids.entries()) {
      await owner.query(
        `insert into submission (id, fiscal_year, receipt_serial, code_hash, idempotency_key, fingerprint, kind, channel, received_on,
           received_at, body, reply_wanted, publish_consent)
         values ($1, 2026, $2, sha256($3::bytea), $3, '', 'web_opinion', 'web', '2026-11-20', now(), 'x', true, false)`,
        [id, i + 1, `letter ${i}`],
      );
    }
    await owner.query('insert into submitter (submission_id, email) values ($1, $2), ($3, null)', [
      ids[0],
      'hanako@example.jp',
      ids[1],
    ]);
    await book.expand(() => ['acknowledge', 'suggest'], 10);
    expect(
      await source.query(
        `select e.payload->>'submissionId' as id, d.state, d.done_at is not null as "isDone" from delivery d join outbox e on e.id = d.event_id
         where reaction = 'acknowledge' order by e.id`,
      ),
    ).toEqual([
      { id: ids[0], state: 'pending', isDone: false },
      { id: ids[1], state: 'done', isDone: true },
      { id: ids[2], state: 'done', isDone: true },
    ]);
    expect(await book.takeDue(10, 30, EVERY)).toHaveLength(4);
    await owner.query('truncate submitter, submission cascade');
  });

  /** A mail server that takes every call and never says a word; what is sent to it hangs. */
  const silentMailServer = async () => {
    const callers = new Set<Socket>();
    const server = createServer((socket) => void callers.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const mailer = smtpMailer(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => ({
      name: 'こだま市',
      address: 'kouhou@example.jp',
    }));
    return {
      send: (eventId: string) =>
        mailer.send({ to: 'hanako@example.jp', subject: 's', text: 't', messageId: `<${eventId}@example.jp>` }),
      callers,
      stop: async () => {
        await mailer.close();
        for (const socket of callers) socket.destroy();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  };

  /** Mails are asked for before everything else, more than there are places; all work is done before one of them is given up. */
  const workBesideSilence = async (carrier: Carrier) => {
    const silence = await silentMailServer();
    try {
      const mails = await addEvents(120);
      await book.expand(() => ['acknowledge'], 200);
      await startWorker(carrier, { ...nothing, acknowledge: ({ eventId }) => silence.send(eventId) });
      await waitFor('a mail that hangs', async () => silence.callers.size > 0);
      await addEvents(20);
      await waitFor(
        'the work',
        async () => {
          const [row] = await source.query(
            `select count(*) as n from delivery where reaction in ('suggest', 'tell-the-desk') and state = 'done'`,
          );
          return Number(row.n) === 40;
        },
        5_000,
      );
      const [row] = await source.query(
        `select count(*) as n from delivery where reaction = 'acknowledge' and (state = 'done' or last_error is not null)`,
      );
      expect(Number(row.n)).toBe(0);
      expect(mails).toHaveLength(120);
    } finally {
      await silence.stop();
      await stopAll();
    }
  };

  it('suggest and tell the desk while the mail server takes calls and never answers', () =>
    workBesideSilence(new InProcessCarrier()));

  describe('over Redis', () => {
    let redis: LocalRedis;
    beforeEach(async () => {
      redis = await startLocalRedis();
    });
    afterEach(async () => {
      await stopAll();
      await redis.stop();
    });

    it('make every reaction once with two workers', async () => {
      const made: string[] = [];
      const handlers = { ...nothing, suggest: async ({ eventId }: { eventId: string }) => void made.push(eventId) };
      await startWorker(new BullCarrier(redis.url, () => undefined), handlers);
      await startWorker(new BullCarrier(redis.url, () => undefined), handlers);
      await addEvents(40);
      await waitFor('all deliveries done', async () => (await states())['done'] === 120);
      expect(new Set(made).size).toBe(40);
      expect(made).toHaveLength(40);
    });

    it('suggest and tell the desk while the mail server takes calls and never answers', () =>
      workBesideSilence(new BullCarrier(redis.url, () => undefined)));

    it('go back at once when their worker stops in the middle of them', async () => {
      await addEvents(1);
      await book.expand(() => ['tell-the-desk'], 10);
      await addEvents(9);
      await book.expand(() => ['suggest'], 10);
      const begun: string[] = [];
      const carrier = new BullCarrier(redis.url, () => undefined);
      let stopped: Promise<void> | null = null;
      await carrier.start((batch, stop) =>
        deliver(
          {
            book,
            handlers: {
              ...nothing,
              suggest: async ({ eventId }) => {
                begun.push(eventId);
                stopped = carrier.stop();
              },
            },
            together: alone,
            onFailure: () => undefined,
          },
          batch,
          stop,
        ),
      );
      const keys = (await book.takeDue(10, 30, EVERY)).filter(({ reaction }) => reaction === 'suggest');
      await waitFor('redis reached', () => carrier.carry([keys]).then(() => true));
      await waitFor('the worker to stop', async () => stopped !== null);
      await stopped;
      expect(begun).toHaveLength(1);
      const due = await book.takeDue(10, 30, EVERY);
      expect(due.map(({ eventId, attempt }) => [eventId, attempt]).sort()).toEqual(
        keys
          .filter(({ eventId }) => eventId !== begun[0])
          .map(({ eventId }) => [eventId, 0])
          .sort(),
      );
    });

    it('are left to the workers of an older release where that put them into its own queue', async () => {
      const older = new Queue('kotae-deliveries', { connection: { url: redis.url } });
      await older.add('suggest', { eventId: newId(), reaction: 'suggest', attempt: 0 });
      const made: unknown[] = [];
      const carrier = new BullCarrier(redis.url, () => undefined);
      running.push(carrier);
      await carrier.start(async (batch) => void made.push(batch));
      const batch = [{ eventId: newId(), reaction: 'suggest', attempt: 0 }];
      await waitFor('redis reached', () => carrier.carry([batch]).then(() => true));
      await waitFor('its own work', async () => made.length > 0);
      expect([made, await older.count()]).toEqual([[batch], 1]);
      await older.close();
    });

    it('leave no connection behind when the carrier stops, at rest or with work that does not end', async () => {
      const watcher = new Redis(redis.url);
      const others = async () =>
        String(await watcher.call('CLIENT', 'LIST', 'TYPE', 'normal'))
          .trim()
          .split('\n').length - 1;
      try {
        for (const work of [async () => undefined, () => new Promise<void>(() => undefined)]) {
          let begun = false;
          const carrier = new BullCarrier(redis.url, () => undefined);
          await carrier.start(() => {
            begun = true;
            return work();
          });
          const key = { eventId: newId(), reaction: 'suggest', attempt: 0 };
          await waitFor('redis reached', () => carrier.carry([[key]]).then(() => true));
          await waitFor('the work to begin', async () => begun);
          expect(await others()).toBeGreaterThan(1);
          await carrier.stop();
          await waitFor('the last connection to go', async () => (await others()) === 0, 2_000);
          // Nor does one come back later.
          await new Promise((resolve) => setImmediate(resolve));
          expect(await others()).toBe(0);
        }
      } finally {
        watcher.disconnect();
      }
    }, 30_000);

    it('are not stuck in the queue when a worker died holding one', async () => {
      const [id] = await addEvents(1);
      await book.expand(() => ['suggest'], 10);
      const keys = await book.takeDue(10, 0, EVERY);
      let held = false;
      const dead = new BullCarrier(redis.url, () => undefined);
      await dead.start(() => {
        held = true;
        return new Promise(() => undefined);
      });
      await waitFor('redis reached', () => dead.carry([keys]).then(() => true));
      await waitFor('the job to be held', async () => held);
      await dead.stop();
      const made: string[] = [];
      await startWorker(new BullCarrier(redis.url, () => undefined), {
        ...nothing,
        suggest: async ({ payload }) => void made.push(payload.submissionId),
      });
      await waitFor('done by another', async () => (await states())['done'] === 1, 25_000);
      expect(made).toEqual([id]);
    }, 40_000);

    it('lose nothing when Redis forgets everything or goes away for a while', async () => {
      const ids = await addEvents(20);
      await book.expand(() => ['suggest'], 100);
      const keys = await book.takeDue(100, 0, EVERY);
      const lost = new BullCarrier(redis.url, () => undefined);
      await waitFor('redis reached', () => lost.carry([keys]).then(() => true));
      await lost.stop();
      await redis.stop('SIGKILL');

      const made: string[] = [];
      const carrier = new BullCarrier(redis.url, () => undefined);
      const started = startWorker(carrier, {
        ...nothing,
        suggest: async ({ payload }) => void made.push(payload.submissionId),
      });
      await addEvents(5);
      redis = await startLocalRedis(redis.port);
      await started;
      // What was handed over and lost comes due again when its lease runs out; here at once.
      await source.query(`update delivery set next_try_at = now() where state = 'pending'`);
      await waitFor('all done', async () => {
        await source.query(
          `update delivery set next_try_at = now() where state = 'pending' and attempts = 0 and next_try_at > now()`,
        );
        const [row] = await source.query(
          `select count(*) as n from delivery where reaction = 'suggest' and state = 'done'`,
        );
        return Number(row.n) === 25;
      });
      expect(new Set(made).size).toBe(25);
      expect(ids.every((id) => made.includes(id))).toBe(true);
    });
  });
});
