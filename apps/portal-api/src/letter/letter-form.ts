import { randomUUID } from 'node:crypto';
import type { LetterFormValues } from '@kotae/contracts';
import { isId } from '@kotae/kernel';
import { cleanText } from '../clean-text';
import type { UploadRef } from '../uploads/upload-counter';

/** Name of the field that people do not see. Programs that fill in everything fill it in too. */
export const TRAP_FIELD = 'website';

/** What a button of the form asks for. */
export type LetterAction = { kind: 'check' | 'edit' | 'attach' | 'start' } | { kind: 'remove'; id: string };

/** A posted form, as typed; the files it names are not looked up yet. */
export interface PostedLetter {
  readonly formToken: string;
  readonly action: LetterAction;
  readonly values: Omit<LetterFormValues, 'attachments'>;
  readonly attachments: readonly UploadRef[];
  readonly proof: string | null;
  readonly trapped: boolean;
}

/** The token of one form: a random id that makes its sending happen once. */
export function newFormToken(): string {
  return randomUUID();
}

export const EMPTY_LETTER: LetterFormValues = {
  kind: 'web_opinion',
  subject: '',
  body: '',
  replyWanted: '',
  name: '',
  email: '',
  postalCode: '',
  address: '',
  district: '',
  ageBand: '',
  publishConsent: '',
  follows: '',
  attachments: [],
};

/** Reads the fields of a posted form. Never refuses: what cannot be one of the choices is as if not chosen. */
export function readLetterForm(fields: ReadonlyMap<string, readonly string[]>): PostedLetter {
  const field = (name: string) => cleanText(fields.get(name)?.[0] ?? '');
  const choice = <T extends string>(name: string, choices: readonly T[], otherwise: T): T =>
    choices.find((candidate) => candidate === field(name)) ?? otherwise;
  const token = field('formToken');
  return {
    formToken: isId(token) ? token.toLowerCase() : newFormToken(),
    action: readAction(field('action')),
    values: {
      kind: choice('kind', ['letter_to_mayor', 'web_opinion'], 'web_opinion'),
      subject: field('subject'),
      body: field('body'),
      replyWanted: choice('replyWanted', ['email', 'post', 'none', ''], ''),
      name: field('name'),
      email: field('email'),
      postalCode: field('postalCode'),
      address: field('address'),
      district: field('district'),
      ageBand: field('ageBand'),
      publishConsent: choice('publishConsent', ['yes', 'no', ''], ''),
      follows: field('follows'),
    },
    attachments: (fields.get('attachment') ?? []).flatMap(readUploadRef),
    proof: field('proof') || null,
    trapped: field(TRAP_FIELD) !== '',
  };
}

function readAction(value: string): LetterAction {
  if (value.startsWith('remove:')) return { kind: 'remove', id: value.slice('remove:'.length) };
  if (value === 'edit' || value === 'attach' || value === 'start') return { kind: value };
  return { kind: 'check' };
}

/** `<id>.<key>`, as the page carries it. */
function readUploadRef(value: string): UploadRef[] {
  const [id = '', key = ''] = value.split('.');
  return isId(id) && key !== '' && key.length <= 100 ? [{ id: id.toLowerCase(), key }] : [];
}
