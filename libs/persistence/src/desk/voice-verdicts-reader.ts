import type { DataSource } from 'typeorm';
import { SqlValues } from '../casework/sql-values';
import { periodCondition, type AccuracyPeriod } from './accuracy-filter';

/** Of `count` opinions about which both voices spoke: how often each said what people decided. */
export interface Votes {
  readonly count: number;
  readonly own: number;
  readonly second: number;
  /** What was shown in the end, the second voice heard. */
  readonly shown: number;
}

export interface VoiceVotes {
  readonly name: string;
  readonly class: Votes;
  readonly topic: Votes;
}

/** One row per second voice that was heard about opinions decided in these days; none where a city has no such voice. */
export function readVoiceNumbers(source: DataSource, period: AccuracyPeriod): Promise<readonly VoiceVotes[]> {
  const values = new SqlValues();
  const votes = (label: 'class' | 'topic') => {
    const right = (said: string) =>
      `count(*) filter (where v.voice_${label} is not null and v.${said}_${label} = v.decided_${label})`;
    return `jsonb_build_object('count', count(v.voice_${label}), 'own', ${right('own')}, 'second', ${right('voice')},
      'shown', ${right('proposed')})`;
  };
  return source.query(
    `select v.voice as name, ${votes('class')} as class, ${votes('topic')} as topic
     from opinion_verdict v where ${periodCondition('v', period, values)} and v.voice is not null group by 1 order by 1`,
    values.list,
  );
}
