import type { DayString, ReplyChannel } from '@kotae/kernel';

/** `GET|PUT /api/submissions/:id/reply`; compiled from the approved answers. */
export interface ReplyDraft {
  state: 'draft' | 'sending' | 'sent' | 'failed';
  channel: ReplyChannel | null;
  signer: string;
  opening: string;
  parts: { opinionId: string; ordinal: number; quote: string; answer: string; sectionName: string }[];
  closing: string;
  sentOn: DayString | null;
  version: number;
}
/** `POST /api/submissions/:id/reply/{send|posted}`; `version` of the texts that were read before, when it is known. */
export interface SendReplyRequest {
  version?: number | null;
}
export interface ReplyRequest {
  opening: string;
  closing: string;
  version: number;
}
