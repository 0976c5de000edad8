export function findCycles(root: string): Promise<string[][]>;
