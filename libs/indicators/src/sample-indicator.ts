import type { Baseline, Indicator, Target, TargetVersion } from './model';

/** Building blocks of this room's specs: an annual 「100件」 indicator to vary. */
export function someTarget(change: Partial<Target> = {}): Target {
  return {
    raw: ['100 件'],
    valueType: 'number',
    value: 100,
    range: null,
    tolerance: null,
    unit: '件',
    comparator: 'eq',
    asOf: null,
    period: null,
    ...change,
  };
}

export function versions(target: Target): TargetVersion[] {
  return [{ version: 1, fromFiscalYear: null, decidedOn: null, reason: null, target }];
}

export function someBaseline(value: number, unit = '件'): Baseline {
  return { raw: [`${value} ${unit}`], value, unit, comparator: 'eq', valueType: 'measured', asOf: null, other: [] };
}

export function someIndicator(change: Partial<Indicator> = {}): Indicator {
  return {
    id: 'i1',
    planId: 'p1',
    order: 1,
    code: 'i1',
    kind: 'measure',
    section: '節',
    policy: '施策',
    name: '指標',
    definition: null,
    raw: [],
    unit: '件',
    mode: 'annual',
    modeBasis: 'stated',
    direction: 'increase',
    baseline: null,
    targets: versions(someTarget()),
    formula: null,
    refusal: null,
    period: null,
    source: { kind: 'typed' },
    notes: [],
    relevance: 'direct',
    survey: null,
    statedFormula: null,
    refersTo: [],
    duplicateOf: null,
    quotes: [],
    sourceFile: null,
    ...change,
  };
}
