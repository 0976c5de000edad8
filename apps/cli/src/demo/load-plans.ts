import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { typeInValue, type PlansFile } from '@kotae/indicators';
import { fiscalYearLabel, fiscalYearOf, fiscalYearRange, today, type Clock } from '@kotae/kernel';
import { indicatorWork, loadPlans } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import type { DemoActors } from './actors';
import { clockAt } from './receive-letters';

/** Typed-in years of こだま市's own plan: the first whole year of the letters, and the year that is not over. */
const VALUES: readonly { id: string; values: readonly number[]; source: string }[] = [
  { id: 'KODAMA-3', values: [64.8, 68.1, 69.5], source: '対話の場の参加者アンケート集計' },
  { id: 'KODAMA-4', values: [934, 1021, 1088], source: '出前講座実績簿' },
  { id: 'KODAMA-5', values: [271_540, 289_210, 301_870], source: 'アクセス解析（年度集計）' },
  { id: 'KODAMA-6', values: [15.2, 13.6, 12.4], source: '受付簿からの集計' },
];
const FIRST_YEAR = 2025;

/** The five printed plans, こだま市's own, and the values of its finished years. */
export async function loadDemoPlans(context: {
  source: DataSource;
  root: string;
  actors: DemoActors;
  clock: Clock;
}): Promise<void> {
  const file = JSON.parse(await readFile(join(context.root, 'data/plans.json'), 'utf8')) as PlansFile;
  await context.source.transaction((tx) => loadPlans(tx, file));
  const known: { id: string }[] = await context.source.query('select distinct indicator_id as id from indicator_value');
  const current = fiscalYearOf(today(context.clock));
  for (const { id, values, source } of VALUES) {
    if (known.some((row) => row.id === id)) continue;
    for (const [i, value] of values.entries()) {
      const fiscalYear = FIRST_YEAR + i;
      if (fiscalYear >= current) break;
      const recorded = clockAt(`${fiscalYearRange(fiscalYear).last.slice(0, 4)}-04-20`, 10);
      const clock = recorded.now() > context.clock.now() ? context.clock : recorded;
      await typeInValue({ unitOfWork: indicatorWork(context.source), clock }, context.actors.desk, {
        indicatorId: id,
        fiscalYear,
        value,
        sourceText: `${fiscalYearLabel(fiscalYear)} ${source}`,
      });
    }
  }
}
