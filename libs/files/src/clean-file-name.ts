import { LIMITS, type AttachmentType } from '@kotae/kernel';

const EXTENSIONS: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** Control characters, marks that turn the direction of text, and what file systems do not take. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"|?*]/gu;

/**
 * A file's name as it may be shown and saved: no path, no control or direction characters, and the ending that fits the
 * content, not the one it came with. `山道の写真.JPEG.exe` that holds a JPEG becomes `山道の写真.JPEG.jpg`.
 */
export function cleanFileName(fileName: string, mediaType: AttachmentType): string {
  const ending = EXTENSIONS[mediaType];
  const base = (fileName.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(UNSAFE, '')
    .replace(/\.[^.]{1,5}$/u, '')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const short = [...base].slice(0, LIMITS.fileName - ending.length - 1).join('');
  return `${short === '' ? '添付' : short}.${ending}`;
}
