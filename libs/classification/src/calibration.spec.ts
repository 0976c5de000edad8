import { calibrated, fitCalibration, type Outcome } from './calibration';
import { seededRandom } from './random';

/** Answers whose scores claim far more than they keep: right six times in ten, claimed at over 0.99. */
function boastful(count: number): Outcome[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => ({ logits: [6, 0, 0], label: random() < 0.6 ? 0 : 1 }));
}

describe('calibration', () => {
  it('brings boastful scores down to what they keep', () => {
    const calibration = fitCalibration(boastful(600));
    expect(calibrated(calibration, [6, 0, 0])[0]).toBeCloseTo(0.6, 1);
  });

  it('keeps the order, never claims more than one in all, and rises with the score', () => {
    const calibration = fitCalibration(boastful(600));
    let before = 0;
    for (let score = 0; score <= 12; score += 0.5) {
      const p = calibrated(calibration, [score, 0, -1]);
      expect(p[0]! + p[1]! + p[2]!).toBeLessThanOrEqual(1 + 1e-9);
      expect(p[0]!).toBeGreaterThanOrEqual(p[1]!);
      expect(p[0]!).toBeGreaterThanOrEqual(before - 1e-9);
      before = p[0]!;
    }
  });

  it('claims little when there is too little to calibrate on', () => {
    expect(calibrated(fitCalibration(boastful(5)), [9, 0, 0])[0]).toBeLessThanOrEqual(0.6);
  });
});
