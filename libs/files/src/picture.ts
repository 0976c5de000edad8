import { DomainError, LIMITS, type AttachmentType } from '@kotae/kernel';
import sharp from 'sharp';

/** Longer side in pixels; enough to read a photographed sign, less to store. */
const LONGEST_SIDE = 4096;

/** Decodes a picture and writes it anew in its own format, upright, without metadata. */
export async function rebuildPicture(
  bytes: Buffer,
  mediaType: Exclude<AttachmentType, 'application/pdf'>,
): Promise<Buffer> {
  // The header is read without decoding, so that the reason can be told.
  const head = sharp(bytes, { limitInputPixels: false });
  const { width, height } = await head.metadata().catch(() => ({ width: 0, height: 0 }));
  if (width * height > LIMITS.imagePixels) {
    throw new DomainError('too_large', '写真の画素数が大きすぎます。小さくしてからお試しください。');
  }
  const upright = sharp(bytes, { limitInputPixels: LIMITS.imagePixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  try {
    switch (mediaType) {
      case 'image/jpeg':
        return await upright.jpeg({ quality: 85 }).toBuffer();
      case 'image/png':
        return await upright.png({ compressionLevel: 8 }).toBuffer();
      case 'image/webp':
        return await upright.webp({ quality: 85 }).toBuffer();
    }
  } catch {
    throw new DomainError(
      'unsupported_file',
      '写真を読み取れませんでした。ファイルがこわれていないか、お確かめください。',
    );
  }
}
