/**
 * What a rule may refuse. Every code has exactly one HTTP status in the apps' exhaustive table,
 * so a new code cannot be forgotten.
 */
export const ERROR_CODES = [
  'invalid_input',
  'not_found',
  'forbidden',
  'unauthenticated',
  'conflict',
  'wrong_state',
  'stale',
  'idempotency_mismatch',
  'personal_data_unresolved',
  'too_large',
  'unsupported_file',
  'too_many_requests',
  'locked_out',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One problem with one field; `field` is the name of the input, `message` is plain Japanese for the person who typed. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A refusal by a rule of the product. `message` is plain Japanese and never quotes what a resident wrote. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
