import pino, { type Logger } from 'pino';

/**
 * Structured log lines on standard output. What may stand in a line: names of programs, routes (never URLs), codes, ids,
 * counts, durations. Never: bodies, query strings, addresses, names.
 */
export function makeLog(program: string): Logger {
  return pino({ base: { program }, timestamp: pino.stdTimeFunctions.isoTime });
}

/** What may be said of an unexpected error: its kind and where it was thrown, not its message (it may quote data). */
export function errorFacts(error: unknown): { kind: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as { code?: unknown }).code;
  const at = error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim();
  return { kind: error.name, ...(typeof code === 'string' ? { code } : {}), ...(at === undefined ? {} : { at }) };
}
