import { useEffect, useState } from 'react';
import type { TableFile } from './table-file';
import { isTableFile } from './table-file';

interface TableDraft {
  readonly file: TableFile | null;
  readonly sourceText: string;
}

const EMPTY: TableDraft = { file: null, sourceText: '' };

/** The chosen table and its source; kept in this tab until it is taken over, through a reload and an expired session. */
export function useTableDraft(planId: string) {
  const stored = `kotae.desk.values.${planId}`;
  const [draft, setDraft] = useState<TableDraft>(() => recalled(stored));
  useEffect(() => keep(stored, draft), [stored, draft]);
  return {
    draft,
    set: (part: Partial<TableDraft>) => setDraft((before) => ({ ...before, ...part })),
    clear: () => setDraft(EMPTY),
  };
}

function keep(name: string, draft: TableDraft): void {
  try {
    if (draft.file === null && draft.sourceText === '') sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // No room in the tab's storage: the table stays in the page itself.
  }
}

function recalled(name: string): TableDraft {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    if (typeof value !== 'object' || value === null || !('file' in value) || !('sourceText' in value)) return EMPTY;
    const file = isTableFile(value.file) ? value.file : null;
    return { file, sourceText: typeof value.sourceText === 'string' ? value.sourceText : '' };
  } catch {
    return EMPTY;
  }
}
