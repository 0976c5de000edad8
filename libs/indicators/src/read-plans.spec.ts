import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { achievementOf } from './achievement';
import { targetFor, type Indicator, type Programme } from './model';
import type { PlansFile } from './plans-file';
import { readPlans } from './read-plans';
import { actualFor } from './values';

const text = readFileSync(join(import.meta.dirname, '../../../data/plans.json'), 'utf8');
const load = () => JSON.parse(text) as PlansFile;
const file = load();
const book = readPlans(file);
const indicator = (id: string): Indicator => {
  const found = book.indicators.find((i) => i.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
};
const programme = (id: string): Programme => {
  const found = book.programmes.find((p) => p.id === id);
  if (!found) throw new Error(`no programme ${id}`);
  return found;
};

describe('readPlans', () => {
  it('reads all five plans with the counts the file states', () => {
    const { counts } = file.meta;
    const kodaira = book.indicators.filter((i) => i.planId === 'kodaira');
    const numeric = kodaira.filter((i) => i.targets.some((t) => t.target.value !== null || t.target.range !== null));
    expect(book.plans.map((p) => p.id)).toEqual(['omitama', 'maebashi', 'izunokuni', 'kodaira', 'hiratsuka']);
    expect(kodaira).toHaveLength(counts.kodaira_indicator_items);
    expect(numeric).toHaveLength(counts.kodaira_indicator_items_with_numeric_target);
    expect(book.indicators.filter((i) => i.kind === 'survey')).toHaveLength(counts.perception_questions);
    expect(book.indicators).toHaveLength(17 + 3 + 71);
    const numbered = book.programmes.filter((p) => p.no !== null);
    expect(numbered).toHaveLength(counts.kodaira_programs);
    expect(numbered.filter((p) => p.indicatorIds.length === 0).map((p) => p.no)).toEqual(
      counts.kodaira_programs_without_indicator,
    );
    expect(book.programmes.filter((p) => p.planId === 'hiratsuka')).toHaveLength(22);
    expect(book.indicators.filter((i) => i.planId === 'hiratsuka')).toEqual([]);
  });

  it('keeps every printed string, character for character', () => {
    const stored = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value === 'string') stored.add(value);
      else if (Array.isArray(value)) value.forEach(collect);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    collect(book);
    const lost: string[] = [];
    let seen = 0;
    const check = (value: unknown, key: string): void => {
      if (Array.isArray(value)) value.forEach((v) => check(v, key));
      else if (typeof value === 'object' && value !== null) for (const [k, v] of Object.entries(value)) check(v, k);
      else if (key === 'raw' && typeof value === 'string') {
        seen += 1;
        if (!stored.has(value)) lost.push(value);
      }
    };
    check([file.indicators, file.kodaira.programs, file.perception_questions], '');
    expect(lost).toEqual([]);
    expect(seen).toBeGreaterThan(250);
  });

  it('keeps the line fragments of a cell apart', () => {
    expect(indicator('OMI-7-1-a').baseline?.raw).toEqual(['住民意識調査未', '実施のため不明']);
    expect(indicator('KOD-01-a').raw).toEqual(['・センター来場者数：', '前年比５％以上']);
  });

  it('shows every ambiguity on what it concerns and none twice on one record', () => {
    const notes = [...book.plans, ...book.programmes, ...book.indicators].map((r) => r.notes);
    const ids = new Set(notes.flat().map((n) => n.id));
    expect(file.ambiguities.filter((a) => !ids.has(a.id))).toEqual([]);
    for (const list of notes) {
      const own = list.map((n) => n.id).filter((id) => id !== null);
      expect(new Set(own).size).toBe(own.length);
    }
    expect(indicator('OMI-7-1-b').notes.map((n) => n.id)).toEqual(expect.arrayContaining(['OMI-1', 'OMI-2', 'OMI-3']));
    expect(indicator('KOD-27-a').notes.map((n) => n.id)).toEqual(['KOD-1', 'KOD-11', 'KOD-9', null]);
    expect(programme('KOD-22').notes.map((n) => n.id)).toEqual(['KOD-3']);
    expect(book.plans.find((p) => p.id === 'hiratsuka')?.notes.map((n) => n.id)).toEqual(['HIR-1', null]);
    expect(indicator('MAE-Q-2').notes.map((n) => n.about)).toEqual(['question', 'question', 'question']);
  });

  it('has every note in Japanese beside the text of the file', () => {
    const notes = [...book.plans, ...book.programmes, ...book.indicators].flatMap((r) => r.notes);
    expect(notes.filter((n) => n.japanese === null).map((n) => n.id ?? n.text)).toEqual([]);
    const texts = new Set(file.ambiguities.map((a) => a.text));
    for (const n of notes) if (n.id !== null) expect(texts.has(n.text)).toBe(true);
  });

  it('reads ranges, words, references and repeats as they stand', () => {
    expect(targetFor(indicator('KOD-37-a'), 2014)?.range).toEqual({ low: 1, high: 2 });
    expect(targetFor(indicator('KOD-11-a'), 2014)?.valueType).toBe('relative_to_previous_year');
    expect(targetFor(indicator('KOD-32-a'), 2014)?.valueType).toBe('set_each_year');
    expect(targetFor(indicator('KOD-54-a'), 2014)?.valueType).toBe('words');
    expect(targetFor(indicator('MAE-6-2-b'), 2017)?.valueType).toBe('relative_to_baseline');
    expect(indicator('KOD-28-a').refersTo).toEqual(['KOD-30-a', 'KOD-30-b', 'KOD-30-c', 'KOD-30-d', 'KOD-30-e']);
    expect(indicator('KOD-39-a').duplicateOf).toBe('KOD-27-a');
    expect(indicator('KOD-50-a').baseline?.other[0]?.value).toBe(907);
    expect(book.plans.find((p) => p.id === 'kodaira')?.period).toEqual({ first: 2011, last: 2015 });
    expect(book.plans.find((p) => p.id === 'omitama')?.period).toBeNull();
    expect(indicator('MAE-Q-2').survey?.options).toBeNull();
    expect(indicator('MAE-Q-1').survey?.options).toHaveLength(6);
  });

  it('refuses the numbers that the file says must not be computed', () => {
    const row = indicator('OMI-7-1-b');
    const yearly = [{ fiscalYear: 2013, value: 60 }];
    const result = achievementOf(row, actualFor(row.mode, yearly, 2013, { first: 2013, last: 2017 }), 2013);
    expect(result).toMatchObject({ percent: null, met: null });
    expect(result.why).toBe(
      '基準値「185 件」（平成21年度）と目標値「50 件」（５カ年の累計）は同じ数え方とは考えられないため、達成率は計算しません。',
    );
    expect(achievementOf({ ...row, refusal: null }, actualFor('annual', yearly, 2013, null), 2013).why).toMatch(
      /増やす指標なのに、目標（50件）が基準値（185件、平成21年度）より小さく/,
    );
  });

  it('gives every indicator a verdict in words for any value, never a crash and never a silent null', () => {
    for (const row of book.indicators)
      for (const value of [null, 0, 1, 99.985, 1_000_000]) {
        const actual = actualFor(
          row.mode,
          [2013, 2014].map((fiscalYear) => ({ fiscalYear, value })),
          2014,
          row.period,
        );
        const result = achievementOf(row, actual, 2014);
        expect(result.words).not.toBe('');
        if (result.met === null) expect(result.why).not.toBeNull();
        if (value === null) expect(result.percent).toBeNull();
      }
  });

  it('stops at an unknown code, a link to nothing, a repeated id and a wrong count', () => {
    const broken = (change: (f: PlansFile) => unknown) => () => readPlans(change(load()) as PlansFile);
    const [first, ...rest] = file.indicators;
    expect(broken((f) => ({ ...f, indicators: [{ ...first, mode: 'monthly' }, ...rest] }))).toThrow(/mode: monthly/);
    expect(broken((f) => ({ ...f, indicators: [{ ...first, ambiguity_ids: ['X-1'] }, ...rest] }))).toThrow(/X-1/);
    expect(broken((f) => ({ ...f, indicators: [{ ...first, plan_id: 'nowhere' }, ...rest] }))).toThrow(/nowhere/);
    expect(broken((f) => ({ ...f, indicators: [first, first, ...rest.slice(1)] }))).toThrow(/同じ番号/);
    expect(broken((f) => ({ ...f, indicators: rest }))).toThrow(/indicators_other_plans は 17 件/);
  });
});
