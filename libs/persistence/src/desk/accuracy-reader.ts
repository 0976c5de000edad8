import type { OpinionClass } from '@kotae/kernel';
import type { DataSource } from 'typeorm';
import { SqlValues } from '../casework/sql-values';
import { CONFIDENCE_EDGES, periodCondition, type AccuracyPeriod } from './accuracy-filter';

/** So many were proposed, and so many of them were decided just so. */
export interface Agreed {
  readonly count: number;
  readonly same: number;
}

/** What people made of the suggestions of a period. Opinions for which nothing was proposed count in none of it. */
export interface AccuracyFigures {
  readonly class: Agreed;
  /** Whether it counts as a 提案 or not. */
  readonly proposal: Agreed;
  readonly topic: Agreed;
  readonly topicAmongThree: Agreed;
  readonly section: Agreed;
  /** Submissions, by their number of opinions. */
  readonly opinionCount: Agreed;
  /** Opinions decided that the machine had not seen as opinions, and proposed ones decided with other words. */
  readonly unproposed: number;
  readonly classes: readonly {
    readonly proposed: OpinionClass;
    readonly decided: OpinionClass;
    readonly count: number;
  }[];
  readonly topics: readonly { readonly proposed: string; readonly decided: string; readonly count: number }[];
  readonly months: readonly { readonly month: string; readonly class: Agreed; readonly topic: Agreed }[];
  /** By place in `CONFIDENCE_EDGES`; `said` is the mean confidence shown, 0…1. */
  readonly classBands: readonly (Agreed & { readonly band: number; readonly said: number })[];
  readonly topicBands: readonly (Agreed & { readonly band: number; readonly said: number })[];
  /** Versions whose suggestions were decided on in these days, whatever version is looked at; newest first. */
  readonly versions: readonly {
    readonly version: string;
    readonly trainedAt: Date | null;
    readonly opinions: number;
  }[];
}

/** The sets by which decisions are counted, as bits of `grouping()` over the columns in this order. */
const COLUMNS = [
  'month',
  'class_band',
  'topic_band',
  'proposed_class',
  'decided_class',
  'proposed_topic',
  'decided_topic',
];
const SETS = {
  all: [],
  months: ['month'],
  classBands: ['class_band'],
  topicBands: ['topic_band'],
  classes: ['proposed_class', 'decided_class'],
  topics: ['proposed_topic', 'decided_topic'],
} as const;
type SetName = keyof typeof SETS;

interface Grouped {
  readonly mask: number;
  readonly month: string;
  readonly class_band: number;
  readonly topic_band: number;
  readonly proposed_class: OpinionClass;
  readonly decided_class: OpinionClass;
  readonly proposed_topic: string;
  readonly decided_topic: string;
  readonly proposed: number;
  readonly unproposed: number;
  readonly withTopic: number;
  readonly sameClass: number;
  readonly sameKind: number;
  readonly sameTopic: number;
  readonly amongThree: number;
  readonly withSection: number;
  readonly sameSection: number;
  readonly classSaid: number;
  readonly topicSaid: number;
}

