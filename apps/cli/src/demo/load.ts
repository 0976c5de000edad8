import { addDays, newId, today, type Clock } from '@kotae/kernel';
import {
  OutboxStore,
  PgPublicationStore,
  PgSubmissionDoor,
  PgUnitOfWork,
  caseStores,
  readCitySettings,
  writeCitySettings,
} from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { demoActors } from './actors';
import { demoCitySettings } from './city';
import { EXPLANATION, GENERAL_ANSWERS } from './general-answers.data';
import { handleLetter } from './handle-letter';
import { readDemoLetters, shiftedTo } from './letters';
import { loadCityFrame } from './load-city';
import { loadDemoPlans } from './load-plans';
import { publishAnswer } from './publish-answers';
import { PUBLISHED_LETTERS } from './published-letters.data';
import { receiveLetter } from './receive-letters';
import { SPECIAL_ANSWERS_1 } from './special-answers-1.data';
import { SPECIAL_ANSWERS_2 } from './special-answers-2.data';
import { suggestForLetters } from './suggest-letters';

export interface DemoContext {
  /** Connected as the owner. */
  readonly source: DataSource;
  /** The cell's secret. */
  readonly secret: string;
  readonly clock: Clock;
  /** Folder that holds `data/letters.jsonl`, `data/plans.json` and `libs/classification/training`. */
  readonly root: string;
  readonly portalUrl: string;
  readonly deskUrl: string;
  /** Hears how far it is; may throw to stop. */
  readonly onProgress: (words: string) => void;
}

/** What came in these days waits in the inbox, so that there is work to show. */
const UNTRIAGED_DAYS = 45;
const LANES = 4;

/** True when some city, the demo or a real one, has been set up. */
export async function cityExists(source: DataSource): Promise<boolean> {
  const rows: unknown[] = await source.query('select 1 from city');
  return rows.length > 0;
}

/**
 * Loads こだま市 through the same use cases as real traffic. The row of the city is written last: a load that was cut off is
 * taken up again at the next start, and nothing is loaded twice.
 */
export async function loadDemoCity(context: DemoContext): Promise<void> {
  const { source, clock, onProgress } = context;
  const day = today(clock);
  const settings = demoCitySettings(context.portalUrl, context.deskUrl);
  await source.transaction((tx) => loadCityFrame(tx));
  const actors = await demoActors(source);
  await loadTemplates(source);
  await loadDemoPlans({ source, root: context.root, actors, clock });

  const letters = shiftedTo(await readDemoLetters(context.root), day);
  const door = new PgSubmissionDoor(source);
  const ids = new Map<string, string>();
  for (const [i, letter] of letters.entries()) {
    if (i % 20 === 0) onProgress(`受付 ${i} / ${letters.length} 通`);
    const received = await receiveLetter({ source, secret: context.secret, actors, now: clock.now() }, door, letter);
    ids.set(letter.id, received.submissionId);
  }
  await silenceOldNews(source);
  onProgress('分類の候補を出すモデルの学習');
  await suggestForLetters(source, context.root, letters, ids, (done) =>
    onProgress(`分類の候補 ${done} / ${letters.length} 通`),
  );

  const specials = [...SPECIAL_ANSWERS_1, ...SPECIAL_ANSWERS_2];
  const handling = {
    source,
    actors,
    settings,
    today: day,
    uow: new PgUnitOfWork(source, caseStores),
    sectionOfTopic: await sectionsOfTopics(source),
    specials: new Map(specials.map((special) => [`${special.letter}/${special.opinion}`, special])),
  };
  const old = letters.filter(({ receivedOn }) => receivedOn < addDays(day, -UNTRIAGED_DAYS));
  let done = 0;
  await inLanes(old, async (letter) => {
    await handleLetter(handling, letter, ids.get(letter.id)!);
    done += 1;
    if (done % 20 === 0) onProgress(`振り分けと回答 ${done} / ${old.length} 通`);
  });

  onProgress('公表');
  const publishing = {
    ...handling,
    letters: new Map(letters.map((letter) => [letter.id, letter])),
    uow: new PgUnitOfWork(source, (tx) => ({ publications: new PgPublicationStore(tx), outbox: new OutboxStore(tx) })),
  };
  await inLanes([...specials, ...PUBLISHED_LETTERS], (one) => publishAnswer(publishing, one));
  await writeCitySettings(source, settings);
}

/** The addresses of a demo on this machine follow its ports. */
export async function refreshLocalAddresses(source: DataSource, portalUrl: string, deskUrl: string): Promise<void> {
  const settings = await readCitySettings(source);
  const local = (url: string) => /^http:\/\/(127\.|localhost|\[::1\])/.test(url);
  if (!local(settings.portalUrl) || (settings.portalUrl === portalUrl && settings.deskUrl === deskUrl)) return;
  await writeCitySettings(source, { ...settings, portalUrl, deskUrl });
}

/** A few at a time: PostgreSQL and we share the cores. The first failure lets the others finish what they have begun. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/**
 * These letters came long ago: nobody is to get a mail about them now, and the machine reads them here, as of the day they
 * came.
 */
async function silenceOldNews(source: DataSource): Promise<void> {
  await source.query(
    `insert into delivery (event_id, reaction, state, next_try_at, done_at)
     select e.id, r.reaction, 'done', now(), now()
     from outbox e join submission s on s.id = (e.payload->>'submissionId')::uuid
       cross join (values ('suggest'), ('acknowledge'), ('tell-the-desk')) as r(reaction)
     where e.name = 'SubmissionReceived' and e.expanded_at is null and s.idempotency_key like 'demo:%'
     on conflict do nothing`,
  );
}

async function sectionsOfTopics(source: DataSource): Promise<Map<string, string>> {
  const rows: { code: string; sectionId: string }[] = await source.query(
    'select code, section_id as "sectionId" from topic',
  );
  return new Map(rows.map(({ code, sectionId }) => [code, sectionId]));
}

/** The general answers are the sections' templates, too. */
async function loadTemplates(source: DataSource): Promise<void> {
  const topics: { code: string; name: string; sectionId: string }[] = await source.query(
    'select code, name, section_id as "sectionId" from topic order by sort',
  );
  const templates = topics.flatMap(({ code, name, sectionId }) => {
    const general = GENERAL_ANSWERS[code];
    if (general === undefined) return [];
    return [
      { id: newId(), section_id: sectionId, name: `${name}：苦情`, body: general.complaint },
      { id: newId(), section_id: sectionId, name: `${name}：要望・提案`, body: general.request },
    ];
  });
  await source.query(
    `insert into answer_template (id, section_id, name, body)
     select x.id, x.section_id, x.name, x.body from jsonb_to_recordset($1) as x(id uuid, section_id text, name text, body text)
     where not exists (select 1 from answer_template)`,
    [JSON.stringify([...templates, { id: newId(), section_id: null, name: '問合せへのご案内', body: EXPLANATION }])],
  );
}
