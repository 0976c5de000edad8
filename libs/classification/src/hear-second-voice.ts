import { partnersOf, type DecidedOpinion } from './judge-suggestion';
import { learnLabelWeights, type HeardDecision } from './learn-voice-weights';
import { readSubmission, type ReadingContext } from './read-submission';
import type { HeardVoice, VoiceLabel, VoiceNote } from './second-voice';
import { splitOpinions } from './split-opinions';
import type { OpinionSuggestion, Suggestion } from './suggest';
import { readVoiceAnswer } from './voice-answer';
import { voiceQuestion, type LetterToAsk, type VoiceQuestion } from './voice-question';
import type { VoiceWeights } from './voice-weights';

/** A language model inside the city's network. It may be absent, slow or wrong. */
export interface SecondVoice {
  readonly name: string;
  /**
   * Asks and reads the answer; `read` gives null for one that cannot be used. Never rejects: what is missing is a code
   * such as `timeout`.
   */
  ask<T>(question: VoiceQuestion, read: (content: string) => T | null): Promise<VoiceOutcome<T>>;
}

export type VoiceOutcome<T> = { readonly answer: T } | { readonly missing: string };

export interface VoiceStore {
  /** The submission while nobody has sorted it; null afterwards. */
  letter(submissionId: string): Promise<LetterToAsk | null>;
  /** Notes on the present suggestion that the voice was asked in vain. */
  noteMissing(submissionId: string, note: VoiceNote): Promise<void>;
}

export interface HearingContext {
  readonly store: VoiceStore;
  readonly voice: SecondVoice;
  readonly weights: VoiceWeights;
  readonly reading: ReadingContext;
}

/**
 * Asks the second voice about a submission that has been read, and reads it again with what was heard. No transaction is
 * open while it waits. When the voice does not answer, the suggestion stays as it was.
 * @returns a code when it did not answer, otherwise null.
 */
export async function hearSecondVoice(context: HearingContext, submissionId: string): Promise<string | null> {
  const { store, voice, weights, reading } = context;
  const letter = reading.model === null ? null : await store.letter(submissionId);
  if (letter === null) return null;
  const question = voiceQuestion(letter, splitOpinions(letter.body), reading.topics);
  if (question === null) return null;
  const outcome = await voice.ask(question, (content) =>
    readVoiceAnswer(content, question.asked.length, reading.topics),
  );
  if ('missing' in outcome) {
    const { missing } = outcome;
    await store.noteMissing(submissionId, { name: voice.name, missing, learntFrom: weights.class.learntFrom });
    return missing;
  }
  const opinions = question.asked.map((place, i) => ({ ...place, ...outcome.answer[i]! }));
  await readSubmission({ ...reading, heard: { name: voice.name, weights, opinions } }, submissionId);
  return null;
}

/** What was heard for an earlier suggestion of the same voice, to be weighed again with a newer model. */
export function heardBefore(
  suggestion: Pick<Suggestion, 'opinions' | 'secondVoice'> | null,
  voice: Pick<SecondVoice, 'name'>,
  weights: VoiceWeights,
): HeardVoice | null {
  if (suggestion?.secondVoice?.missing !== null || suggestion.secondVoice.name !== voice.name) return null;
  const opinions = suggestion.opinions.flatMap(({ start, end, secondVoice }) =>
    secondVoice === undefined ? [] : [{ start, end, class: secondVoice.class, topic: secondVoice.topic }],
  );
  return { name: voice.name, weights, opinions };
}

/** One sorted submission: what had been suggested for it, and what a person first decided. */
export interface HeardAndDecided {
  readonly opinions: readonly OpinionSuggestion[];
  readonly decided: readonly Pick<DecidedOpinion, 'start' | 'end' | 'class' | 'topic'>[];
}

/** Learns from people's decisions, oldest first, how far the voice is to be heard about classes and about topics. */
export function learnVoiceWeights(sorted: readonly HeardAndDecided[]): VoiceWeights {
  const classes: HeardDecision[] = [];
  const topics: HeardDecision[] = [];
  const add = (list: HeardDecision[], own: HeardDecision['own'], said: VoiceLabel | null, decided: string) => {
    if (said !== null) list.push({ own, said, decided });
  };
  for (const { opinions, decided } of sorted) {
    partnersOf(opinions, decided).forEach((partner, i) => {
      const voice = partner?.secondVoice;
      if (voice === undefined) return;
      add(classes, voice.own.classes, voice.class, decided[i]!.class);
      add(topics, voice.own.topics, voice.topic, decided[i]!.topic);
    });
  }
  return { class: learnLabelWeights(classes), topic: learnLabelWeights(topics) };
}
