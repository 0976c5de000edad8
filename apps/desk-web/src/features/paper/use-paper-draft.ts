import type { DayString } from '@kotae/kernel';
import { useEffect, useState } from 'react';
import { freshDraft } from './draft';
import type { PaperDraft } from './draft';

const STORED = 'kotae.desk.paper';

/** The sheet being typed; kept in this tab through a reload, an expired session and a server restart. */
export function usePaperDraft(today: DayString) {
  const [draft, setDraft] = useState<PaperDraft>(() => recalled() ?? freshDraft(today));
  useEffect(() => sessionStorage.setItem(STORED, JSON.stringify(draft)), [draft]);
  return {
    draft,
    set: (part: Partial<PaperDraft>) => setDraft((before) => ({ ...before, ...part })),
    next: () => setDraft((before) => freshDraft(today, before)),
  };
}

function recalled(): PaperDraft | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? 'null');
    return isDraft(stored) ? stored : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is PaperDraft {
  return (
    typeof value === 'object' && value !== null && 'idempotencyKey' in value && 'scans' in value && 'body' in value
  );
}
