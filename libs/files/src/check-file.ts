import { ATTACHMENT_TYPES, DomainError, LIMITS, type AttachmentType } from '@kotae/kernel';
import { fileTypeFromBuffer } from 'file-type';
import { cleanFileName } from './clean-file-name';
import { oneAfterAnother } from './one-after-another';
import { checkPdf } from './pdf';
import { rebuildPicture } from './picture';

/** A file that may be kept: its type is what its content says, its content is made new by us where it is a picture. */
export interface CheckedFile {
  readonly fileName: string;
  readonly mediaType: AttachmentType;
  readonly content: Buffer;
}

/** Pictures are decoded one after another: a picture takes up to four bytes per pixel of memory. */
const turn = oneAfterAnother();

/**
 * Checks an uploaded file by its content. Pictures are decoded and written anew: turned the right way up, without EXIF
 * (place, camera) or anything else that is no picture. PDFs pass when they carry nothing that runs.
 * @throws DomainError `too_large`, `unsupported_file`; the message is for the person who chose the file.
 */
export async function checkFile(bytes: Buffer, fileName: string): Promise<CheckedFile> {
  if (bytes.length > LIMITS.attachmentBytes) {
    throw new DomainError('too_large', `1つのファイルは${LIMITS.attachmentBytes / 1024 / 1024}MBまでです。`);
  }
  if (bytes.length === 0) throw new DomainError('unsupported_file', 'ファイルが空のようです。選び直してください。');
  const mediaType = await typeOf(bytes);
  const content = await turn(() =>
    mediaType === 'application/pdf' ? checkPdf(bytes) : rebuildPicture(bytes, mediaType),
  );
  return { fileName: cleanFileName(fileName, mediaType), mediaType, content };
}

async function typeOf(bytes: Buffer): Promise<AttachmentType> {
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  const type = ATTACHMENT_TYPES.find((candidate) => candidate === found);
  if (type !== undefined) return type;
  throw new DomainError(
    'unsupported_file',
    found === 'image/heic' || found === 'image/heif'
      ? 'この写真の形式（HEIC）は受け付けられません。JPEGに変えてからお試しください。'
      : '写真（JPEG・PNG・WebP）かPDFを選んでください。',
  );
}
