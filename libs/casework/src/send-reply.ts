import { LIMITS, dayOf, newId, type ReplyChannel } from '@kotae/kernel';
import type { CaseFile, CaseReply } from './case-file';
import { compileReply, type CompiledReply } from './compile-reply';
import { demandNotSending, demandSubmissionStep, demandVersion, found, sign, wrongState } from './guards';
import type { CaseworkContext, CaseStore, ReplyingCity, Signature } from './ports';
import { staffText } from './staff-text';
import { hasEnded } from './submission-states';

/** A use case that writes the reply knows what the city says of itself. */
export interface ReplyContext extends CaseworkContext {
  readonly city: ReplyingCity;
}

export interface SaveReplyInput {
  readonly submissionId: string;
  /** Version of the kept texts; 0 when nothing was kept yet. */
  readonly version: number;
  readonly opening: string;
  readonly closing: string;
}

/** Keeps what the desk wrote around the answers. Returns the reply as it stands then. */
export async function saveReply(context: ReplyContext, input: SaveReplyInput): Promise<CompiledReply> {
  const signature = sign(context.actor, context.clock);
  return context.uow.run(async ({ cases }) => {
    const file = found(await cases.open(input.submissionId));
    if (hasEnded(file.state)) throw wrongState('完結した受付の回答は変えられません。');
    demandNotSending(file);
    demandVersion(input.version, file.reply?.version ?? 0);
    const opening = staffText(input.opening, 'opening', '書き出し', LIMITS.comment);
    const closing = staffText(input.closing, 'closing', '結び', LIMITS.comment);
    const compiled = compileReply(file, context.city, await namesOf(cases, file));
    const reply: CaseReply = {
      ...rowOf(file, compiled),
      state: 'draft',
      opening,
      closing,
      parts: [],
      version: compiled.version + 1,
    };
    await cases.saveReply(file.submissionId, reply);
    await cases.appendFacts(file.submissionId, [{ kind: 'reply_edited', opinionId: null, details: {} }], signature);
    await cases.tellDesks();
    return { ...compiled, state: 'draft', opening, closing, version: reply.version };
  });
}

export interface SendReplyInput {
  readonly submissionId: string;
  /** When given, the version of the texts that were read before sending. */
  readonly version?: number | null;
}

/**
 * Sends the reply by e-mail: it is frozen as it stands, and goes out after the commit (event `ReplySent`).
 * @throws DomainError `wrong_state` before every answer is settled, when none is wanted or there is nowhere to send it.
 */
export async function sendReply(context: ReplyContext, input: SendReplyInput): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases, outbox }) => {
    const { file, compiled } = await ready(cases, context.city, input);
    if (!file.hasEmail || file.replyChannel === 'post') {
      throw wrongState(
        '送り先のメールアドレスがありません。郵送の回答は、印刷して発送してから「発送済み」にしてください。',
      );
    }
    const reply = frozen(file, compiled, 'email', 'sending');
    await cases.saveReply(file.submissionId, reply);
    await cases.changeSubmission(file.submissionId, {});
    await cases.appendFacts(
      file.submissionId,
      [{ kind: 'reply_sending', opinionId: null, details: { channel: 'email' } }],
      signature,
    );
    await outbox.add({ name: 'ReplySent', payload: { submissionId: file.submissionId, replyId: reply.id } });
    await cases.tellDesks();
  });
}

/** The reply left by post (or by hand): it is frozen as printed, and the submission is replied. */
export async function postReply(context: ReplyContext, input: SendReplyInput): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases }) => {
    const { file, compiled } = await ready(cases, context.city, input);
    await finish(cases, file, frozen(file, compiled, 'post', 'sent'), signature);
  });
}

/** The mail was handed over: the submission is replied. Asked twice, the second changes nothing. */
export async function markReplySent(context: CaseworkContext, replyId: string): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases }) => {
    const file = found(await cases.openByReply(replyId));
    if (file.reply?.state !== 'sending') return;
    await finish(cases, file, file.reply, signature);
  });
}

/** The mail could not be delivered for good: the desk sends again or by post. */
export async function markReplyFailed(context: CaseworkContext, replyId: string): Promise<void> {
  const signature = sign(context.actor, context.clock);
  await context.uow.run(async ({ cases }) => {
    const file = found(await cases.openByReply(replyId));
    if (file.reply?.state !== 'sending') return;
    await cases.saveReply(file.submissionId, { ...file.reply, state: 'failed', version: file.reply.version + 1 });
    await cases.appendFacts(file.submissionId, [{ kind: 'reply_failed', opinionId: null, details: {} }], signature);
    await cases.tellDesks();
  });
}

async function ready(
  cases: CaseStore,
  city: ReplyingCity,
  input: SendReplyInput,
): Promise<{ file: CaseFile; compiled: CompiledReply }> {
  const file = found(await cases.open(input.submissionId));
  if (input.version != null) demandVersion(input.version, file.reply?.version ?? 0);
  demandNotSending(file);
  demandSubmissionStep(
    file.state,
    'reply',
    hasEnded(file.state) ? 'この受付は完結しています。' : 'まだ決裁の済んでいない回答があります。',
  );
  if (file.doNotContact) {
    throw wrongState('「連絡しないでほしい」と書かれているため、回答は送れません。供覧で完結してください。');
  }
  if (!file.replyWanted) throw wrongState('返事を希望されていません。供覧で完結してください。');
  const compiled = compileReply(file, city, await namesOf(cases, file));
  if (compiled.parts.length === 0) throw wrongState('回答が1件もありません。供覧で完結してください。');
  return { file, compiled };
}

async function finish(cases: CaseStore, file: CaseFile, reply: CaseReply, signature: Signature): Promise<void> {
  const sentOn = dayOf(signature.at);
  await cases.saveReply(file.submissionId, {
    ...reply,
    state: 'sent',
    sentOn,
    sentAt: signature.at,
    version: reply.version + 1,
  });
  const state = demandSubmissionStep(file.state, 'reply', 'この受付は、回答を送れる状態ではありません。');
  await cases.changeSubmission(file.submissionId, { state, closedOn: sentOn });
  await cases.appendFacts(
    file.submissionId,
    [{ kind: 'reply_sent', opinionId: null, details: { channel: reply.channel } }],
    signature,
  );
  await cases.tellDesks();
}

function frozen(file: CaseFile, compiled: CompiledReply, channel: ReplyChannel, state: CaseReply['state']): CaseReply {
  return { ...rowOf(file, compiled), channel, state, version: compiled.version + 1 };
}

function rowOf(file: CaseFile, compiled: CompiledReply): CaseReply {
  const { channel, signer, opening, closing, parts, version, state } = compiled;
  return {
    id: file.reply?.id ?? newId(),
    state,
    channel,
    signer,
    opening,
    closing,
    parts,
    sentOn: null,
    sentAt: null,
    version,
  };
}

function namesOf(cases: CaseStore, file: CaseFile): Promise<ReadonlyMap<string, string>> {
  return cases.sectionNames([...new Set(file.opinions.map((o) => o.sectionId))]);
}
