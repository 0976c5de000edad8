import { CHANNEL_LABELS, OUTCOME_LABELS, japaneseDate, type DayString } from '@kotae/kernel';
import type { CountFact, CountedOpinion } from './facts';
import type { SourceNames } from './source-words';

/** One decision about an opinion as the ledger tells it: the state it took back and the one it entered. */
export interface CountedStep {
  readonly opinionId: string;
  readonly at: Date;
  readonly actorName: string;
  readonly reason: string | null;
  readonly before: CountedOpinion | null;
  readonly after: CountedOpinion | null;
}

/** A fact of the ledger with who wrote it and why. */
export interface LedgerEntry extends CountFact {
  readonly actorName: string;
  readonly reason: string | null;
}

/** Facts of one measure, each opinion's in the order they were written, as decisions: a −1 and the +1 written with it are one. */
export function stepsOf(entries: readonly LedgerEntry[]): CountedStep[] {
  const steps: CountedStep[] = [];
  for (const entry of entries) {
    const { opinionId, recordedAt: at, actorName, reason } = entry;
    const open = steps.at(-1);
    const belongs = open?.opinionId === opinionId && open.after === null && open.at.getTime() === at.getTime();
    if (entry.sign === 1 && belongs) steps[steps.length - 1] = { ...open, after: stateOf(entry) };
    else {
      const [before, after] = entry.sign === 1 ? [null, stateOf(entry)] : [stateOf(entry), null];
      steps.push({ opinionId, at, actorName, reason, before, after });
    }
  }
  return steps;
}

function stateOf(entry: LedgerEntry): CountedOpinion {
  const { opinionId, countedOn, class: class_, outcome, topic, sectionId, channel, district } = entry;
  return { opinionId, countedOn, class: class_, outcome, topic, sectionId, channel, district };
}

/** What a step changed, in words: 「分類：政策提案 → 苦情」; a list because one decision may change several things. */
export function stepWords(step: CountedStep, names: SourceNames): string[] {
  const { before, after } = step;
  if (before === null) return after === null ? [] : ['はじめて数えました'];
  if (after === null) return ['数えるのをやめました（取り下げ・統合など）'];
  const topic = (o: CountedOpinion) => (o.topic === null ? 'なし' : (names.topics.get(o.topic) ?? o.topic));
  const section = (o: CountedOpinion) =>
    o.sectionId === null ? 'なし' : (names.sections.get(o.sectionId) ?? o.sectionId);
  const pairs: readonly [string, (o: CountedOpinion) => string][] = [
    ['分類', (o) => (o.class === null ? 'なし' : names.classes[o.class])],
    ['対応', (o) => (o.outcome === null ? 'なし' : `「${OUTCOME_LABELS[o.outcome]}」`)],
    ['分野', topic],
    ['担当課', section],
    ['受付経路', (o) => CHANNEL_LABELS[o.channel]],
    ['地区', (o) => o.district ?? 'なし'],
    ['数える日', (o) => dayWords(o.countedOn)],
  ];
  return pairs.flatMap(([name, of]) => (of(before) === of(after) ? [] : [`${name}：${of(before)} → ${of(after)}`]));
}

function dayWords(day: DayString): string {
  return japaneseDate(day, 'short');
}
