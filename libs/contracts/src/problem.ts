import type { ErrorCode, FieldProblem } from '@kotae/kernel';

/** RFC 9457 problem details, as every API of the product answers an error. */
export interface Problem {
  /** `urn:kotae:problem:<code>` */
  readonly type: string;
  /** Plain Japanese, one sentence. */
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: ErrorCode | 'internal';
  /** One entry per field that needs another look. */
  readonly fields?: readonly FieldProblem[];
  /** Only with `too_many_requests`: seconds to wait, and the proof of work that is accepted instead of waiting. */
  readonly retryAfterSeconds?: number;
  readonly challenge?: ProofChallenge;
}

/** ALTCHA-compatible proof of work (SHA-256): find `number` with sha256(salt + number) = challenge. */
export interface ProofChallenge {
  readonly algorithm: 'SHA-256';
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
}

/** One status per refusal; exhaustive, so that a new code cannot be forgotten. */
export const STATUS_OF_CODE: Readonly<Record<ErrorCode, number>> = {
  invalid_input: 422,
  not_found: 404,
  forbidden: 403,
  unauthenticated: 401,
  conflict: 409,
  wrong_state: 409,
  stale: 409,
  idempotency_mismatch: 422,
  personal_data_unresolved: 422,
  too_large: 413,
  unsupported_file: 415,
  too_many_requests: 429,
  locked_out: 429,
};
