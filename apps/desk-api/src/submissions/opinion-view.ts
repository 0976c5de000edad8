import { SECTION_ROUTE } from '@kotae/casework';
import type { AnswerView, OpinionView } from '@kotae/contracts';
import type { AnswerStepRecord, SubmissionRecord } from '@kotae/persistence';
import type { MaskedText } from '../masking/masked-text';

type OpinionRecord = SubmissionRecord['opinions'][number];

/** One opinion, placed in the text that the reader sees. `answerText` shows an answer as the reader may see it. */
export function opinionView(
  opinion: OpinionRecord,
  steps: readonly AnswerStepRecord[],
  body: MaskedText,
  answerText: (text: string) => string,
): OpinionView {
  const { start, end } = body.place(opinion);
  return {
    id: opinion.id,
    ordinal: opinion.ordinal,
    start,
    end,
    text: body.text.slice(start, end),
    class: opinion.class,
    subtype: opinion.subtype,
    finerClass: opinion.finerClass,
    topic: opinion.topic,
    topicName: opinion.topicName,
    sectionId: opinion.sectionId,
    sectionName: opinion.sectionName,
    decidedBy: opinion.decidedBy,
    decidedAt: opinion.decidedAt.toISOString(),
    answer: answerView(opinion, steps, answerText),
    outcome:
      opinion.outcome === null || opinion.outcomeOn === null
        ? null
        : {
            code: opinion.outcome,
            on: opinion.outcomeOn,
            nextLookOn: opinion.nextLookOn,
            by: opinion.outcomeBy ?? '',
          },
  };
}

function answerView(
  opinion: OpinionRecord,
  steps: readonly AnswerStepRecord[],
  answerText: (text: string) => string,
): AnswerView {
  return {
    state: opinion.answerState,
    body: answerText(opinion.answerBody),
    version: opinion.answerVersion,
    route: SECTION_ROUTE.map((stop, i) => ({ role: stop.role, name: stop.name, done: i < opinion.answerStep })),
    steps: steps
      .filter((step) => step.opinionId === opinion.id)
      .map(({ action, comment, by, at }) => ({ action, comment, by, at: new Date(at).toISOString() })),
    updatedAt: opinion.answerUpdatedAt?.toISOString() ?? null,
  };
}
