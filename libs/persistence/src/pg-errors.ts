/** PostgreSQL's own error; TypeORM wraps what the driver threw. */
function own(error: unknown): { code?: unknown; message?: unknown } | null {
  const outer = error as {
    code?: unknown;
    message?: unknown;
    driverError?: { code?: unknown; message?: unknown };
  } | null;
  return typeof outer?.driverError?.code === 'string' ? outer.driverError : outer;
}

/** PostgreSQL's code of an error. */
function codeOf(error: unknown): string | null {
  const code = own(error)?.code;
  return typeof code === 'string' ? code : null;
}

/** True when a row with this key is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === '23505';
}

/** True when a lock was waited for as long as allowed. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

/** True when a table is not there, or this role may not read it. */
export function isOutOfReach(error: unknown): boolean {
  return ['42P01', '42501'].includes(codeOf(error) ?? '');
}

/**
 * What may be told of a failed statement: its code, and the message where it names tables and columns only (class 42,
 * syntax and definitions). Messages of other classes quote what people wrote.
 */
export function driverError(error: unknown): { readonly code: string | null; readonly message: string | null } {
  const code = codeOf(error);
  const message = own(error)?.message;
  return { code, message: code?.startsWith('42') === true && typeof message === 'string' ? message : null };
}
