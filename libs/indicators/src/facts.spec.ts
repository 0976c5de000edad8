import { deltasForOutcome, deltasForReclassification, deltasForWithdrawal, type CountState } from './deltas';
import { countFacts, opinionsBehind, type CountFact, type CountFactDraft } from './facts';
import type { CountFilter } from './source';

const state: CountState = {
  opinionId: 'o1',
  receivedOn: '2026-03-31',
  channel: 'web',
  district: '旧市街',
  class: 'complaint',
  topic: 'roads',
  sectionId: 's1',
  outcome: null,
  outcomeOn: null,
};
const proposals: CountFilter = { measure: 'class', classes: ['operations_improvement', 'policy_proposal'] };
const implemented: CountFilter = { measure: 'outcome', outcomes: ['implemented'] };
const fy2025 = { first: '2025-04-01', last: '2026-03-31' };
const fy2026 = { first: '2026-04-01', last: '2027-03-31' };

function ledger(...steps: readonly (readonly [string, readonly CountFactDraft[]])[]): CountFact[] {
  let seq = 0;
  return steps.flatMap(([at, drafts]) => drafts.map((d) => ({ ...d, seq: ++seq, recordedAt: new Date(at) })));
}

describe('count facts', () => {
  it('moves a count when a decision changes, and both states stay explainable', () => {
    const proposal: CountState = { ...state, class: 'policy_proposal' };
    const deltas = deltasForReclassification(state, proposal);
    expect(deltas.map((d) => [d.sign, d.class, d.countedOn, d.measure])).toEqual([
      [-1, 'complaint', '2026-03-31', 'class'],
      [1, 'policy_proposal', '2026-03-31', 'class'],
    ]);
    const facts = ledger(
      ['2026-04-02T00:00:00Z', deltasForReclassification(null, state)],
      ['2026-05-01T00:00:00Z', deltas],
    );
    expect(countFacts(facts, proposals, fy2025, new Date('2026-04-30T23:59:59Z'))).toBe(0);
    expect(countFacts(facts, proposals, fy2025, new Date('2026-05-01T00:00:00Z'))).toBe(1);
    expect(countFacts(facts, proposals, fy2025)).toBe(1);
    expect(countFacts(facts, proposals, fy2026)).toBe(0);
  });

  it('counts one opinion once when it moves between two counted classes', () => {
    const a: CountState = { ...state, class: 'policy_proposal' };
    const b: CountState = { ...state, class: 'operations_improvement' };
    const facts = ledger(
      ['2026-04-02T00:00:00Z', deltasForReclassification(null, a)],
      ['2026-04-03T00:00:00Z', deltasForReclassification(a, b)],
    );
    expect(opinionsBehind(facts, proposals, fy2025)).toEqual([
      expect.objectContaining({ opinionId: 'o1', class: 'operations_improvement' }),
    ]);
  });

  it('counts an outcome on the day it holds, not the day it was received or recorded', () => {
    const done: CountState = { ...state, outcome: 'implemented', outcomeOn: '2026-04-01' };
    const facts = ledger(
      ['2026-04-02T00:00:00Z', deltasForReclassification(null, state)],
      ['2027-06-01T00:00:00Z', deltasForOutcome(state, done)],
    );
    expect(countFacts(facts, implemented, fy2025)).toBe(0);
    expect(countFacts(facts, implemented, fy2026)).toBe(1);
    expect(deltasForOutcome(state, done)).toHaveLength(1);
  });

  it('moves the outcome fact along when class, topic or section change after it', () => {
    const done: CountState = { ...state, outcome: 'implemented', outcomeOn: '2026-04-01' };
    const moved: CountState = { ...done, sectionId: 's2' };
    const deltas = deltasForReclassification(done, moved);
    expect(deltas.map((d) => [d.measure, d.sign, d.sectionId])).toEqual([
      ['class', -1, 's1'],
      ['outcome', -1, 's1'],
      ['class', 1, 's2'],
      ['outcome', 1, 's2'],
    ]);
  });

  it('appends nothing when nothing changes, and takes everything back on withdrawal', () => {
    const done: CountState = { ...state, outcome: 'implemented', outcomeOn: '2026-04-01' };
    expect(deltasForReclassification(done, { ...done })).toEqual([]);
    expect(deltasForWithdrawal(done).map((d) => [d.measure, d.sign])).toEqual([
      ['class', -1],
      ['outcome', -1],
    ]);
    expect(deltasForWithdrawal({ ...state, class: null })).toEqual([]);
  });

  it('matches every dimension of a filter, and null matches no list', () => {
    const facts = ledger(['2026-04-02T00:00:00Z', deltasForReclassification(null, { ...state, district: null })]);
    const count = (extra: Partial<CountFilter>) => countFacts(facts, { measure: 'class', ...extra }, fy2025);
    expect(count({})).toBe(1);
    expect(count({ classes: ['complaint'], channels: ['web'], topics: ['roads'], sectionIds: ['s1'] })).toBe(1);
    expect(count({ channels: ['fax'] })).toBe(0);
    expect(count({ topics: ['parks'] })).toBe(0);
    expect(count({ sectionIds: ['s2'] })).toBe(0);
    expect(count({ districts: ['旧市街'] })).toBe(0);
    expect(count({ classes: [] })).toBe(0);
  });

  it('includes both ends of a range and the exact instant', () => {
    const facts = ledger(['2026-04-02T00:00:00Z', deltasForReclassification(null, state)]);
    const day = (first: string, last: string) => countFacts(facts, { measure: 'class' }, { first, last });
    expect(day('2026-03-31', '2026-03-31')).toBe(1);
    expect(day('2026-04-01', '2026-04-02')).toBe(0);
    expect(day('2026-03-29', '2026-03-30')).toBe(0);
  });
});
