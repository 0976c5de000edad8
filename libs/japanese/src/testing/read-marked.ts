import type { PersonalInformationKind, PiiSpan } from '../pii-span';
import { PERSONAL_INFORMATION_KINDS } from '../pii-span';

/** A letter with the places of its personal information. */
export interface ReadLetter {
  readonly body: string;
  readonly spans: readonly PiiSpan[];
}

/** Reads a letter in which personal information is marked `{kind|text}`. */
export function readMarked(marked: string): ReadLetter {
  const spans: PiiSpan[] = [];
  let body = '';
  let at = 0;
  for (const match of marked.matchAll(/\{(\w+)\|([^}]*)\}/g)) {
    const [whole, kind = '', text = ''] = match;
    if (!isKind(kind)) throw new Error(`No kind of personal information: ${kind}`);
    body += marked.slice(at, match.index);
    spans.push({ start: body.length, end: body.length + text.length, text, kind });
    body += text;
    at = match.index + whole.length;
  }
  return { body: body + marked.slice(at), spans };
}

function isKind(kind: string): kind is PersonalInformationKind {
  return PERSONAL_INFORMATION_KINDS.some((known) => known === kind);
}
