import { DomainError, addOpenDays, type DayString, type UnitOfWork } from '@kotae/kernel';
import type { CitySettings } from '@kotae/persistence';
import { createPublication, publish, savePublication, type PublicationStores } from '@kotae/publication';
import type { DataSource } from 'typeorm';
import type { DemoActors } from './actors';
import { clockAt } from './receive-letters';
import type { SpecialAnswer } from './special-answer';

export interface PublishingContext {
  readonly source: DataSource;
  readonly uow: UnitOfWork<PublicationStores>;
  readonly actors: DemoActors;
  readonly settings: CitySettings;
  readonly today: DayString;
}

/**
 * Publishes the question and answer of one opinion, with a title of its own. What personal information is found in stays a
 * draft for the desk, as it would in earnest.
 */
export async function publishAnswer(context: PublishingContext, special: SpecialAnswer): Promise<void> {
  const [row]: { submissionId: string; opinionId: string; closedOn: DayString | null; taken: boolean }[] =
    await context.source.query(
      `select s.id as "submissionId", o.id as "opinionId", s.closed_on as "closedOn",
         exists (select 1 from publication p where o.id = any(p.opinion_ids)) as taken
       from submission s join opinion o on o.submission_id = s.id and o.withdrawn_at is null
       where s.idempotency_key = $1 and o.ordinal = $2`,
      [`demo:${special.letter}`, special.opinion + 1],
    );
  if (row === undefined || row.taken || row.closedOn === null) return;
  const publishedOn = addOpenDays(row.closedOn, 5);
  if (publishedOn > context.today) return;
  const { uow, actors, settings } = context;
  const desk = { uow, actor: actors.desk, clock: clockAt(publishedOn, 13, 30), publicWords: settings.publicWords };
  const draft = await createPublication(desk, { submissionId: row.submissionId, opinionIds: [row.opinionId] });
  const saved = await savePublication(desk, draft.id, {
    title: special.title,
    question: draft.question,
    answer: draft.answer,
    cleared: [],
    version: draft.version,
  });
  try {
    await publish(desk, saved.id, saved.version);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'personal_data_unresolved') throw error;
  }
}
