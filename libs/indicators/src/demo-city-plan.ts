import { PROPOSAL_CLASSES } from '@kotae/kernel';
import { DEMO_INDICATOR_ROWS, DEMO_PERIOD, DEMO_PLAN_ID, type DemoRow } from './demo-city.data';
import type { Indicator, Target } from './model';
import type { PlanBook } from './read-plans';

/** The indicators of the demo city that count by themselves. */
export const DEMO_PROPOSALS_ID = 'KODAMA-1';
export const DEMO_IMPLEMENTED_ID = 'KODAMA-2';

/**
 * こだま市's own plan, 令和7〜11年度. The city is invented and so are its baselines and targets; the definitions of the first two
 * rows are those of 小美玉市 (市政への提案の件数) and 前橋市 (提案意見の実施数).
 */
export function demoCityPlan(): PlanBook {
  return {
    plans: [
      {
        id: DEMO_PLAN_ID,
        municipality: 'こだま市',
        name: 'こだま市総合計画（広聴の部）',
        excerpt: '市民の声を市政に生かす',
        period: DEMO_PERIOD,
        own: true,
        sourceFile: null,
        governance: ['年度ごとの実績を、市民の声のページで公表します。'],
        notes: [
          {
            id: null,
            about: 'plan',
            text: 'Fictional city; baselines and targets are its own and set for demonstration.',
            japanese: 'こだま市は架空の市です。基準値と目標値は、この製品をためすために決めたものです。',
          },
        ],
      },
    ],
    programmes: [],
    indicators: DEMO_INDICATOR_ROWS.map(indicatorOf),
  };
}

function indicatorOf(row: DemoRow, index: number): Indicator {
  return {
    id: row.id,
    planId: DEMO_PLAN_ID,
    order: index + 1,
    code: row.id,
    kind: 'measure',
    section: '市民の声を市政に生かす',
    policy: '広聴の充実',
    name: row.name,
    definition: row.definition,
    raw: [],
    unit: row.unit,
    mode: row.mode,
    modeBasis: 'stated',
    direction: row.direction,
    baseline: {
      raw: [row.baseline.raw],
      value: row.baseline.value,
      unit: row.unit,
      comparator: 'eq',
      valueType: row.baseline.value === null ? 'not_measured' : 'measured',
      asOf: row.baseline.value === null ? null : { raw: '（令和6年度）', fiscalYear: 2024, date: null },
      other: [],
    },
    targets: [{ version: 1, fromFiscalYear: null, decidedOn: '2025-03-21', reason: null, target: targetOf(row) }],
    formula: null,
    refusal: null,
    period: DEMO_PERIOD,
    source: sourceOf(row),
    notes: [],
    relevance: 'direct',
    survey: null,
    statedFormula: null,
    refersTo: [],
    duplicateOf: null,
    quotes: [],
    sourceFile: null,
  };
}

function targetOf(row: DemoRow): Target {
  return {
    raw: [row.target.raw],
    valueType: 'number',
    value: row.target.value,
    range: null,
    tolerance: null,
    unit: row.unit,
    comparator: row.target.comparator,
    asOf: { raw: '（令和11年度）', fiscalYear: DEMO_PERIOD.last, date: null },
    period: row.mode === 'cumulative' ? '５カ年の累計' : null,
  };
}

function sourceOf(row: DemoRow): Indicator['source'] {
  switch (row.source) {
    case 'proposals':
      return { kind: 'facts', measure: 'class', classes: PROPOSAL_CLASSES };
    case 'implemented':
      return { kind: 'facts', measure: 'outcome', outcomes: ['implemented'] };
    case 'share_met':
      return {
        kind: 'formula',
        op: 'share_met',
        indicatorIds: DEMO_INDICATOR_ROWS.filter((r) => r.source !== 'share_met').map((r) => r.id),
      };
    case 'typed':
      return { kind: 'typed' };
  }
}
