import { blockOf } from './feature-block';
import { PackedBlocks } from './packed-blocks';
import { TrainingArrays } from './training-arrays';
import { buildVocabulary, MAX_FEATURES } from './vocabulary';

describe('blocks of many documents', () => {
  const counted = (...pairs: readonly (readonly [number, number])[]) => new Map(pairs);

  it('come back as they were put in, empty ones too', () => {
    const documents = [
      [blockOf(1, counted([7, 2], [9, 1])), blockOf(0.5, counted()), blockOf(0.3, counted([3, 70_000]))],
      [],
      [blockOf(2, counted([1, 1]))],
    ];
    const packed = new PackedBlocks();
    documents.forEach((blocks) => packed.add(blocks));
    expect(documents.map((_, i) => packed.blocks(i))).toEqual(documents);
    expect(documents.map((_, i) => [...packed.keys(i)])).toEqual([[7, 9, 3], [], [1]]);
    expect(packed.size).toBe(4);
  });

  it('may be longer than a chunk', () => {
    const long = { weight: 1, keys: new Uint32Array(300_000).fill(5), counts: new Uint16Array(300_000).fill(1) };
    const packed = new PackedBlocks();
    packed.add([blockOf(1, counted([1, 1]))]);
    packed.add([long, long]);
    packed.add([blockOf(1, counted([2, 1]))]);
    expect(packed.keys(1)).toHaveLength(600_000);
    expect(packed.blocks(1)[1]!.keys).toHaveLength(300_000);
    expect([...packed.keys(0), ...packed.keys(2)]).toEqual([1, 2]);
  });
});

describe('buildVocabulary', () => {
  it('keeps what occurs twice, by key, the rarer the heavier', () => {
    const vocabulary = buildVocabulary([Uint32Array.of(9, 4, 4), Uint32Array.of(4, 9, 1)]);
    expect([...vocabulary.keys]).toEqual([4, 9]);
    expect(vocabulary.idf[0]!).toBeLessThan(vocabulary.idf[1]!);
    expect(vocabulary.find(1)).toBe(-1);
  });

  it('keeps the commonest when there are too many; of equally common ones those with the smallest keys', () => {
    const twice = Uint32Array.from({ length: MAX_FEATURES + 50 }, (_, i) => i);
    const often = Uint32Array.of(MAX_FEATURES + 49, MAX_FEATURES + 7);
    const { keys } = buildVocabulary([twice, twice, often]);
    expect(keys).toHaveLength(MAX_FEATURES);
    expect([keys.at(-3), keys.at(-2), keys.at(-1)]).toEqual([MAX_FEATURES - 3, MAX_FEATURES + 7, MAX_FEATURES + 49]);
  });
});

describe('arrays used again', () => {
  it('are zeros each time they are handed out', () => {
    const arrays = new TrainingArrays();
    arrays.floats('a', 3, 10).fill(7);
    expect([...arrays.floats('a', 5, 10)]).toEqual([0, 0, 0, 0, 0]);
    expect([...arrays.integers('b', 2)]).toEqual([0, 0]);
    expect(arrays.floats('a', 20)).toHaveLength(20);
  });
});
