import { findPersonalInformation, maskPersonalInformation } from '@kotae/japanese';
import { DomainError, PII_KINDS, addOpenDays, type DayString, type UnitOfWork } from '@kotae/kernel';
import type { CitySettings } from '@kotae/persistence';
import {
  createPublication,
  publish,
  savePublication,
  type HiddenMark,
  type PublicationStores,
} from '@kotae/publication';
import type { DataSource } from 'typeorm';
import type { DemoActors } from './actors';
import type { DemoLetter } from './letters';
import { clockAt } from './receive-letters';
import type { SpecialAnswer } from './special-answer';

export interface PublishingContext {
  readonly source: DataSource;
  readonly uow: UnitOfWork<PublicationStores>;
  readonly actors: DemoActors;
  readonly settings: CitySettings;
  readonly today: DayString;
  readonly letters: ReadonlyMap<string, DemoLetter>;
}

/**
 * Publishes the question and answer of one opinion, with a title of its own. In the question the desk hides what the letter's
 * labels call personal, and shows what the machine hid beside it. Where title or answer are found wanting the text stays a
 * draft, as it would in earnest.
 */
export async function publishAnswer(
  context: PublishingContext,
  special: Pick<SpecialAnswer, 'letter' | 'opinion' | 'title'>,
): Promise<void> {
  const [row]: { submissionId: string; opinionId: string; text: string; closedOn: DayString | null; taken: boolean }[] =
    await context.source.query(
      `select s.id as "submissionId", o.id as "opinionId", o.text, s.closed_on as "closedOn",
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
    ...readOver(row.text, context.letters.get(special.letter)?.pii ?? [], settings.publicWords),
    title: special.title,
    answer: draft.answer,
    version: draft.version,
  });
  try {
    await publish(desk, saved.id, saved.version);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'personal_data_unresolved') throw error;
  }
}

/** The question as the desk leaves it: hidden is what is labelled, whatever the machine had found. */
function readOver(
  text: string,
  labels: NonNullable<DemoLetter['pii']>,
  publicWords: readonly string[],
): { question: string; cleared: string[]; hidden: HiddenMark[] } {
  const opinion = text.trim();
  const found = findPersonalInformation(opinion, { publicWords });
  const personal = labels.flatMap((label) => placesOf(opinion, label.text).map((place) => ({ ...place, ...label })));
  const touching = (a: { start: number; end: number }) => (b: { start: number; end: number }) =>
    a.start < b.end && b.start < a.end;
  const hidden = personal
    .filter((place) => !found.some(touching(place)))
    .flatMap(({ kind }) => PII_KINDS.filter((known) => known === kind).map((known) => ({ kind: known, found: false })));
  const kept = found.filter((span) => personal.some(touching(span)));
  const question = maskPersonalInformation(opinion, [...personal, ...kept]);
  const cleared = findPersonalInformation(question, { publicWords }).map((span) => span.text);
  return { question, cleared: [...new Set(cleared)], hidden };
}

function placesOf(text: string, words: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    places.push({ start: at, end: at + words.length });
  return places;
}
