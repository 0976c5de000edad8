import type { SuggestionView } from '@kotae/contracts';
import type { OpinionVoice, Suggestion } from '@kotae/classification';
import { findPersonalInformation } from '@kotae/japanese';
import type { CitySettings, SubmissionRecord } from '@kotae/persistence';

/**
 * What the machine proposed, field by field; null while it has not read the submission. A topic that the city uses no more is
 * not proposed, and the section is the one that leads on the topic today. What is marked in the subject is what is masked there
 * for others.
 */
export function suggestionView(
  record: SubmissionRecord,
  { publicWords }: Pick<CitySettings, 'publicWords'>,
): SuggestionView | null {
  const suggestion = record.suggestion as Suggestion | null;
  if (suggestion === null) return null;
  return {
    modelVersion: suggestion.modelVersion,
    opinions: suggestion.opinions.map(({ start, end, text, class: class_, subtype, topic, secondVoice }) => ({
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
      ...placeOf(topic, record.topicsInUse),
      secondVoice: secondVoice === undefined ? null : voiceOf(secondVoice, record.topicsInUse),
    })),
    urgent: suggestion.urgent && { kind: suggestion.urgent.kind, reasons: [...suggestion.urgent.reasons] },
    pii: suggestion.pii.map(({ start, end, text, kind }) => ({ start, end, text, kind })),
    subjectPii: findPersonalInformation(record.subject ?? '', { publicWords }),
    doNotContact: suggestion.doNotContact && {
      start: suggestion.doNotContact.start,
      end: suggestion.doNotContact.end,
      text: suggestion.doNotContact.text,
    },
  };
}

function placeOf(topic: Suggestion['opinions'][number]['topic'], inUse: SubmissionRecord['topicsInUse']) {
  const [best, ...alternatives] = [topic, ...topic.alternatives].filter(({ code }) => inUse[code] !== undefined);
  const first = best === topic;
  return {
    topic: {
      code: best?.code ?? '',
      confidence: best?.confidence ?? 0,
      reasons: first ? [...topic.reasons] : [],
      alternatives: alternatives.map(guess),
      fewExamples: first && (topic.fewExamples ?? false),
    },
    sectionId: best === undefined ? null : inUse[best.code]!,
  };
}

function voiceOf(voice: OpinionVoice, inUse: SubmissionRecord['topicsInUse']) {
  const topic = voice.topic?.code ?? null;
  return { class: voice.class?.code ?? null, topic: topic === null || inUse[topic] === undefined ? null : topic };
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
