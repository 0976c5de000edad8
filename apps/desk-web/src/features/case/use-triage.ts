import type { SubmissionDetail } from '@kotae/contracts';
import { useState } from 'react';
import { draftOf } from './triage-draft';
import type { TriageDraft } from './triage-draft';

interface Edits {
  /** What the draft was made from: a new suggestion or a decision by someone else starts it afresh. */
  readonly of: string;
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
  const of = `${detail.submissionId} ${detail.version} ${detail.suggestion ? 'read' : 'unread'}`;
  const [edits, setEdits] = useState<Edits>(() => ({ of, past: [], draft: draftOf(detail) }));
  let now = edits;
  if (edits.of !== of) {
    now = { of, past: [], draft: draftOf(detail) };
    setEdits(now);
  }
  return {
    draft: now.draft,
    changed: now.past.length > 0,
    change: (make) =>
      setEdits((before) => {
        const next = make(before.draft);
        return next === before.draft ? before : { of: before.of, past: [...before.past, before.draft], draft: next };
      }),
    look: (make) => setEdits((before) => ({ ...before, draft: make(before.draft) })),
    undo: () =>
      setEdits((before) => {
        const last = before.past.at(-1);
        return last ? { of: before.of, past: before.past.slice(0, -1), draft: last } : before;
      }),
  };
}
