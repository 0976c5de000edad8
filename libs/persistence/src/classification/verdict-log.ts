import { judgeSuggestion, type DecidedOpinion, type Suggestion } from '@kotae/classification';
import { dayOf } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';

interface Row {
  readonly suggestion: Suggestion;
  readonly decided: readonly DecidedOpinion[];
}

/**
 * Writes down what was suggested for a submission beside its first decision, in the transaction of that decision. Nothing is
 * written when nothing had been suggested yet.
 */
export async function recordVerdicts(tx: EntityManager, submissionId: string, decidedAt: Date): Promise<void> {
  const [row]: Row[] = await tx.query(
    `select g.content as suggestion,
       (select jsonb_agg(jsonb_build_object('id', o.id, 'start', o.start_at, 'end', o.end_at, 'class', o.class, 'topic', o.topic,
          'sectionId', o.section_id) order by o.ordinal)
        from opinion o where o.submission_id = g.submission_id and o.withdrawn_at is null) as decided
     from suggestion g where g.submission_id = $1`,
    [submissionId],
  );
  if (row === undefined) return;
  const { suggestion, decided } = row;
  const day = dayOf(decidedAt);
  await tx.query(
    `insert into suggestion_verdict (submission_id, model_version, decided_on, proposed_count, decided_count, urgent)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [
      submissionId,
      suggestion.modelVersion,
      day,
      suggestion.opinions.length,
      decided.length,
      suggestion.urgent?.kind ?? null,
    ],
  );
  const rows = judgeSuggestion(suggestion.opinions, decided).map(({ decided: one, proposed }) => ({
    opinion_id: one.id,
    decided_class: one.class,
    decided_topic: one.topic,
    decided_section: one.sectionId,
    proposed_class: proposed?.class,
    class_permille: proposed && permille(proposed.classConfidence),
    proposed_topic: proposed?.topic?.code,
    topic_permille: proposed?.topic && permille(proposed.topic.confidence),
    topic_place: proposed?.topic && proposed.topicPlace,
    proposed_section: proposed?.sectionId,
    voice: proposed?.voice == null ? null : suggestion.secondVoice?.name,
    own_class: proposed?.voice?.class?.own,
    voice_class: proposed?.voice?.class?.second,
    own_topic: proposed?.voice?.topic?.own,
    voice_topic: proposed?.voice?.topic?.second,
  }));
  await tx.query(
    `insert into opinion_verdict (opinion_id, submission_id, model_version, decided_on, proposed_class, class_permille,
       proposed_topic, topic_permille, topic_place, proposed_section, decided_class, decided_topic, decided_section, voice, own_class,
       voice_class, own_topic, voice_topic)
     select x.opinion_id, $1, $2, $3, x.proposed_class, x.class_permille, x.proposed_topic, x.topic_permille, x.topic_place,
       x.proposed_section, x.decided_class, x.decided_topic, x.decided_section, x.voice, x.own_class, x.voice_class, x.own_topic,
       x.voice_topic
     from jsonb_to_recordset($4::jsonb) as x(opinion_id uuid, proposed_class text, class_permille smallint, proposed_topic text,
       topic_permille smallint, topic_place smallint, proposed_section text, decided_class text, decided_topic text, decided_section text, voice text,
       own_class text, voice_class text, own_topic text, voice_topic text)
     on conflict do nothing`,
    [submissionId, suggestion.modelVersion, day, JSON.stringify(rows)],
  );
}

function permille(share: number): number {
  return Math.round(share * 1000);
}
