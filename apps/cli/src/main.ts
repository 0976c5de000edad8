import 'reflect-metadata';
import { runCommand } from './run-command';

const code = await runCommand(process.argv.slice(2), { out: console.log, err: console.error });
// What failed may have left something open; what succeeded may still be running.
if (code !== 0) process.exit(code);
