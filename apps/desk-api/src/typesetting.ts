import { parentPort } from 'node:worker_threads';
import { serveTypesetting } from '@kotae/documents';

// The program of the thread that sets letters and reports (see platform/desk-typesetter.ts and vite.config.ts).
serveTypesetting(parentPort!);
