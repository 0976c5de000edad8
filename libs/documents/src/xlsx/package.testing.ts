import { crc32, inflateRawSync } from 'node:zlib';

/** For specs: the files of an archive, read by its central directory as a spreadsheet program does. Throws where it does not fit. */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.length - 22;
  demand(archive.readUInt32LE(end) === 0x06054b50, 'end of directory');
  const files = new Map<string, string>();
  const directory = archive.readUInt32LE(end + 16);
  let at = directory;
  let next = 0;
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    demand(archive.readUInt32LE(at) === 0x02014b50, 'directory entry');
    const [packedSize, nameSize, local] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const name = archive.toString('utf8', at + 46, at + 46 + nameSize);
    demand(local === next && archive.readUInt32LE(local) === 0x04034b50, `local header of ${name}`);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    next = start + packedSize;
    const content = inflateRawSync(archive.subarray(start, start + packedSize));
    demand(content.length === archive.readUInt32LE(at + 24), `size of ${name}`);
    demand(crc32(content) === archive.readUInt32LE(at + 16), `checksum of ${name}`);
    demand(!files.has(name), `only one ${name}`);
    files.set(name, content.toString('utf8'));
    at += 46 + nameSize;
  }
  demand(next === directory && at === end, 'nothing between');
  return files;
}

const MARKUP =
  /<\?xml [^>]*\?>|<(?<close>\/)?(?<name>[A-Za-z_][\w.:-]*)(?<attributes>(?:\s+[\w.:-]+="[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/gy;
const REFERENCE = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/** Throws when a part is no well-formed XML with one root and prefixes that are declared. */
export function demandWellFormed(part: string, xml: string): void {
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  const prefixes = new Set([...xml.matchAll(/xmlns:(\w+)="/g)].map(([, prefix]) => prefix));
  for (const { index, 0: piece, groups } of xml.matchAll(MARKUP)) {
    demand(index === at, `${part} at ${at}`);
    at += piece.length;
    demand(!REFERENCE.test(piece), `entities of ${part}`);
    if (groups?.text !== undefined) demand(open.length > 0 || groups.text.trim() === '', `text outside of ${part}`);
    const name = groups?.name;
    if (name === undefined) continue;
    for (const [, prefix] of `${name} ${groups?.attributes ?? ''}`.matchAll(/(?:^|\s)(\w+):[\w]+/g))
      demand(prefix === 'xml' || prefix === 'xmlns' || prefixes.has(prefix ?? ''), `prefix ${prefix} of ${part}`);
    const keys = [...(groups?.attributes ?? '').matchAll(/([\w.:-]+)="/g)].map(([, key]) => key);
    demand(new Set(keys).size === keys.length, `attributes of ${name} in ${part}`);
    if (groups?.close !== undefined) demand(open.pop() === name, `end of ${name} in ${part}`);
    else {
      if (open.length === 0) roots += 1;
      if (groups?.empty === undefined) open.push(name);
    }
  }
  demand(at === xml.length && open.length === 0 && roots === 1, `end of ${part}`);
}

/** Every part is well-formed, named in the content types, and every relationship leads to a part. */
export function demandWholePackage(files: ReadonlyMap<string, string>): void {
  const types = files.get('[Content_Types].xml') ?? '';
  for (const [path, xml] of files) {
    demandWellFormed(path, xml);
    if (path !== '[Content_Types].xml' && !path.endsWith('.rels'))
      demand(types.includes(`<Override PartName="/${path}"`), `a content type of ${path}`);
    if (!path.endsWith('.rels')) continue;
    const folder = path.replace(/_rels\/[^/]*$/, '');
    for (const [, target] of xml.matchAll(/ Target="([^"]+)"/g)) {
      const to = new URL(target ?? '', `http://package/${folder}`).pathname.slice(1);
      demand(files.has(to), `${to}, named by ${path}`);
    }
  }
  for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g)) demand(files.has(part ?? ''), `${part}`);
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not as it should be: ${what}`);
}
