import type { SubmissionDetail } from '@kotae/contracts';
import { useState } from 'react';
import { draftOf } from './triage-draft';
import type { TriageDraft } from './triage-draft';

interface Edits {
  /** What the draft was made from. A decision by someone else starts it afresh; a suggestion that comes late does so
   * only while nothing was done by hand. */
  readonly version: number;
  readonly read: boolean;
  readonly past: readonly TriageDraft[];
  readonly draft: TriageDraft;
}

export interface Triage {
  readonly draft: TriageDraft;
  readonly change: (make: (draft: TriageDraft) => TriageDraft) => void;
  /** Moves the cursor; not worth an undo. */
  readonly look: (make: (draft: TriageDraft) => TriageDraft) => void;
  readonly undo: () => void;
  readonly changed: boolean;
}

/** The decision while it is being made, with undo. */
export function useTriage(detail: SubmissionDetail): Triage {
  const { version } = detail;
  const read = detail.suggestion !== null;
  const [edits, setEdits] = useState<Edits>(() => ({ version, read, past: [], draft: draftOf(detail) }));
  let now = edits;
  if (edits.version !== version || (edits.read !== read && edits.past.length === 0)) {
    now = { version, read, past: [], draft: draftOf(detail) };
    setEdits(now);
  }
  return {
    draft: now.draft,
    changed: now.past.length > 0,
    change: (make) =>
      setEdits((before) => {
        const next = make(before.draft);
        return next === before.draft ? before : { ...before, past: [...before.past, before.draft], draft: next };
      }),
    look: (make) => setEdits((before) => ({ ...before, draft: make(before.draft) })),
    undo: () =>
      setEdits((before) => {
        const last = before.past.at(-1);
        return last ? { ...before, past: before.past.slice(0, -1), draft: last } : before;
      }),
  };
}
