import { ThreadTypesetter, type ThreadLimits } from './thread-typesetter';
import type { TypesettingReason } from './typesetter';

/** A thread's program that does what the template says, and tells which thread it is. */
const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ template, data }) => {
    if (template.source === 'spin') for (;;);
    if (template.source === 'throw') throw new Error('secret');
    if (template.source === 'exit') process.exit(3);
    if (template.source === 'fill') for (const all = []; ; ) all.push(new Array(1e6).fill(all.length));
    if (template.source === 'refuse') return parentPort.postMessage(null);
    if (template.source === 'wait') Atomics.wait(data.gate, 0, 0);
    if (template.source === 'take') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, data.milliseconds);
    parentPort.postMessage(new TextEncoder().encode(threadId + ' ' + data.text));
  });
`)}`,
);

const LIMITS: ThreadLimits = { milliseconds: 10_000, waiting: 3, idleMilliseconds: 60_000, closeMilliseconds: 10_000 };
const open: ThreadTypesetter[] = [];
function typesetter(limits: Partial<ThreadLimits> = {}): ThreadTypesetter {
  const made = new ThreadTypesetter(PROGRAM, { ...LIMITS, ...limits });
  open.push(made);
  return made;
}
const template = (source: string) => ({ name: source, source });
const asked = async (on: ThreadTypesetter, source: string, data = {}) =>
  (await on.set(template(source), { text: 'あ', ...data })).toString();
const refused = (reason: TypesettingReason, source: string) => ({ name: 'TypesettingError', reason, template: source });

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

describe('a thread that sets documents', () => {
  it('leaves the calling thread free, and answers in the order of asking', async () => {
    const one = typesetter();
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const order: string[] = [];
    const held = asked(one, 'wait', { gate, text: 'first' }).then((text) => order.push(text.split(' ')[1]!));
    const next = asked(one, 'set', { text: 'second' }).then((text) => order.push(text.split(' ')[1]!));
    // On the calling thread the wait for the gate would never have come back to here.
    await new Promise(setImmediate);
    order.push('meanwhile');
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    await Promise.all([held, next]);
    expect(order).toEqual(['meanwhile', 'first', 'second']);
  });

  it('stays for the next document, also after one that cannot be set', async () => {
    const one = typesetter();
    const first = await asked(one, 'set');
    await expect(asked(one, 'refuse')).rejects.toMatchObject(refused('failed', 'refuse'));
    expect(await asked(one, 'set')).toBe(first);
  });

  it.each(['throw', 'exit', 'fill'])('is replaced when it ends by %s, and says nothing of the data', async (how) => {
    const one = typesetter();
    const first = await asked(one, 'set');
    const lost = asked(one, how, { text: '山田花子' });
    const after = asked(one, 'set');
    await expect(lost).rejects.toMatchObject(refused('failed', how));
    await expect(lost).rejects.toThrow(`typesetting failed: ${how}`);
    expect(await after).not.toBe(first);
  });

  it('is ended when a document takes too long; who waited behind it is told so in time', async () => {
    const one = typesetter({ milliseconds: 300 });
    const slow = asked(one, 'spin');
    const behind = asked(one, 'spin');
    await expect(slow).rejects.toMatchObject(refused('too_slow', 'spin'));
    await expect(behind).rejects.toMatchObject({ name: 'TypesettingError' });
    expect(await asked(typesetter(), 'set')).toMatch(/ あ$/);
    await expect(asked(one, 'set')).resolves.toMatch(/ あ$/);
  });

  it('has its time for each document, however long that waited for others', async () => {
    const one = typesetter({ milliseconds: 2_000 });
    const first = await asked(one, 'set');
    const thread = first.split(' ')[0]!;
    const both = [asked(one, 'take', { milliseconds: 1_200 }), asked(one, 'take', { milliseconds: 1_200 })];
    for (const text of await Promise.all(both)) expect(text.split(' ')[0]).toBe(thread);
  });

  it('refuses what it could only let wait', async () => {
    const one = typesetter({ waiting: 2 });
    const waiting = Promise.allSettled(['spin', 'set', 'set'].map((source) => asked(one, source)));
    await expect(asked(one, 'set')).rejects.toMatchObject(refused('busy', 'set'));
    await one.close();
    expect(await waiting).toMatchObject(
      ['spin', 'set', 'set'].map((source) => ({ status: 'rejected', reason: refused('closed', source) })),
    );
    await expect(asked(one, 'set')).rejects.toMatchObject(refused('closed', 'set'));
  });

  it('ends when nothing is asked for a while, and starts again', async () => {
    const one = typesetter({ idleMilliseconds: 1 });
    const first = await asked(one, 'set');
    for (let now = first; now === first; now = await asked(one, 'set'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await asked(one, 'set')).toMatch(/ あ$/);
  });
});
