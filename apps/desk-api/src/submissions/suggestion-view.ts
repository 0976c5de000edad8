import type { SuggestionView } from '@kotae/contracts';
import type { Suggestion } from '@kotae/classification';
import type { SubmissionRecord } from '@kotae/persistence';

/** What the machine proposed, field by field; null while it has not read the submission. */
export function suggestionView(record: SubmissionRecord): SuggestionView | null {
  const suggestion = record.suggestion as Suggestion | null;
  if (suggestion === null) return null;
  return {
    modelVersion: suggestion.modelVersion,
    opinions: suggestion.opinions.map(({ start, end, text, class: class_, subtype, topic, section }) => ({
      start,
      end,
      text,
      class: {
        code: class_.code,
        confidence: class_.confidence,
        reasons: [...class_.reasons],
        alternatives: class_.alternatives.map(guess),
      },
      subtype,
      topic: {
        code: topic.code,
        confidence: topic.confidence,
        reasons: [...topic.reasons],
        alternatives: topic.alternatives.map(guess),
      },
      sectionId: section?.id ?? null,
    })),
    urgent: suggestion.urgent && { kind: suggestion.urgent.kind, reasons: [...suggestion.urgent.reasons] },
    pii: suggestion.pii.map(({ start, end, text, kind }) => ({ start, end, text, kind })),
    doNotContact: suggestion.doNotContact && {
      start: suggestion.doNotContact.start,
      end: suggestion.doNotContact.end,
      text: suggestion.doNotContact.text,
    },
  };
}

function guess<C extends string>({ code, confidence }: { code: C; confidence: number }) {
  return { code, confidence };
}

/** Where the machine found personal information in the body; null while it has not read it. */
export function knownSpans(
  record: Pick<SubmissionRecord, 'suggestion'>,
): readonly { start: number; end: number }[] | null {
  return (record.suggestion as Suggestion | null)?.pii ?? null;
}
