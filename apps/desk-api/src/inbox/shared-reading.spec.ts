import { SharedReading } from './shared-reading';

describe('a reading that is shared', () => {
  let time = 0;
  let began: string[] = [];
  let ends: ((answer: number | Error) => void)[] = [];
  const make = () => {
    time = 0;
    began = [];
    ends = [];
    return new SharedReading<string, number>(
      (key) => {
        began.push(key);
        return new Promise((resolve, reject) =>
          ends.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
        );
      },
      1_000,
      () => time,
    );
  };

  it('is made once for all who ask while it goes on and for a second after, for each key by itself', async () => {
    const shared = make();
    const asked = [shared.get('a'), shared.get('a'), shared.get('b')];
    time = 900;
    ends[0]!(1);
    ends[1]!(2);
    asked.push(shared.get('a'));
    expect(await Promise.all(asked)).toEqual([1, 1, 2, 1]);
    expect(began).toEqual(['a', 'b']);
    time = 1_001;
    const late = shared.get('a');
    await Promise.resolve();
    ends[2]!(3);
    expect(await late).toBe(3);
  });

  it('is not answered to who must see a change, and never twice at a time', async () => {
    const shared = make();
    const before = shared.get('a');
    time = 10;
    shared.changed();
    time = 20;
    const after = [shared.get('a'), shared.get('a', 15)];
    expect(began).toHaveLength(1);
    ends[0]!(1);
    expect(await before).toBe(1);
    await Promise.resolve();
    expect(began).toHaveLength(2);
    ends[1]!(2);
    expect(await Promise.all(after)).toEqual([2, 2]);
    expect(await shared.get('a')).toBe(2);
    expect(began).toHaveLength(2);
  });

  it('is made again after one that failed', async () => {
    const shared = make();
    const failing = shared.get('a');
    time = 10;
    const newer = shared.get('a', 5);
    ends[0]!(new Error('no database'));
    await expect(failing).rejects.toThrow('no database');
    await Promise.resolve();
    ends[1]!(2);
    expect(await newer).toBe(2);
    expect(await shared.get('a')).toBe(2);
  });
});
