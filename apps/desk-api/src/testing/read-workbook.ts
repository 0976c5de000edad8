import { inflateRawSync } from 'node:zlib';

/** A workbook as a spreadsheet program reads it: names, cells of each sheet with the header first, and how many charts it has. */
export interface ReadWorkbook {
  readonly names: readonly string[];
  readonly sheets: readonly (readonly (string | number | null)[])[][];
  readonly charts: number;
}

/** Reads a workbook that this product wrote. For specs. */
export function readSheets(archive: Buffer): ReadWorkbook {
  const files = unzip(archive);
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(
    ([, name]) => name ?? '',
  );
  const sheets = names.map((_, index) => rowsOf(files.get(`xl/worksheets/sheet${index + 1}.xml`) ?? ''));
  return { names, sheets, charts: [...files.keys()].filter((path) => path.startsWith('xl/charts/')).length };
}

function unzip(archive: Buffer): Map<string, string> {
  const end = archive.length - 22;
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameSize, local] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameSize);
    files.set(name, inflateRawSync(archive.subarray(start, start + size)).toString('utf8'));
    at += 46 + nameSize;
  }
  return files;
}

const CELL = /<c r="([A-Z]+)\d+"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g;

function rowsOf(xml: string): (string | number | null)[][] {
  return [...xml.matchAll(/<row r="\d+"[^>]*>(.*?)<\/row>/gs)].map(([, cells]) => {
    const row: (string | number | null)[] = [];
    for (const [, letters, value, text] of (cells ?? '').matchAll(CELL)) {
      const column = [...(letters ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (row.length < column) row.push(null);
      row.push(value === undefined ? plain(text ?? '') : Number(value));
    }
    return row;
  });
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
