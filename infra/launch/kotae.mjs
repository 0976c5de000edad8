/** `npm run kotae -- <command>`: the command line, made ready first when something is missing. */
import { runKotae } from './run.mjs';

await runKotae(process.argv.slice(2), { quiet: true });
