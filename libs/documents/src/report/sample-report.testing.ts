import type { ProgressReport, ReportedIndicator, ReportedYear } from '@kotae/indicators';

/** For specs: a report of one plan with a counted, a typed and a milestone indicator to vary. */
export function someYear(fiscalYear: number, change: Partial<ReportedYear> = {}): ReportedYear {
  return {
    fiscalYear,
    value: 10,
    cumulative: null,
    printed: null,
    sourceText: null,
    author: null,
    recordedAt: null,
    origin: null,
    closed: null,
    ...change,
  };
}

export function someReported(change: Partial<ReportedIndicator> = {}): ReportedIndicator {
  return {
    id: 'i1',
    planId: 'p1',
    planName: '総合計画',
    code: 'K-1',
    name: '提案の件数',
    unit: '件',
    yearUnit: '件',
    section: '市民の声',
    policy: '広聴の充実',
    definition: '寄せられた提案の数',
    printed: { baseline: '90 件', target: '100 件' },
    baseline: { value: 90, asOf: '（令和6年度）' },
    target: { value: 100, asOf: '（令和11年度）' },
    modeWords: '単年',
    sourceKind: 'facts',
    sourceWords: '意見から自動で数えます',
    current: { fiscalYear: 2026, value: 95, asOf: '2026-11-20', closed: false },
    achievement: {
      formula: 'gap',
      formulaName: '（実績−基準）÷（目標−基準）',
      percent: 50,
      met: false,
      words: '目標まであと5件です',
      why: null,
    },
    yearly: [],
    typed: [],
    monthly: [],
    notes: [],
    basis: '令和8年度の値',
    progress: 'on_track',
    expected: '94件',
    progressWhy: null,
    targets: [
      {
        version: 1,
        printed: '100 件',
        asOf: '（令和11年度）',
        fromFiscalYear: null,
        decidedOn: null,
        reason: null,
        inForce: true,
      },
    ],
    years: [someYear(2025, { value: 92 }), someYear(2026, { value: 95 })],
    chart: {
      top: 100,
      bottom: 0,
      cumulative: false,
      baseline: { value: 90, label: '基準' },
      targets: [{ value: 100, label: '目標' }],
    },
    repeatOf: null,
    ...change,
  };
}

export function someReport(indicators: ReportedIndicator[], change: Partial<ProgressReport> = {}): ProgressReport {
  return {
    planId: 'p1',
    planName: '総合計画（広聴の部）',
    municipality: 'こだま市',
    own: true,
    firstYear: 2025,
    lastYear: 2029,
    fiscalYear: 2026,
    asOf: '2026-11-20',
    closing: null,
    summary: [
      { progress: 'achieved', label: '達成', meaning: '目標に届いています。', count: 0 },
      { progress: 'on_track', label: '順調', meaning: '目安に届いています。', count: indicators.length },
      { progress: 'behind', label: '遅れ', meaning: '目安に届いていません。', count: 0 },
      { progress: 'unknown', label: '評価できない', meaning: '言えません。', count: 0 },
    ],
    total: indicators.length,
    repeated: 0,
    formulas: [
      { formula: 'gap', name: '（実績−基準）÷（目標−基準）', meaning: '道のりの何%か。', count: indicators.length },
    ],
    groups: [{ section: '市民の声', policies: [{ policy: '広聴の充実', indicators }] }],
    notes: ['架空の市です。'],
    ...change,
  };
}
