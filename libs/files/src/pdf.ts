import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { DomainError } from '@kotae/kernel';

const inflateAsync = promisify(inflate);

/** Packed objects may not unfold to more than this, in bytes, over the whole file. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** Things in a PDF that do something when it is opened, or carry another file. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|RichMedia|EmbeddedFiles?|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;

/**
 * Passes a PDF that is whole, not encrypted, and carries nothing that runs. The file itself stays as it is: its reader is
 * the one who must see what was sent. Names may be written with `#xx` escapes and objects may be packed in object streams;
 * both are read.
 * @throws DomainError `unsupported_file`
 */
export async function checkPdf(bytes: Buffer): Promise<Buffer> {
  const head = bytes.subarray(0, 1024).toString('latin1');
  const tail = bytes.subarray(-2048).toString('latin1');
  if (!head.includes('%PDF-') || !tail.includes('%%EOF') || !tail.includes('startxref')) {
    throw refused('PDFを読み取れませんでした。ファイルがこわれていないか、お確かめください。');
  }
  const { dictionaries, packed } = outsideStreams(bytes);
  refuseActive(dictionaries);
  let left = MOST_UNPACKED;
  for (const stream of packed) {
    const objects = await unpack(stream, left);
    left -= objects.length;
    refuseActive(objects);
  }
  return bytes;
}

interface Stream {
  readonly filter: string;
  readonly data: Buffer;
}

/** The text between streams, and the streams that hold packed objects. */
function outsideStreams(bytes: Buffer): { dictionaries: string; packed: Stream[] } {
  const outside: string[] = [];
  const packed: Stream[] = [];
  let from = 0;
  for (;;) {
    const word = bytes.indexOf('stream', from, 'latin1');
    if (word < 0) break;
    const text = bytes.toString('latin1', from, word);
    outside.push(text);
    if (text.endsWith('end')) {
      from = word + 6;
      continue;
    }
    const start = word + 6 + (bytes[word + 6] === 13 ? 2 : 1);
    const end = bytes.indexOf('endstream', start, 'latin1');
    const dictionary = unescapeNames(text.slice(text.lastIndexOf(' obj')));
    if (/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) {
      packed.push({ filter: dictionary, data: bytes.subarray(start, end < 0 ? bytes.length : end) });
    }
    if (end < 0) return { dictionaries: outside.join('\n'), packed };
    from = end + 9;
  }
  outside.push(bytes.toString('latin1', from));
  return { dictionaries: outside.join('\n'), packed };
}

async function unpack({ filter, data }: Stream, most: number): Promise<string> {
  if (!/\/Filter(?![A-Za-z0-9])/.test(filter)) return data.toString('latin1');
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?:\/(?!Fl)|>>)/.test(filter)) throw unreadable();
  try {
    return (await inflateAsync(data, { maxOutputLength: Math.max(1, most) })).toString('latin1');
  } catch {
    throw unreadable();
  }
}

function refuseActive(objects: string): void {
  const names = unescapeNames(objects);
  if (/\/Encrypt(?![A-Za-z0-9])/.test(names)) {
    throw refused('パスワードのかかったPDFは受け付けられません。パスワードを外してからお試しください。');
  }
  if (ACTIVE.test(names)) {
    throw refused('動くしくみやほかのファイルが入ったPDFは受け付けられません。印刷用のPDFにしてからお試しください。');
  }
}

/** `/J#61vaScript` → `/JavaScript` */
function unescapeNames(text: string): string {
  return text.includes('#')
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

const unreadable = () => refused('PDFの中を確かめられませんでした。別の方法で保存したPDFでお試しください。');

function refused(message: string): DomainError {
  return new DomainError('unsupported_file', message);
}
