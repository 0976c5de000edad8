import type { Channel, OpinionClass, OpinionSubtype } from '@kotae/kernel';
import { findPersonalInformation, type PiiSpan } from '@kotae/japanese';
import { findDoNotContact, type DoNotContact } from './do-not-contact';
import { explainable, reasonsFor } from './explain';
import { scanKeywords } from './keyword-index';
import type { Topic } from './labels';
import { isOpinionClass, isOpinionSubtype, type Model } from './model';
import { surroundings, viewOf } from './opinion-view';
import { keywordIndexOf, knowsFewOf, rankClasses, rankSubtypes, rankTopics, type Confident } from './predict';
import type { HeardVoice, OpinionVoice, VoiceLabels, VoiceNote } from './second-voice';
import { splitOpinions } from './split-opinions';
import { findUrgency, type Urgency } from './urgency';
import { URGENCY_RULES } from './urgency-rules';
import { blend } from './voice-blend';

/** What the program proposes for one opinion. A person decides. */
export interface OpinionSuggestion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly class: Confident<OpinionClass> & {
    /** Words of the text that weighed most, at most five. */
    readonly reasons: string[];
    readonly alternatives: Confident<OpinionClass>[];
  };
  /** Only for `operations_improvement`. */
  readonly subtype: OpinionSubtype | null;
  readonly topic: Confident<string> & {
    readonly reasons: string[];
    readonly alternatives: Confident<string>[];
    /** The model has seen so few of this topic that its confidence says little. Earlier versions did not say. */
    readonly fewExamples?: boolean;
  };
  /** The topic's lead section as the city has set it. */
  readonly section: { readonly id: string; readonly name: string } | null;
  /** Only where a second voice was heard about it. */
  readonly secondVoice?: OpinionVoice;
}

export interface Suggestion {
  readonly modelVersion: string;
  readonly opinions: OpinionSuggestion[];
  readonly urgent: Urgency | null;
  /** By which rules it was looked for. Earlier versions did not say. */
  readonly urgencyRules?: string;
  /** The version that raised the alarm, where a later one has read the letter since. */
  readonly urgencyModel?: string;
  /** Personal information in the body (UTF-16 offsets). */
  readonly pii: PiiSpan[];
  /** The writer asks not to be contacted. */
  readonly doNotContact: DoNotContact | null;
  /** Only where a second voice was asked. */
  readonly secondVoice?: VoiceNote;
}

export interface SubmissionToRead {
  readonly subject: string | null;
  readonly body: string;
  readonly channel: Channel | null;
  /** Given opinions are labelled as they are; without them the body is split. */
  readonly opinions?: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  /** What a second voice has said of it. */
  readonly heard?: HeardVoice | null;
}

/** Reads one submission. Pure: the same text, model and topics give the same answer; never throws for any text. */
export function suggest(model: Model, topics: readonly Topic[], submission: SubmissionToRead): Suggestion {
  const { subject, body, heard } = submission;
  const spans = submission.opinions ?? splitOpinions(body);
  return {
    modelVersion: model.version,
    opinions: spans.map((span) => suggestOpinion(model, topics, submission, span)),
    urgent: findUrgency(body) ?? (subject === null ? null : findUrgency(subject)),
    urgencyRules: URGENCY_RULES,
    pii: findPersonalInformation(body),
    doNotContact: findDoNotContact(body),
    ...(heard ? { secondVoice: { name: heard.name, missing: null, learntFrom: heard.weights.class.learntFrom } } : {}),
  };
}

function suggestOpinion(
  model: Model,
  topics: readonly Topic[],
  submission: SubmissionToRead,
  span: { readonly text: string; readonly start: number; readonly end: number },
): OpinionSuggestion {
  const { body, subject, channel } = submission;
  const { text, start, end } = span;
  const around =
    body.slice(start, end) === text
      ? { before: body.slice(0, start), after: body.slice(end) }
      : surroundings(text, body);
  const view = viewOf({ text, subject, channel, ...around });

  const { heard } = submission;
  const said = heard?.opinions.find((one) => one.start === start && one.end === end);
  const byClass = rankClasses(model, view);
  const rankedClasses = heard && said ? blend(byClass.ranked, said.class, heard.weights.class) : byClass.ranked;
  const classes = rankedClasses.flatMap(({ code, confidence }) => (isOpinionClass(code) ? [{ code, confidence }] : []));
  const bestClass = classes[0]!;

  const byTopic = rankTopics(model, topics, view);
  const rankedTopics = heard && said ? blend(byTopic.ranked, said.topic, heard.weights.topic) : byTopic.ranked;
  const bestTopic = rankedTopics[0] ?? { code: '', confidence: 0 };
  const place = topics.findIndex((topic) => topic.code === bestTopic.code);
  const topic = topics[place];
  const keywords = keywordIndexOf(topics);
  const keywordWorth = (folded: string): number => (place < 0 ? 0 : (scanKeywords(keywords, folded)[place] ?? 0) * 0.5);

  const phrases = explainable(text);
  return {
    start,
    end,
    text,
    class: {
      ...bestClass,
      reasons: reasonsFor(
        { head: model.classes, label: bestClass.code, row: byClass.row, view, kind: 'class' },
        phrases,
      ),
      alternatives: classes.slice(1, 3),
    },
    subtype: bestClass.code === 'operations_improvement' ? subtypeOf(model, view, byClass.blocks) : null,
    topic: {
      ...bestTopic,
      reasons: reasonsFor(
        { head: model.topics, label: bestTopic.code, row: byTopic.row, view, kind: 'topic', bonus: keywordWorth },
        phrases,
      ),
      alternatives: rankedTopics.slice(1, 3),
      fewExamples: knowsFewOf(model, bestTopic.code),
    },
    section: topic === undefined ? null : { id: topic.sectionId, name: topic.sectionName },
    ...(said ? { secondVoice: kept(said, byClass.ranked, byTopic.ranked) } : {}),
  };
}

/** Labels less likely than this are not kept: nothing is learnt from them. */
const WORTH_KEEPING = 0.01;

function kept(
  { class: class_, topic }: VoiceLabels,
  classes: readonly Confident<string>[],
  topics: readonly Confident<string>[],
): OpinionVoice {
  return {
    class: class_,
    topic,
    own: { classes, topics: topics.filter(({ confidence }, i) => i === 0 || confidence >= WORTH_KEEPING) },
  };
}

function subtypeOf(...given: Parameters<typeof rankSubtypes>): OpinionSubtype | null {
  const code = rankSubtypes(...given).ranked[0]?.code;
  return code !== undefined && isOpinionSubtype(code) ? code : null;
}
