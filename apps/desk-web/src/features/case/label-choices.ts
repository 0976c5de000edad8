import type { Reference } from '@kotae/contracts';
import { confidenceWords } from '../../shared/words';
import type { Choice } from './topic-match';
import type { DraftOpinion } from './triage-draft';

/** Topics for the type-ahead: what the machine thinks of first, then the city's order. */
export function topicChoices(reference: Reference, opinion: DraftOpinion): Choice[] {
  const thought = opinion.guess ? [opinion.guess.topic, ...opinion.guess.topic.alternatives] : [];
  const rank = new Map(thought.map((guess, index) => [guess.code, { index, confidence: guess.confidence }]));
  const last = thought.length;
  return reference.topics
    .filter((topic) => topic.active || topic.code === opinion.topic)
    .toSorted((a, b) => (rank.get(a.code)?.index ?? last) - (rank.get(b.code)?.index ?? last))
    .map((topic) => {
      const section = nameOfSection(reference, topic.sectionId);
      const guess = rank.get(topic.code);
      return {
        value: topic.code,
        label: topic.name,
        note: guess ? `候補 ${confidenceWords(guess.confidence)}　${section}` : section,
        words: [topic.code, section],
      };
    });
}

export function sectionChoices(reference: Reference): Choice[] {
  return reference.sections
    .filter((section) => section.active)
    .map((section) => ({
      value: section.id,
      label: section.name,
      note: '',
      words: [section.id, ...reference.topics.filter((t) => t.sectionId === section.id).map((t) => t.name)],
    }));
}

export function nameOfSection(reference: Reference, id: string | null): string {
  return reference.sections.find((section) => section.id === id)?.name ?? '';
}

export function nameOfTopic(reference: Reference, code: string | null): string {
  return reference.topics.find((topic) => topic.code === code)?.name ?? '';
}
