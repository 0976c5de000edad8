export function nxProgram(root: string): string;
export function inputsHash(root: string): string;
export function ensureBuilt(root: string, node: string, options?: { quiet?: boolean }): Promise<void>;
