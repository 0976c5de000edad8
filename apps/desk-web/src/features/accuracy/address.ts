import { ACCURACY_MONTHS, type AccuracyMonths } from '@kotae/contracts';
import { OPINION_CLASSES, URGENCY_FATES, type OpinionClass, type UrgencyFate } from '@kotae/kernel';

/** What is looked at; it stands in the address of every page of 候補の当たり具合. */
export interface Period {
  readonly months: AccuracyMonths;
  readonly version: string | null;
}

/** The figure that was clicked, as the API and the address take it. */
export interface Cell {
  readonly month?: string;
  readonly proposedClass?: OpinionClass;
  readonly decidedClass?: OpinionClass;
  readonly proposedTopic?: string;
  readonly decidedTopic?: string;
  readonly label?: 'class' | 'topic' | 'section';
  readonly same?: 'yes' | 'no';
  readonly band?: number;
}

export const WHICH_SUBMISSIONS = ['same_count', 'other_count'] as const;
export type WhichSubmissions = (typeof WHICH_SUBMISSIONS)[number];

/** A figure about urgency that was clicked. */
export interface AskedUrgency {
  readonly fate: UrgencyFate;
  readonly month?: string;
}

const USUAL: AccuracyMonths = 6;
const MONTH = /^\d{4}-\d{2}$/;

export function periodOf(params: URLSearchParams): Period {
  const months = ACCURACY_MONTHS.find((one) => String(one) === params.get('months')) ?? USUAL;
  return { months, version: params.get('version') || null };
}

export function periodPairs({ months, version }: Period): Record<string, string> {
  return { months: String(months), ...(version === null ? {} : { version }) };
}

/** Period and cell as they are asked of the API. */
export function cellPairs(period: Period, cell: Cell): Record<string, string> {
  const pairs: Record<string, string> = periodPairs(period);
  for (const [key, value] of Object.entries(cell)) if (value !== undefined) pairs[key] = String(value);
  return pairs;
}

export function cellHref(period: Period, cell: Cell): string {
  return `/accuracy/opinions?${new URLSearchParams(cellPairs(period, cell)).toString()}`;
}

export function submissionsHref(period: Period, which: WhichSubmissions): string {
  return `/accuracy/submissions?${new URLSearchParams({ ...periodPairs(period), which }).toString()}`;
}

export function periodHref(period: Period): string {
  return `/accuracy?${new URLSearchParams(periodPairs(period)).toString()}`;
}

/** What an address asks for; what it cannot mean is left out. */
export function cellOf(params: URLSearchParams): Cell {
  const oneOf = <T extends string>(name: string, known: readonly T[]) => known.find((one) => one === params.get(name));
  const month = params.get('month');
  const proposedClass = oneOf('proposedClass', OPINION_CLASSES);
  const decidedClass = oneOf('decidedClass', OPINION_CLASSES);
  const proposedTopic = params.get('proposedTopic');
  const decidedTopic = params.get('decidedTopic');
  const label = oneOf('label', ['class', 'topic', 'section'] as const);
  const same = oneOf('same', ['yes', 'no'] as const);
  const band = params.get('band');
  return {
    ...(month && MONTH.test(month) ? { month } : {}),
    ...(proposedClass ? { proposedClass } : {}),
    ...(decidedClass ? { decidedClass } : {}),
    ...(proposedTopic ? { proposedTopic } : {}),
    ...(decidedTopic ? { decidedTopic } : {}),
    ...(label ? { label } : {}),
    ...(same ? { same } : {}),
    ...(band && /^[0-5]$/.test(band) ? { band: Number(band) } : {}),
  };
}

export function whichOf(params: URLSearchParams): WhichSubmissions {
  return WHICH_SUBMISSIONS.find((one) => one === params.get('which')) ?? 'other_count';
}

export function urgencyPairs(period: Period, { fate, month }: AskedUrgency): Record<string, string> {
  return { ...periodPairs(period), fate, ...(month === undefined ? {} : { month }) };
}

export function urgencyHref(period: Period, asked: AskedUrgency): string {
  return `/accuracy/urgency?${new URLSearchParams(urgencyPairs(period, asked)).toString()}`;
}

export function urgencyOf(params: URLSearchParams): AskedUrgency {
  const fate = URGENCY_FATES.find((one) => one === params.get('fate')) ?? 'false_alarm';
  const month = params.get('month');
  return month && MONTH.test(month) ? { fate, month } : { fate };
}