/** Reads the decisions of the period once, along the index over their days; nothing else of the database. */
export async function readAccuracy(source: DataSource, period: AccuracyPeriod): Promise<AccuracyFigures> {
  const [rows, [whole], versions] = await Promise.all([
    readGrouped(source, period),
    readSubmissions(source, period),
    readVersions(source, period),
  ]);
  const of = (set: SetName) =>
    rows.filter((row) => row.mask === maskOf(set) && (set.startsWith('topic') ? row.withTopic : row.proposed) > 0);
  const [all] = rows.filter((row) => row.mask === maskOf('all'));
  const bands = (set: 'classBands' | 'topicBands') =>
    of(set)
      .map((row) =>
        set === 'classBands'
          ? { band: row.class_band, count: row.proposed, same: row.sameClass, total: row.classSaid }
          : { band: row.topic_band, count: row.withTopic, same: row.sameTopic, total: row.topicSaid },
      )
      .map(({ total, ...band }) => ({ ...band, said: total / band.count / 1000 }))
      .sort((a, b) => a.band - b.band);
  return {
    class: { count: all?.proposed ?? 0, same: all?.sameClass ?? 0 },
    proposal: { count: all?.proposed ?? 0, same: all?.sameKind ?? 0 },
    topic: { count: all?.withTopic ?? 0, same: all?.sameTopic ?? 0 },
    topicAmongThree: { count: all?.withTopic ?? 0, same: all?.amongThree ?? 0 },
    section: { count: all?.withSection ?? 0, same: all?.sameSection ?? 0 },
    opinionCount: { count: whole!.count, same: whole!.same },
    unproposed: all?.unproposed ?? 0,
    classes: of('classes').map((row) => ({
      proposed: row.proposed_class,
      decided: row.decided_class,
      count: row.proposed,
    })),
    topics: of('topics').map((row) => ({
      proposed: row.proposed_topic,
      decided: row.decided_topic,
      count: row.withTopic,
    })),
    months: of('months')
      .map((row) => ({
        month: row.month,
        class: { count: row.proposed, same: row.sameClass },
        topic: { count: row.withTopic, same: row.sameTopic },
      }))
      .sort((a, b) => a.month.localeCompare(b.month)),
    classBands: bands('classBands'),
    topicBands: bands('topicBands'),
    versions,
  };
}

function maskOf(set: SetName): number {
  const kept: readonly string[] = SETS[set];
  return COLUMNS.reduce((mask, column) => mask * 2 + (kept.includes(column) ? 0 : 1), 0);
}

function readGrouped(source: DataSource, period: AccuracyPeriod): Promise<Grouped[]> {
  const values = new SqlValues();
  const where = periodCondition('v', period, values);
  const band = (column: string) => `width_bucket(v.${column}, array[${CONFIDENCE_EDGES.join(', ')}]) - 1`;
  const kind = (column: string) => `(v.${column} in ('operations_improvement', 'policy_proposal'))`;
  return source.query(
    `select grouping(${COLUMNS.join(', ')}) as mask, ${COLUMNS.join(', ')},
       count(proposed_class)::int as proposed, (count(*) - count(proposed_class))::int as unproposed, count(proposed_topic)::int as "withTopic",
       (count(*) filter (where same_class))::int as "sameClass", (count(*) filter (where same_kind))::int as "sameKind",
       (count(*) filter (where same_topic))::int as "sameTopic", (count(*) filter (where among_three))::int as "amongThree",
       count(same_section)::int as "withSection", (count(*) filter (where same_section))::int as "sameSection",
       coalesce(sum(class_permille), 0)::int as "classSaid", coalesce(sum(topic_permille), 0)::int as "topicSaid"
     from (select to_char(v.decided_on, 'YYYY-MM') as month, ${band('class_permille')} as class_band, ${band('topic_permille')} as topic_band,
         v.proposed_class, v.decided_class, v.proposed_topic, v.decided_topic, v.class_permille, v.topic_permille,
         v.proposed_class = v.decided_class as same_class, ${kind('proposed_class')} = ${kind('decided_class')} as same_kind,
         v.proposed_topic = v.decided_topic as same_topic, v.topic_place > 0 as among_three,
         v.proposed_section = v.decided_section as same_section
       from opinion_verdict v where ${where}) judged
     group by grouping sets (${Object.values(SETS)
       .map((set) => `(${set.join(', ')})`)
       .join(', ')})`,
    values.list,
  );
}

function readSubmissions(source: DataSource, period: AccuracyPeriod): Promise<Agreed[]> {
  const values = new SqlValues();
  return source.query(
    `select count(*)::int as count, (count(*) filter (where w.proposed_count = w.decided_count))::int as same
     from suggestion_verdict w where ${periodCondition('w', period, values)}`,
    values.list,
  );
}

function readVersions(
  source: DataSource,
  { firstDay, lastDay }: AccuracyPeriod,
): Promise<AccuracyFigures['versions'][number][]> {
  return source.query(
    `select v.model_version as version, m.trained_at as "trainedAt", v.opinions
     from (select model_version, count(*)::int as opinions from opinion_verdict
           where decided_on between $1::date and $2::date and proposed_class is not null group by 1) v
       left join model m on m.version = v.model_version
     order by m.trained_at desc nulls last, v.model_version desc`,
    [firstDay, lastDay],
  );
}
