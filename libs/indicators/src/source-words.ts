import {
  CHANNEL_LABELS,
  OPINION_CLASS_LABELS,
  OUTCOME_LABELS,
  fiscalYearLabel,
  type OpinionClass,
} from '@kotae/kernel';
import type { FiscalPeriod, Indicator, IndicatorMode } from './model';
import { FORMULA_OP_LABELS, SOURCE_LABELS, type CountFilter, type IndicatorSource } from './source';

/** Names of what a source speaks of, by code or id, as the city has them. What has no name is shown by its code. */
export interface SourceNames {
  readonly classes: Readonly<Record<OpinionClass, string>>;
  readonly topics: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
}

export const NO_NAMES: SourceNames = { classes: OPINION_CLASS_LABELS, topics: new Map(), sections: new Map() };

/** Whether its words need names that only the city has. */
export function needsNames(source: IndicatorSource): boolean {
  return source.kind === 'facts';
}

/** Where values come from in one short line beside a number. */
export function sourceWords({ mode, source }: Pick<Indicator, 'mode' | 'source'>, names = NO_NAMES): string {
  if (mode === 'cross_reference') return '他の指標を見てください';
  if (source.kind === 'formula') return `${SOURCE_LABELS.formula}（${FORMULA_OP_LABELS[source.op]}）`;
  if (source.kind !== 'facts') return SOURCE_LABELS[source.kind];
  const what =
    source.measure === 'class'
      ? (source.classes?.map((code) => names.classes[code]) ?? ['すべての分類'])
      : (source.outcomes ?? []).map((code) => `「${OUTCOME_LABELS[code]}」`);
  const day = source.measure === 'class' ? '受け付けた日' : '対応が決まった日';
  const more = [
    ...(source.measure === 'outcome' ? [classCondition(source, names)] : []),
    ...conditions(source, names),
  ].filter((words) => words !== null);
  return `${SOURCE_LABELS.facts}（${[what.join('・'), ...more, `${day}の年度`].join('、')}）`;
}

/**
 * How an indicator counts, as whole sentences for people who have never seen a query:
 * 「分類が事務改善要望または政策提案の意見を、受け付けた年度ごとに数え、計画の5年間（令和7年度〜令和11年度）を足し上げます。」
 * `nameOf` gives the names of other indicators.
 */
export function countingSentence(
  { mode, source }: { readonly mode: IndicatorMode; readonly source: IndicatorSource },
  period: FiscalPeriod | null,
  names: SourceNames,
  nameOf: (indicatorId: string) => string,
): string {
  if (mode === 'cross_reference') return 'この行は他の指標を指しています。値はその指標で見ます。';
  switch (source.kind) {
    case 'typed':
      return `担当者が、年度ごとの値を出典とともに入力します。${summing(mode, period)}`;
    case 'imported':
      return `年度ごとの値を、表（CSV）から出典とともに取り込みます。${summing(mode, period)}`;
    case 'formula':
      return formulaSentence(source.op, source.indicatorIds.map(nameOf));
    case 'facts':
      return factsSentence(mode, source, period, names);
  }
}

function factsSentence(
  mode: IndicatorMode,
  filter: CountFilter,
  period: FiscalPeriod | null,
  names: SourceNames,
): string {
  const byClass = filter.measure === 'class';
  const said = [classCondition(filter, names), ...conditions(filter, names)]
    .filter((words) => words !== null)
    .join('、');
  const outcomes = orWords((filter.outcomes ?? []).map((code) => `「${OUTCOME_LABELS[code]}」`));
  const opinions = byClass
    ? said === ''
      ? 'すべての意見'
      : `${said}の意見`
    : `${said === '' ? '' : `${said}で、`}対応が${outcomes}になった意見`;
  const day = byClass ? '受け付けた年度ごと' : '対応が決まった日の年度ごと';
  if (mode === 'cumulative') return `${opinions}を、${day}に数え、${years(period)}を足し上げます。`;
  return `${opinions}を、${day}に数えます。`;
}

function formulaSentence(op: Extract<IndicatorSource, { kind: 'formula' }>['op'], names: readonly string[]): string {
  const listed = names.map((name) => `「${name}」`).join('');
  switch (op) {
    case 'share_met':
      return `${listed}のうち、その年度の目標に届いているものの割合（％）を計算します。達成かどうかを決められない指標は、分母に入れません。`;
    case 'mean_achievement':
      return `${listed}の達成度（％）を平均します。達成度を計算できない指標は、平均に入れません。`;
    case 'sum':
      return `${listed}の値を、年度ごとに足します。1つでも値のない年度は、計算しません。`;
    case 'ratio':
      return `「${names[0] ?? ''}」を「${names[1] ?? ''}」で割り、割合（％）を年度ごとに計算します。`;
  }
}

function classCondition(filter: CountFilter, names: SourceNames): string | null {
  return filter.classes === undefined ? null : `分類が${orWords(filter.classes.map((code) => names.classes[code]))}`;
}

function conditions(filter: CountFilter, names: SourceNames): (string | null)[] {
  const topics = filter.topics?.map((code) => names.topics.get(code) ?? code);
  const sections = filter.sectionIds?.map((id) => names.sections.get(id) ?? id);
  return [
    filter.channels === undefined ? null : `受付経路が${orWords(filter.channels.map((code) => CHANNEL_LABELS[code]))}`,
    topics === undefined ? null : `分野が${orWords(topics)}`,
    sections === undefined ? null : `担当課が${orWords(sections)}`,
    filter.districts === undefined ? null : `地区が${orWords(filter.districts)}`,
  ];
}

function summing(mode: IndicatorMode, period: FiscalPeriod | null): string {
  switch (mode) {
    case 'cumulative':
      return `${years(period)}を足し上げます。`;
    case 'point_in_time':
    case 'milestone':
      return 'いちばん新しい年度の値で見ます。';
    case 'yoy_change':
      return '前の年度からの増減を％で見ます。';
    default:
      return '年度ごとに見ます。';
  }
}

function years(period: FiscalPeriod | null): string {
  if (period === null) return '計画の期間';
  const count = period.last - period.first + 1;
  return `計画の${count}年間（${fiscalYearLabel(period.first)}〜${fiscalYearLabel(period.last)}）`;
}

function orWords(words: readonly string[]): string {
  if (words.length <= 2) return words.join('または');
  return `${words.slice(0, -1).join('、')}または${words.at(-1) ?? ''}`;
}
