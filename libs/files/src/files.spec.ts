import { deflateSync } from 'node:zlib';
import { LIMITS } from '@kotae/kernel';
import sharp from 'sharp';
import { checkFile } from './check-file';
import { cleanFileName } from './clean-file-name';

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

const pdf = (objects: string) =>
  Buffer.from(`%PDF-1.7\n${objects}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`, 'latin1');

const packed = (objects: string, filter = '/Filter /FlateDecode') => {
  const data = deflateSync(Buffer.from(objects, 'latin1'));
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /N 1 ${filter} >>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n', 'latin1'),
  ]);
};

describe('an uploaded picture', () => {
  it('is written anew, upright and without place or camera', async () => {
    const taken = await picture()
      .withExif({ IFD0: { Make: 'Camera', Copyright: 'someone' }, IFD3: { GPSLatitude: '35/1 0/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(taken).metadata()).orientation).toBe(6);
    const checked = await checkFile(taken, '坂道.JPG');
    const facts = await sharp(checked.content).metadata();
    expect(checked).toMatchObject({ fileName: '坂道.jpg', mediaType: 'image/jpeg' });
    expect(facts.exif).toBeUndefined();
    expect([facts.width, facts.height]).toEqual([20, 40]);
  });

  it.each(['png', 'webp'] as const)('stays %s', async (format) => {
    const checked = await checkFile(await picture().toFormat(format).toBuffer(), 'a.txt');
    expect(checked.mediaType).toBe(`image/${format}`);
    expect(checked.fileName).toBe(`a.${format}`);
  });

  it('is judged by its content, not by its name', async () => {
    await expect(checkFile(Buffer.from('<script>alert(1)</script>'), 'photo.jpg')).rejects.toMatchObject({
      code: 'unsupported_file',
    });
    await expect(checkFile(Buffer.alloc(0), 'photo.jpg')).rejects.toMatchObject({ code: 'unsupported_file' });
    const cut = (await picture(400, 400).jpeg().toBuffer()).subarray(0, 300);
    await expect(checkFile(cut, 'photo.jpg')).rejects.toMatchObject({ code: 'unsupported_file' });
  });

  it('may be neither too heavy nor unfold to too many pixels', async () => {
    await expect(checkFile(Buffer.alloc(LIMITS.attachmentBytes + 1), 'a.jpg')).rejects.toMatchObject({
      code: 'too_large',
    });
    const bomb = await picture(16_000, 6_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(LIMITS.attachmentBytes);
    await expect(checkFile(bomb, 'bomb.png')).rejects.toMatchObject({ code: 'too_large' });
  });
});

describe('an uploaded PDF', () => {
  it('passes untouched when it only shows something', async () => {
    const plain = pdf('1 0 obj\n<< /Type /Catalog >>\nendobj');
    expect((await checkFile(plain, '資料.pdf')).content.equals(plain)).toBe(true);
    const modern = packed('1 0 << /Type /Catalog /Pages 2 0 R >>');
    expect((await checkFile(modern, '資料.pdf')).mediaType).toBe('application/pdf');
  });

  it.each([
    ['script', pdf('1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>\nendobj')],
    ['a script with an escaped name', pdf('1 0 obj\n<< /S /J#61vaScript >>\nendobj')],
    ['a launch action', pdf('1 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj')],
    ['another file', pdf('1 0 obj\n<< /Type /EmbeddedFile >>\nendobj')],
    ['a script in packed objects', packed('1 0 << /S /JavaScript >>')],
    ['packed objects nobody can read', packed('1 0 <<>>', '/Filter /LZWDecode')],
    ['a password', pdf('1 0 obj\n<< /Encrypt 4 0 R >>\nendobj')],
    ['no end', Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n')],
  ])('is refused with %s', async (_, bytes) => {
    await expect(checkFile(bytes, 'a.pdf')).rejects.toMatchObject({ code: 'unsupported_file' });
  });

  it('whose packed objects unfold without end is refused', async () => {
    await expect(checkFile(packed(' '.repeat(70 * 1024 * 1024)), 'a.pdf')).rejects.toMatchObject({
      code: 'unsupported_file',
    });
  });
});

describe('a file name', () => {
  it.each([
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\写真\\坂道.png', '坂道.png'],
    ['evil\u202egnp.exe', 'evilgnp.png'],
    ['<b>"x"</b>.png', 'b.png'],
    ['...', '添付.png'],
    ['', '添付.png'],
    ['髙﨑𠮷.png', '髙﨑𠮷.png'],
  ])('%j becomes %j', (given, shown) => {
    expect(cleanFileName(given, 'image/png')).toBe(shown);
  });
  it('keeps within its limit', () => {
    expect([...cleanFileName('𠮷'.repeat(500), 'image/png')]).toHaveLength(LIMITS.fileName);
  });
});
