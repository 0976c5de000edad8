import { DomainError, LIMITS, type FieldProblem } from '@kotae/kernel';
import type { UploadAccepted } from '@kotae/contracts';
import type { FastifyRequest } from 'fastify';
import { addressKey } from '../barrier/address-key';
import { bytesOf } from '../uploads/file-part';
import type { UploadCounter } from '../uploads/upload-counter';
import { readLetterForm, type PostedLetter } from './letter-form';

/** A posted form with the files that came along. */
export interface ArrivedLetter {
  readonly posted: PostedLetter;
  /** Files kept: those the page named that still wait, and those that came with this form. */
  readonly attachments: UploadAccepted[];
  /** What was wrong with files; the text is not checked here. */
  readonly fileProblems: FieldProblem[];
}

/** More than people need, little enough to bound the memory of one request. */
const PARTS = { fields: 60, parts: 80, files: 20, fieldSize: 512 * 1024, fileSize: LIMITS.attachmentBytes + 1 };

/**
 * Reads a form as a browser without JavaScript posts it. Each file is checked and kept at once, so that it survives whatever
 * else is wrong with the form.
 */
export async function readPostedLetter(request: FastifyRequest, uploads: UploadCounter): Promise<ArrivedLetter> {
  const fields = new Map<string, string[]>();
  const fileProblems: FieldProblem[] = [];
  const fresh: UploadAccepted[] = [];
  const problem = (message: string) => fileProblems.push({ field: 'attachments', message });

  if (request.isMultipart()) {
    for await (const part of request.parts({ limits: PARTS })) {
      if (part.type === 'field') {
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value ?? '')]);
        continue;
      }
      const full = (fields.get('attachment')?.length ?? 0) + fresh.length >= LIMITS.attachments;
      if (part.filename === undefined || part.filename === '' || full) {
        if (part.filename && full) problem(`添付できるファイルは${LIMITS.attachments}つまでです。`);
        part.file.resume();
        continue;
      }
      try {
        fresh.push(await uploads.take(addressKey(request.ip), part.filename, () => bytesOf(part)));
      } catch (error) {
        part.file.resume();
        problem(
          error instanceof DomainError
            ? `「${shortName(part.filename)}」: ${error.message}`
            : `「${shortName(part.filename)}」を添付できませんでした。少し待ってから、もう一度お試しください。`,
        );
      }
    }
  } else {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>)) {
      fields.set(name, [value].flat().map(String));
    }
  }
  const posted = readLetterForm(fields);
  const kept = await uploads.find(posted.attachments).catch(() => null);
  if (kept === null) problem('添付ファイルを確かめられませんでした。少し待ってから、もう一度お試しください。');
  return { posted, attachments: [...(kept ?? []), ...fresh], fileProblems: once(fileProblems) };
}

function shortName(fileName: string): string {
  const name = [...(fileName.split(/[/\\]/).at(-1) ?? '')];
  return name.length > 30 ? `${name.slice(0, 29).join('')}…` : name.join('');
}

function once(problems: FieldProblem[]): FieldProblem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
