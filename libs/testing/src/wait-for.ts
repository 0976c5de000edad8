/** Thrown by a probe that knows that what is waited for will never come: the wait ends with it at once. */
export class WaitInVain extends Error {}

/**
 * Asks again until `probe` answers something truthy, and throws with `what` when it never does.
 * @throws WaitInVain as soon as the probe does; whatever else it throws counts as "not yet".
 */
export async function waitFor<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  timeoutMs = 15_000,
): Promise<T> {
  const until = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value;
    } catch (error) {
      if (error instanceof WaitInVain) throw error;
      last = error;
    }
    if (Date.now() > until) throw new Error(`Waited ${timeoutMs} ms for: ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
