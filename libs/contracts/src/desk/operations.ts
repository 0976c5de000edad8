export interface FailedDelivery {
  eventId: string;
  reaction: string;
  eventName: string;
  attempts: number;
  /** A code such as `smtp_refused`; never a resident's text. */
  lastError: string;
  failedAt: string;
  submissionId: string | null;
}

/** One thing that an operator should know to be well; `words` say how it is, `whatToDo` is null while it is well. */
export interface OperationsCheck {
  name: 'database' | 'worker' | 'queue' | 'deliveries' | 'mail' | 'unseen' | 'clock' | 'second-voice';
  ok: boolean;
  words: string;
  whatToDo: string | null;
}

/** `GET /api/operations` */
export interface OperationsView {
  checks: OperationsCheck[];
}
