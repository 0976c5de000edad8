import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ensureDependencies } from '../launch/dependencies.mjs';
import { node24Environment } from '../launch/node24.mjs';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Node 24 and the environment in which tools find it; installs what is missing first. */
export async function prepareTools() {
  const node = await ensureDependencies(ROOT);
  const env = { ...node24Environment(node), NX_DAEMON: 'false', NX_TUI: 'false' };
  return { node, env };
}

/** A file of an npm package, by the path inside node_modules. */
export const packageFile = (path) => join(ROOT, 'node_modules', path);

/** Runs a command with its output on this terminal. Resolves with the exit code. */
export function run(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: quiet ? 'ignore' : 'inherit' });
    child.on('error', () => done(127));
    child.on('exit', (code, signal) => done(code ?? (signal ? 1 : 0)));
  });
}
