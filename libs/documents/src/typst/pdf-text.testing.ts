import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from 'pdf-lib';
import type { PDFObject, PDFPage } from 'pdf-lib';

/** A piece of text as it stands on a page; millimetres from the left and from the top. For specs only. */
export interface PlacedText {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const POINT_IN_MM = 25.4 / 72;
const OPERATOR =
  /1 0 0 -1 (?<x>[-\d.]+) (?<y>[-\d.]+) cm|\/(?<font>f\d+) [\d.]+ Tf|(?<array>\[(?:\((?:\\.|[^\\)])*\)|[^\]])*\]) TJ|(?<single>\((?:\\.|[^\\)])*\)) Tj/gs;
const STRING = /\((?<body>(?:\\.|[^\\)])*)\)/gs;

/** Every piece of text of a PDF that this library made, in drawing order. */
export async function placedText(pdf: Uint8Array): Promise<PlacedText[]> {
  const document = await PDFDocument.load(pdf);
  return document.getPages().flatMap((page, index) => pageText(page, index + 1));
}

/** All text of a PDF without spaces and line ends, to search for what must stand in it. */
export async function plainText(pdf: Uint8Array): Promise<string> {
  return (await placedText(pdf))
    .map(({ text }) => text)
    .join('')
    .replace(/[\s\u200b]+/g, '');
}

function pageText(page: PDFPage, number: number): PlacedText[] {
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents];
  const source = streams.map((stream) => streamText(stream)).join('\n');
  const placed: PlacedText[] = [];
  let at = { x: 0, y: 0 };
  let glyphs: ReadonlyMap<number, string> = new Map();
  for (const { groups } of source.matchAll(OPERATOR)) {
    if (groups?.x) at = { x: Number(groups.x) * POINT_IN_MM, y: (page.getHeight() - Number(groups.y)) * POINT_IN_MM };
    if (groups?.font) glyphs = fonts.get(groups.font) ?? remember(fonts, groups.font, glyphMap(page, groups.font));
    const shown = groups?.array ?? groups?.single;
    if (shown) placed.push({ page: number, text: decodeShown(shown, glyphs), ...at });
  }
  return placed;
}

function remember<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value);
  return value;
}

function streamText(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('a stream was expected');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

function glyphMap(page: PDFPage, name: string): Map<number, string> {
  const font = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict).lookup(PDFName.of(name), PDFDict);
  const map = new Map<number, string>();
  for (const [, glyph, units] of streamText(font?.lookup(PDFName.of('ToUnicode'))).matchAll(/<(\w{4})> <(\w+)>/g)) {
    map.set(
      parseInt(glyph ?? '', 16),
      Buffer.from(units ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    );
  }
  return map;
}

function decodeShown(shown: string, glyphs: ReadonlyMap<number, string>): string {
  let text = '';
  for (const { groups } of shown.matchAll(STRING)) {
    const bytes = Buffer.from(unescape(groups?.body ?? ''), 'latin1');
    for (let i = 0; i + 1 < bytes.length; i += 2) text += glyphs.get(bytes.readUInt16BE(i)) ?? '';
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescape(body: string): string {
  return body.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, character: string) =>
    octal ? String.fromCharCode(parseInt(octal, 8)) : (ESCAPES[character] ?? character),
  );
}
