/** A table and the tables that its rows point to. */
export interface TableLinks {
  readonly name: string;
  readonly pointsTo: readonly string[];
}

/**
 * Every table after those it points to, otherwise by name.
 * @throws Error when tables point at each other in a circle.
 */
export function tablesInOrder(tables: readonly TableLinks[]): string[] {
  const waiting = new Map(tables.map(({ name, pointsTo }) => [name, pointsTo.filter((other) => other !== name)]));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, others]) => !others.some((other) => waiting.has(other))).map(([name]) => name);
    if (free.length === 0) throw new Error(`Tables point at each other: ${[...waiting.keys()].join(', ')}`);
    for (const name of free.sort()) {
      ordered.push(name);
      waiting.delete(name);
    }
  }
  return ordered;
}
