/** A migration that did not come about. The database is as it was before it. */
export class MigrationFailed extends Error {
  /** PostgreSQL's code, or `another_migration` / `table_in_use` when that was waited for in vain. */
  readonly code: string | null;

  /** @param migration the one that failed; null when none was begun. */
  constructor(
    readonly migration: string | null,
    reason: { readonly code: string | null; readonly message: string | null },
    cause?: unknown,
  ) {
    super(
      [migration ?? 'migration', reason.code ?? 'failed', reason.message].filter((part) => part !== null).join(': '),
      { cause },
    );
    this.name = 'MigrationFailed';
    this.code = reason.code;
  }
}
