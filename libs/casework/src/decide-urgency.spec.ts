import { newId, type Actor, type UrgencyKind } from '@kotae/kernel';
import { decideUrgency } from './decide-urgency';
import { MemoryCases, fileOf } from './memory-cases';

const DESK: Actor = { kind: 'staff', staffId: newId(), name: '広田 さくら', role: 'desk', sectionId: null };
const NOW = new Date('2026-11-20T01:00:00Z');

function decide(cases: MemoryCases, urgent: UrgencyKind | null, decidedAt: Date | null = null): Promise<void> {
  return decideUrgency(cases.context(DESK), { submissionId: 'letter', urgent, decidedAt });
}

describe('whether a letter is urgent', () => {
  it.each<[string, UrgencyKind | null, UrgencyKind | null, string, UrgencyKind]>([
    ['confirms what was suggested', 'danger', 'danger', 'urgent_acknowledged', 'danger'],
    ['clears it', 'danger', null, 'urgent_cleared', 'danger'],
    ['corrects the kind', 'danger', 'abuse', 'urgent_marked', 'abuse'],
    ['marks what was not suggested', null, 'threat', 'urgent_marked', 'threat'],
  ])('%s', async (_, suggested, decided, kind, told) => {
    const cases = new MemoryCases(fileOf({ urgent: suggested }));
    await decide(cases, decided);
    expect(cases.file).toMatchObject({ urgent: decided, urgencyDecidedAt: NOW, version: 1 });
    expect(cases.facts).toEqual([{ kind, opinionId: null, details: { urgent: told } }]);
  });

  it('asked twice, the first one stands', async () => {
    const cases = new MemoryCases(fileOf({ urgent: 'danger' }));
    await decide(cases, 'danger');
    await decide(cases, 'danger');
    expect(cases.facts).toHaveLength(1);
  });

  it('can be taken back by who has seen it', async () => {
    const cases = new MemoryCases(fileOf({ urgent: null, urgencyDecidedAt: NOW }));
    await decide(cases, 'danger', NOW);
    expect(cases.file.urgent).toBe('danger');
  });

  it('is not cleared by who has not seen that somebody confirmed it', async () => {
    const cases = new MemoryCases(fileOf({ urgent: 'danger', urgencyDecidedAt: NOW }));
    await expect(decide(cases, null)).rejects.toMatchObject({ code: 'stale' });
    expect(cases.file.urgent).toBe('danger');
    expect(cases.facts).toEqual([]);
  });

  it('clears nothing where nothing says that it is urgent', async () => {
    await expect(decide(new MemoryCases(fileOf()), null)).rejects.toMatchObject({ code: 'wrong_state' });
  });
});
