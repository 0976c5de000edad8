import { readFileSync } from 'node:fs';

/** A process told apart from a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** Start time in the kernel's ticks since boot; null where the system does not tell. */
  readonly started: string | null;
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: startTicks(pid) };
}

/** True when this very process still runs. */
export function isAlive(mark: ProcessMark): boolean {
  if (!exists(mark.pid)) return false;
  const now = startTicks(mark.pid);
  return mark.started === null || now === null || now === mark.started;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and brackets, so count from its end. */
function startTicks(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** Asks a process to end and waits; after `patienceMs` it is killed. */
export async function endProcess(mark: ProcessMark, signal: NodeJS.Signals, patienceMs: number): Promise<void> {
  const send = (name: NodeJS.Signals) => {
    try {
      process.kill(mark.pid, name);
    } catch {
      // It has just ended by itself.
    }
  };
  if (!isAlive(mark)) return;
  send(signal);
  const until = Date.now() + patienceMs;
  while (isAlive(mark)) {
    if (Date.now() > until) {
      send('SIGKILL');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
