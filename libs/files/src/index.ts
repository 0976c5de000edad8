export { checkFile } from './check-file';
export type { CheckedFile } from './check-file';
export { cleanFileName } from './clean-file-name';
