/** `npm start`: from a fresh clone to a page that answers. `npm run dev` adds --dev. */
import { runKotae } from './run.mjs';

console.log('\n応え Kotae\n');
await runKotae(['start', ...process.argv.slice(2)], { quiet: false });
