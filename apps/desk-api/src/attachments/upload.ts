import { checkFile, type CheckedFile } from '@kotae/files';
import { DomainError } from '@kotae/kernel';
import type { FastifyRequest } from 'fastify';

/**
 * The one file of a multipart request, checked by its content and made anew where it is a picture.
 * @throws DomainError `invalid_input` without a file, `too_large`, `unsupported_file`.
 */
export async function uploadedFile(request: FastifyRequest): Promise<CheckedFile> {
  if (!request.isMultipart()) throw missing();
  const part = await request.file();
  if (part === undefined) throw missing();
  return checkFile(await part.toBuffer(), part.filename);
}

function missing(): DomainError {
  return new DomainError('invalid_input', 'ファイルを選んでください。', [
    { field: 'file', message: 'ファイルを選んでください。' },
  ]);
}
