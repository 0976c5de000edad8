import type { PublicAnswer } from '@kotae/contracts';
import { OUTCOME_LABELS } from '@kotae/kernel';
import { Chip, DateText, Heading, type HeadingLevel } from '@kotae/ui';

/** Published answers, newest first: title, what became of it, when. */
export function VoiceList({ answers, headingLevel }: { answers: readonly PublicAnswer[]; headingLevel: HeadingLevel }) {
  return (
    <ul className="k-voice-list">
      {answers.map((answer) => (
        <li key={answer.id}>
          <Heading level={headingLevel}>
            <a href={`/voices/${answer.id}`}>{answer.title}</a>
          </Heading>
          <p className="p-clamp">{answer.question}</p>
          <p className="k-cluster k-small k-muted">
            {answer.outcome && (
              <Chip state="plain" tone={answer.outcome === 'implemented' ? 'success' : 'neutral'}>
                {OUTCOME_LABELS[answer.outcome]}
              </Chip>
            )}
            <span>{answer.topicName}</span>
            <span>{answer.sectionName}</span>
            <span>
              公表 <DateText day={answer.publishedOn} format="short" />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
