import { newId } from '@kotae/kernel';

/** A chosen file, read once: it does not matter when the program that wrote it changes or locks it afterwards. */
export interface TableFile {
  /** Names this choice. */
  readonly key: string;
  readonly name: string;
  readonly base64: string;
}

export async function readTableFile(file: File): Promise<TableFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { key: newId(), name: file.name, base64: btoa(text) };
}

/** The form that the server takes: words first, then the file. */
export function formOf(file: TableFile, words: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(words)) form.append(name, value);
  const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
  form.append('file', new Blob([bytes], { type: 'text/csv' }), file.name);
  return form;
}

export function isTableFile(value: unknown): value is TableFile {
  return typeof value === 'object' && value !== null && 'key' in value && 'name' in value && 'base64' in value;
}
