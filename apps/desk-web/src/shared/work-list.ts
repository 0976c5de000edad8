/**
 * The list someone is working through, so that 「確定して次へ」 knows what comes next.
 * Kept for the tab: a reload in the middle of a morning's work does not lose the place.
 */
export interface WorkList {
  readonly view: string;
  readonly ids: readonly string[];
}

const STORED = 'kotae.desk.worklist';

export function rememberWorkList(list: WorkList): void {
  sessionStorage.setItem(STORED, JSON.stringify(list));
}

export function recallWorkList(): WorkList | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? 'null');
    return isWorkList(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** Ids before and after one of a list; the first of the list when the one asked for is not in it. */
export function neighbours(list: WorkList | null, id: string): { previous: string | null; next: string | null } {
  if (!list) return { previous: null, next: null };
  const at = list.ids.indexOf(id);
  if (at < 0) return { previous: null, next: list.ids[0] ?? null };
  return { previous: list.ids[at - 1] ?? null, next: list.ids[at + 1] ?? null };
}

/** The list without one that is done. */
export function without(list: WorkList, id: string): WorkList {
  return { ...list, ids: list.ids.filter((other) => other !== id) };
}

function isWorkList(value: unknown): value is WorkList {
  return typeof value === 'object' && value !== null && 'view' in value && 'ids' in value && Array.isArray(value.ids);
}
