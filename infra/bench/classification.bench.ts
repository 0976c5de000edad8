import { run } from './classification';

await run();
