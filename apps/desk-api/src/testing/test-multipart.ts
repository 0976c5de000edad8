const BOUNDARY = 'kotae-test-boundary-7f3a';

/** A multipart form as a browser sends it: words first, then one file. */
export function multipart(
  words: Readonly<Record<string, string>>,
  file: { readonly name: string; readonly fileName: string; readonly bytes: Buffer },
): { contentType: string; payload: Buffer } {
  const fields = Object.entries(words).map(([name, value]) =>
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${file.name}"; filename="${file.fileName}"\r\nContent-Type: text/csv\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    payload: Buffer.concat([...fields, Buffer.from(head), file.bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  };
}
