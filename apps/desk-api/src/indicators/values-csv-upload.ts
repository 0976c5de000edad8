import { VALUE_TABLE_LIMITS } from '@kotae/contracts';
import { parseCsvLines, type CsvLine } from '@kotae/documents';
import { DomainError } from '@kotae/kernel';
import type { FastifyRequest } from 'fastify';

/** A table as it was sent: its lines and the words beside it. */
export interface UploadedTable {
  readonly fileName: string;
  readonly lines: readonly CsvLine[];
  readonly words: Readonly<Record<string, string>>;
}

const TOO_LARGE = 'ファイルが大きすぎます。1MBまでのCSVファイルにしてください。';

/**
 * The table of a multipart request with its fields, in any order.
 * @throws DomainError `invalid_input` without a file or when it is no CSV, `too_large`, `unsupported_file`.
 */
export async function uploadedTable(request: FastifyRequest): Promise<UploadedTable> {
  if (!request.isMultipart()) throw missing();
  const words: Record<string, string> = {};
  let file: { fileName: string; bytes: Buffer } | null = null;
  for await (const part of request.parts({ limits: { fileSize: VALUE_TABLE_LIMITS.bytes, files: 1, fields: 4 } })) {
    if (part.type === 'field') words[part.fieldname] = String(part.value);
    else file = { fileName: part.filename, bytes: await bytesOf(part) };
  }
  if (file === null || file.bytes.length === 0) throw missing();
  return { fileName: file.fileName, lines: linesOf(file.bytes), words };
}

async function bytesOf(part: { toBuffer(): Promise<Buffer> }): Promise<Buffer> {
  try {
    return await part.toBuffer();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
    throw new DomainError('too_large', TOO_LARGE, [{ field: 'file', message: TOO_LARGE }]);
  }
}

function linesOf(bytes: Buffer): CsvLine[] {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    throw refused(
      'unsupported_file',
      'Excelのブック（.xlsx）のままでは読めません。CSV形式で保存してから選んでください。',
    );
  try {
    return parseCsvLines(bytes);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw refused(error.code === 'unsupported_file' ? 'unsupported_file' : 'invalid_input', error.message);
  }
}

function refused(code: 'unsupported_file' | 'invalid_input', message: string): DomainError {
  return new DomainError(code, message, [{ field: 'file', message }]);
}

function missing(): DomainError {
  return refused('invalid_input', 'CSVファイルを選んでください。');
}
