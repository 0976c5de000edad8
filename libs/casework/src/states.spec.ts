import { ANSWER_STATES, ANSWER_TRANSITIONS, SETTLED_ANSWERS } from './answer-states';
import { ENDED_STATES, SUBMISSION_STATES, SUBMISSION_TRANSITIONS } from './submission-states';

type Table = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

function reachable(table: Table, from: string): string[] {
  const seen = new Set([from]);
  const waiting = [from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const next of Object.values(table[state] ?? {})) {
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return [...seen].sort();
}

const leavesFor = (table: Table, state: string) =>
  Object.values(table[state] ?? {}).filter((next) => next !== state && next !== undefined);

describe.each([
  ['submission', SUBMISSION_TRANSITIONS as Table, SUBMISSION_STATES, 'received'],
  ['answer', ANSWER_TRANSITIONS as Table, ANSWER_STATES, 'waiting'],
] as const)('the states of a %s', (_name, table, states, first) => {
  it('are all in the table, and nothing else is', () => {
    expect(Object.keys(table).sort()).toEqual([...states].sort());
    for (const next of Object.values(table).flatMap((steps) => Object.values(steps))) expect(states).toContain(next);
  });

  it('can all be reached', () => {
    expect(reachable(table, first)).toEqual([...states].sort());
  });
});

describe('the ends of a submission', () => {
  it('are ends, and nothing else is', () => {
    const ends = SUBMISSION_STATES.filter((state) => leavesFor(SUBMISSION_TRANSITIONS, state).length === 0);
    expect(ends).toEqual([...ENDED_STATES]);
  });

  it('can be reached from every other state', () => {
    for (const state of SUBMISSION_STATES.filter((s) => !ENDED_STATES.includes(s))) {
      const after = reachable(SUBMISSION_TRANSITIONS, state);
      for (const end of ENDED_STATES) expect([state, after.includes(end)]).toEqual([state, true]);
    }
  });
});

describe('an answer', () => {
  it('never goes from submitted back to a draft', () => {
    expect(Object.values(ANSWER_TRANSITIONS.submitted)).not.toContain('draft');
  });

  it('can be settled from every state', () => {
    for (const state of ANSWER_STATES) {
      const after = reachable(ANSWER_TRANSITIONS, state);
      expect([state, SETTLED_ANSWERS.some((settled) => after.includes(settled))]).toEqual([state, true]);
    }
  });

  it('is approved only from submitted', () => {
    const before = ANSWER_STATES.filter((state) => Object.values(ANSWER_TRANSITIONS[state]).includes('approved'));
    expect(before).toEqual(['submitted']);
  });
});
