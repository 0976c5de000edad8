import 'reflect-metadata';
import { PROPOSAL_CLASSES } from '@kotae/kernel';
import { PgIndicatorStore, openDatabase, rollUpCounts } from '@kotae/persistence';
import { openBenchCity } from './city';
import { fillCity } from './fill';
import { median, pgbench } from './pgbench';

/**
 * write:  decisions a second by 32 writers on one hot indicator with the count kept, as a ratio to the same decisions without it.
 * read:   one dashboard number (five years and twelve months) against an index-only COUNT over all opinions: how many times cheaper.
 * growth: the same read at the full size against at 1,000 opinions.
 */
const SIZE = Number(process.env['KOTAE_BENCH_SIZE'] ?? 1_000_000);
const SECONDS = 6;

const city = await openBenchCity();
const desk = await openDatabase({ url: city.url('kotae_desk'), poolSize: 2, applicationName: 'bench' });
const worker = await openDatabase({ url: city.url('kotae_worker'), poolSize: 2, applicationName: 'bench' });

async function timeOf(work: () => Promise<unknown>, times: number): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return median(took);
}

async function dashboard(): Promise<void> {
  const store = new PgIndicatorStore(desk.manager);
  const filter = { measure: 'class' as const, classes: PROPOSAL_CLASSES };
  await store.yearlyCounts(filter, 2024, 2028);
  await store.monthlyCounts(filter, 2026);
}

await fillCity(city.owner, 1_000);
const small = await timeOf(dashboard, 40);
await city.owner.query(
  'truncate count_rollup, count_delta, opinion_fact, publication, reply, opinion, submission cascade',
);
const started = performance.now();
await fillCity(city.owner, SIZE);
console.log(`made ${SIZE} submissions in ${((performance.now() - started) / 1000).toFixed(0)} s`);
await city.owner.query('vacuum analyze opinion');
const large = await timeOf(dashboard, 40);
const count = await timeOf(() => city.owner.query('select count(*) from opinion where withdrawn_at is null'), 5);

// One decision as the desk makes it: the opinion's state, the history's fact, the count's fact. Ids as fillCity makes them.
const opinion = `('01900000-0000-7000-9000-' || lpad(to_hex(:i::int), 12, '0'))::uuid`;
const submission = `('01900000-0000-7000-8000-' || lpad(to_hex(:i::int), 12, '0'))::uuid`;
const decision = (counted: boolean) => `\\set i random(1, ${SIZE})
with o as (update opinion set decided_at = now() where id = ${opinion} returning id),
 h as (insert into case_fact (submission_id, opinion_id, kind, at, actor_name) values (${submission}, ${opinion}, 'opinions_decided', now(), 'bench')),
 ${counted ? `d as (insert into count_delta (measure, class, outcome, topic, section_id, channel, district, month, n) values ('class', 'policy_proposal', '', 'topic-1', 'section-1', 'web', '', '2026-11-01', 1)),` : ''}
 f as (insert into opinion_fact (opinion_id, submission_id, measure, sign, class, topic, section_id, channel, counted_on, recorded_at)
   values (${opinion}, ${submission}, 'class', 1, 'policy_proposal', 'topic-1', 'section-1', 'web', '2026-11-20', now()))
select 1;\n`;

const ratios: number[] = [];
for (let round = 1; round <= 3; round++) {
  const without = await pgbench(city.url('kotae_owner'), decision(false), { clients: 32, seconds: SECONDS });
  let rolling = true;
  const roller = (async () => {
    while (rolling) {
      await rollUpCounts(worker);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  const withCount = await pgbench(city.url('kotae_owner'), decision(true), { clients: 32, seconds: SECONDS });
  rolling = false;
  await roller;
  ratios.push(withCount.tps / without.tps);
  console.log(`round ${round}: ${without.tps.toFixed(0)}/s without the count, ${withCount.tps.toFixed(0)}/s with it`);
}
console.log(
  `read ${large.toFixed(2)} ms at ${SIZE}, ${small.toFixed(2)} ms at 1,000; index-only count ${count.toFixed(1)} ms`,
);
await desk.destroy();
await worker.destroy();
await city.close();
console.log(
  `count write=${median(ratios).toFixed(3)} read=${(count / large).toFixed(1)} growth=${(large / small).toFixed(2)}`,
);
