import type { MultipartFile } from '@fastify/multipart';
import { DomainError, LIMITS } from '@kotae/kernel';

/** The bytes of one part of a form. @throws DomainError `too_large`; what is left of the part is read and dropped. */
export async function bytesOf(part: MultipartFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LIMITS.attachmentBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > LIMITS.attachmentBytes || part.file.truncated) {
    throw new DomainError('too_large', `1つのファイルは${LIMITS.attachmentBytes / 1024 / 1024}MBまでです。`);
  }
  return Buffer.concat(chunks);
}
