import type { UserConfig } from 'vite';

export const roomAliases: Record<string, string>;
export interface NodeProgramOptions {
  /** Entry file, relative to the repository. */
  entry: string;
  /** Output folder, relative to the repository. */
  outDir: string;
  fileName?: string;
  watch?: boolean;
}
export function nodeProgram(options: NodeProgramOptions): UserConfig;
export function bundleProgram(options: NodeProgramOptions): Promise<void>;
