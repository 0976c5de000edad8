/** Collects the values of a statement that is put together from parts; `at(value)` is its placeholder. */
export class SqlValues {
  readonly list: unknown[] = [];

  at(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}
