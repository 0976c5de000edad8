import type { StatusStep, SubmissionStatus } from '@kotae/contracts';
import type { FoundSubmission } from '@kotae/persistence';
import { receiptNumber } from '@kotae/submission';

/** What a receipt code may see, in plain words: what happened, where it is now, what comes next. */
export function statusOf(found: FoundSubmission, deskName: string): SubmissionStatus {
  const { reply } = found;
  return {
    receiptNumber: receiptNumber(found.fiscalYear, found.receiptSerial),
    kind: found.kind,
    receivedOn: found.receivedOn,
    replyWanted: found.replyWanted,
    replyDueOn: found.replyWanted ? found.dueOn : null,
    steps: statusSteps(found, deskName),
    reply: reply && {
      sentOn: reply.sentOn,
      signer: reply.signer,
      opening: reply.opening,
      parts: reply.parts.map(({ ordinal, quote, answer, sectionName }) => ({ ordinal, quote, answer, sectionName })),
      closing: reply.closing,
    },
    outcomes: found.outcomes.map(({ ordinal, outcome, on, nextLookOn }) => ({ ordinal, outcome, on, nextLookOn })),
    feedback: found.understood === null ? null : found.understood ? 'understood' : 'not_understood',
    publicationId: found.publicationId,
  };
}

/**
 * The steps of one submission, first to last. At most one is `now`, everything before it is done, everything after it is
 * yet to come; when it has ended nothing is `now`.
 */
export function statusSteps(found: FoundSubmission, deskName: string): StatusStep[] {
  const steps: StatusStep[] = [
    { code: 'received', text: '受け付けました', on: found.receivedOn, state: 'done', note: null },
    readStep(found, deskName),
    ...sectionSteps(found),
    ...endSteps(found),
  ];
  if (found.publishedOn !== null) {
    steps.push({
      code: 'published',
      text: '市民の声として公表しました',
      on: found.publishedOn,
      state: 'done',
      note: null,
    });
  }
  return steps;
}

function readStep(found: FoundSubmission, deskName: string): StatusStep {
  const read = found.seenOn !== null || found.state !== 'received';
  return {
    code: 'read',
    text: read ? `${deskName}が読みました` : `${deskName}が読みます`,
    on: read ? (found.seenOn ?? found.triagedOn) : null,
    state: read ? 'done' : 'now',
    note: null,
  };
}

function sectionSteps(found: FoundSubmission): StatusStep[] {
  const who = found.sections.length === 0 ? '担当の課' : found.sections.join('と');
  const step = (text: string, on: string | null, state: StatusStep['state']): StatusStep => ({
    code: 'in_section',
    text,
    on,
    state,
    note: null,
  });
  switch (found.state) {
    case 'received':
      return [step('担当の課を決めて、検討します', null, found.seenOn === null ? 'next' : 'now')];
    case 'triaged':
      return [step(`${who}が検討しています`, found.triagedOn, 'now')];
    case 'answered':
    case 'replied':
      return [step(`${who}が検討しました`, found.triagedOn, 'done')];
    case 'circulated':
    case 'forwarded':
      return found.sections.length === 0 ? [] : [step(`${who}に伝えました`, found.triagedOn, 'done')];
  }
}

function endSteps(found: FoundSubmission): StatusStep[] {
  switch (found.state) {
    case 'received':
    case 'triaged':
      return [ahead(found, 'next')];
    case 'answered':
      return [ahead(found, 'now')];
    case 'replied':
      return [
        {
          code: 'answered',
          text: '回答しました',
          on: found.reply?.sentOn ?? found.closedOn,
          state: 'done',
          note: null,
        },
      ];
    case 'circulated':
      return [
        {
          code: 'circulated',
          text: '市長と関係する課で読み、記録しました',
          on: found.closedOn,
          state: 'done',
          note: found.closingReason ?? '個別のお返事はお送りしていません。',
        },
      ];
    case 'forwarded':
      return [
        {
          code: 'forwarded',
          text: '担当するほかの機関に伝えました',
          on: found.closedOn,
          state: 'done',
          note: found.closingReason,
        },
      ];
  }
}

function ahead(found: FoundSubmission, state: 'now' | 'next'): StatusStep {
  if (!found.replyWanted) {
    return { code: 'circulated', text: '市政の参考として記録します', on: null, state, note: null };
  }
  const text = state === 'now' ? '回答を準備しています' : '回答をお送りします';
  return { code: 'answered', text, on: found.dueOn, state, note: null };
}
