import fc from 'fast-check';
import { endLabels } from './end-labels';
import { labelEvery, valueAxis } from './scale';
import { targetPosition } from './target-position';

describe('valueAxis', () => {
  it('includes zero and every value, with rising and evenly spaced ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 1_000_000 }), { maxLength: 40 }), (values) => {
        const axis = valueAxis(values);
        expect(axis.min).toBeLessThanOrEqual(Math.min(0, ...values));
        expect(axis.max).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect(axis.ticks).toContain(0);
        expect(axis.ticks.length).toBeGreaterThan(1);
        expect(axis.ticks.length).toBeLessThanOrEqual(8);
        expect(axis.ticks.every(Number.isInteger)).toBe(true);
        const gaps = axis.ticks.slice(1).map((tick, index) => tick - (axis.ticks[index] ?? 0));
        expect(new Set(gaps).size).toBe(1);
      }),
    );
  });

  it.each([
    [
      [42, 50],
      [0, 20, 40, 60],
    ],
    [[0], [0, 1]],
    [
      [0.4, 1],
      [0, 0.25, 0.5, 0.75, 1],
    ],
    [
      [3, -2],
      [-2, 0, 2, 4],
    ],
  ])('%j → %j', (values, ticks) => {
    expect(valueAxis(values).ticks).toEqual(ticks);
  });
});

it('keeps labels of a crowded axis regular', () => {
  expect(labelEvery(12, 16)).toBe(1);
  expect(labelEvery(12, 8)).toBe(2);
});

describe('targetPosition', () => {
  it('reads from left to right whichever way the numbers run', () => {
    expect(targetPosition(185, 50, 117.5)).toEqual({ baseline: 3, target: 97, actual: 50 });
    expect(targetPosition(0, 100, 50)).toEqual({ baseline: 3, target: 97, actual: 50 });
  });

  it('makes room for values beyond the target or behind the baseline', () => {
    const beyond = targetPosition(null, 70, 140);
    expect(beyond).toEqual({ baseline: 3, target: 50, actual: 97 });
    const behind = targetPosition(120, 60, 180);
    expect(behind).toEqual({ baseline: 50, target: 97, actual: 3 });
  });

  it('stays inside the drawing', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.option(value), value, fc.option(value), (baseline, target, actual) => {
        const at = targetPosition(baseline, target, actual);
        for (const place of [at.baseline, at.target, at.actual ?? 50]) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(100);
        }
        expect(at.baseline).toBeLessThanOrEqual(at.target);
        expect(at.actual === null).toBe(actual === null);
      }),
    );
  });
});

it('never lets names at the ends of lines cover each other', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 }), (heights) => {
      const placed = [...endLabels(heights.map((y, series) => ({ series, y }))).values()].sort((a, b) => a - b);
      expect(placed).toHaveLength(heights.length);
      placed.slice(1).forEach((y, index) => expect(y - (placed[index] ?? 0)).toBeGreaterThanOrEqual(16));
    }),
  );
});
