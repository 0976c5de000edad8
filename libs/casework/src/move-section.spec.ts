import type { CaseOpinion } from './case-file';
import { MemoryCases, fileOf } from './memory-cases';
import { moveToSection } from './move-section';

const SIGNATURE = { actorId: null, actorName: '管理者', at: new Date('2026-11-20T01:00:00Z') };
const MOVE = { submissionId: 'letter', from: 'parks', into: 'works' };

const opinion = (ordinal: number, more: Partial<CaseOpinion> = {}): CaseOpinion => ({
  id: `o${ordinal}`,
  ordinal,
  start: 0,
  end: 1,
  text: '図',
  class: 'complaint',
  subtype: null,
  finerClass: null,
  topic: 'parks',
  sectionId: 'parks',
  decidedBy: '担当',
  decidedAt: new Date(0),
  answerState: 'draft',
  answerBody: '書きかけ',
  answerStep: 0,
  answerUpdatedAt: null,
  answerVersion: 3,
  outcome: null,
  outcomeOn: null,
  outcomeBy: null,
  nextLookOn: null,
  ...more,
});

async function move(memory: MemoryCases): Promise<number> {
  const { uow } = memory.context({ kind: 'system', name: '応え' });
  return uow.run((stores) => moveToSection(stores, MOVE, SIGNATURE));
}

describe('a section that another takes over', () => {
  it('hands on its open answers as they are, counts them over and writes it down', async () => {
    const memory = new MemoryCases(
      fileOf({ state: 'triaged', opinions: [opinion(1), opinion(2, { sectionId: 'roads' })] }),
    );
    expect(await move(memory)).toBe(1);
    const [moved, other] = memory.file.opinions;
    expect(moved).toMatchObject({
      sectionId: 'works',
      answerState: 'draft',
      answerBody: '書きかけ',
      answerVersion: 3,
      decidedBy: '担当',
    });
    expect(other?.sectionId).toBe('roads');
    expect(memory.counted.map(({ before, after }) => [before?.sectionId, after?.sectionId])).toEqual([
      ['parks', 'works'],
    ]);
    expect(memory.facts).toEqual([
      { kind: 'section_moved', opinionId: 'o1', details: { ordinal: 1, from: 'parks', sectionId: 'works' } },
    ]);
    expect(memory.file.version).toBe(2);
  });

  it('keeps what is finished, and hands on the promises of it', async () => {
    const promised = { outcome: 'planned', outcomeOn: '2026-11-01', nextLookOn: '2027-01-01' } as const;
    const done = { outcome: 'implemented', outcomeOn: '2026-11-01' } as const;
    const memory = new MemoryCases(
      fileOf({ state: 'replied', opinions: [opinion(1, done), opinion(2, promised), opinion(3)] }),
    );
    expect(await move(memory)).toBe(1);
    expect(memory.file.opinions.map(({ sectionId }) => sectionId)).toEqual(['parks', 'works', 'parks']);
  });

  it('changes nothing, not even the version, where nothing is to be done', async () => {
    const memory = new MemoryCases(fileOf({ state: 'circulated', opinions: [opinion(1)] }));
    expect(await move(memory)).toBe(0);
    expect(memory.file.version).toBe(1);
    expect(memory.facts).toEqual([]);
  });
});
