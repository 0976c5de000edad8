import type { Confusion, Evaluation } from './evaluate';

/** What a newly trained model changed for one class or topic, on the same decisions. */
export interface ModelChange {
  readonly kind: 'class' | 'topic';
  readonly code: string;
  /** Decisions of this class or topic among those compared. */
  readonly count: number;
  /** How many of them the model before and the new one got right. */
  readonly before: number;
  readonly after: number;
  /** For the administrator, in plain Japanese. */
  readonly words: string;
}

/** How the city calls its classes and topics. */
export interface LabelNames {
  readonly classes: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, string>>;
}

/** Fewer decisions than this move too much by chance. */
const FEW = 10;
const MOST_TOPICS = 6;

/**
 * Every class that occurs, in the order of the classes, then the topics whose right answers changed most. Both evaluations
 * are over the same decisions.
 */
export function modelChanges(before: Evaluation, after: Evaluation, names: LabelNames): ModelChange[] {
  const classes = changesOf('class', before.classConfusion, after.classConfusion, names.classes);
  const topics = changesOf('topic', before.topicConfusion, after.topicConfusion, names.topics)
    .filter((one) => one.before !== one.after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, MOST_TOPICS);
  return [...classes, ...topics];
}

function changesOf(
  kind: ModelChange['kind'],
  before: Confusion,
  after: Confusion,
  names: Readonly<Record<string, string>>,
): ModelChange[] {
  return after.labels.flatMap((code, i) => {
    const rows = { before: before.table[i] ?? [], after: after.table[i] ?? [] };
    const count = rows.after.reduce((sum, n) => sum + n, 0);
    if (count === 0) return [];
    const right = { before: rows.before[i] ?? 0, after: rows.after[i] ?? 0 };
    const name = names[code] ?? code;
    const words = [
      rightWords(name, count, right.before, right.after),
      mixedUpWords(i, after.labels, rows, names),
      count < FEW ? `${count}件だけなので目安です。` : '',
    ].join('');
    return [{ kind, code, count, ...right, words }];
  });
}

function rightWords(name: string, count: number, before: number, after: number): string {
  if (before === after) return `${name}：${count}件中${after}件正解で、変わりません。`;
  return `${name}：${count}件のうち、正解が${before}件から${after}件に${after > before ? '増えました' : '減りました'}。`;
}

/** The label it was mixed up with whose count changed most; of equals the one mixed up more often. */
function mixedUpWords(
  own: number,
  labels: readonly string[],
  rows: { readonly before: readonly number[]; readonly after: readonly number[] },
  names: Readonly<Record<string, string>>,
): string {
  const others = labels.map((code, i) => ({ code, i, before: rows.before[i] ?? 0, after: rows.after[i] ?? 0 }));
  const [most] = others
    .filter(({ i, before, after }) => i !== own && before !== after)
    .sort(
      (a, b) =>
        Math.abs(b.after - b.before) - Math.abs(a.after - a.before) ||
        Math.max(b.before, b.after) - Math.max(a.before, a.after),
    );
  if (most === undefined) return '';
  const name = names[most.code] ?? most.code;
  return `${name}との取り違えが${most.before}件から${most.after}件に${most.after > most.before ? '増えました' : '減りました'}。`;
}
