const TIMES_LONGER = 16;
/** Below it, what is measured is the measuring. */
const LEAST_MICROSECONDS = 500;

/**
 * How much more a text of `characters` costs than one of a sixteenth of it: about 16 when the work is linear, 256 when it is
 * quadratic. In time of this process's own, so that a busy machine does not count; the least of several runs.
 */
export function growthOf(work: (text: string) => unknown, unit: string, characters: number): number {
  const cost = (length: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const runs = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      work(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    });
    return Math.max(LEAST_MICROSECONDS, Math.min(...runs));
  };
  cost(characters / TIMES_LONGER);
  return cost(characters) / cost(characters / TIMES_LONGER);
}

/** Between the two, on a logarithmic scale. */
export const LINEAR = 64;
