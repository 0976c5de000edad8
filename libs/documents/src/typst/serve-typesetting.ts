import type { MessagePort } from 'node:worker_threads';
import { typesetPdf } from './typeset-here';
import type { Template, TemplateData } from './typesetter';

/** What a typesetting thread is asked, one at a time. */
export interface TypesettingOrder {
  readonly template: Template;
  readonly data: TemplateData;
}

/** The PDF; null when it could not be set. */
export type TypesettingAnswer = Uint8Array | null;

/** The program of a typesetting thread: it answers every order on its port. */
export function serveTypesetting(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  port.on('message', (order: TypesettingOrder) => port.postMessage(answer(order)));
}

function answer({ template, data }: TypesettingOrder): TypesettingAnswer {
  try {
    return typesetPdf(template, data);
  } catch {
    return null;
  }
}
