export { errorFacts, makeLog } from './log';
export { hashPassword, verifyPassword } from './password';
export { ProblemFilter, TooManyRequests, Unavailable, toProblem } from './problem-filter';
export { createServer } from './server';
export type { ServerOptions } from './server';
export { validation } from './validation';
