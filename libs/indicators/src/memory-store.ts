import { DomainError, fiscalYearOf, fiscalYearRange } from '@kotae/kernel';
import { closedSummary } from './closed-summary';
import type { FrozenYear } from './closing';
import { matchesFilter, opinionsBehind, type CountFact, type CountFactDraft, type DayRange } from './facts';
import type { Indicator, Plan, Programme } from './model';
import { versionOf, type DefinitionChange } from './definition-change';
import type { CountFactStore, IndicatorStore, IndicatorWork } from './ports';
import type { CountFilter } from './source';
import { NO_NAMES } from './source-words';
import type { TypedValue } from './typed-value';

/** The store in memory, for this room's specs: the plainest reading of what the port promises. */
export class MemoryStore implements IndicatorStore, CountFactStore {
  readonly facts: CountFact[] = [];
  private readonly planRows: Plan[] = [];
  private readonly programmeRows: Programme[] = [];
  private readonly indicatorRows: Indicator[] = [];
  private readonly typed: TypedValue[] = [];
  private readonly frozen: FrozenYear[] = [];

  private readonly changes: DefinitionChange[] = [];
  /** Days on which submissions arrived that nobody has sorted. */
  readonly unsorted: string[] = [];

  /** Who is alone with a plan ends last in this chain; the next one begins after it. */
  private queue: Promise<unknown> = Promise.resolve();

  readonly unitOfWork: IndicatorWork = {
    run: (work) => work({ indicators: this }),
    alone: (_planId, work) => {
      const done = this.queue.then(() => work({ indicators: this }));
      this.queue = done.catch(() => undefined);
      return done;
    },
  };

  plans = async () => this.planRows;
  plan = async (id: string) => this.planRows.find((p) => p.id === id) ?? null;
  programmes = async (planId: string) => this.programmeRows.filter((p) => p.planId === planId);
  indicatorsOf = async (planId: string) => this.indicatorRows.filter((i) => i.planId === planId);
  indicator = async (id: string) => this.indicatorRows.find((i) => i.id === id) ?? null;
  typedValues = async (ids: readonly string[]) => this.typed.filter((v) => ids.includes(v.indicatorId));
  closing = async (planId: string, year: number) =>
    this.frozen.find((f) => f.content.planId === planId && f.content.fiscalYear === year) ?? null;

  addPlans: IndicatorStore['addPlans'] = async (book) => {
    addMissing(this.planRows, book.plans);
    addMissing(this.programmeRows, book.programmes);
    addMissing(this.indicatorRows, book.indicators);
  };

  appendTypedValues = async (values: readonly TypedValue[]) => {
    this.typed.push(...values);
  };

  appendFacts = async (drafts: readonly CountFactDraft[], recordedAt: Date) => {
    for (const draft of drafts) this.facts.push({ ...draft, seq: this.facts.length + 1, recordedAt });
  };

  yearlyCounts: IndicatorStore['yearlyCounts'] = async (filter, first, last) => {
    const counts = this.grouped(filter, (f) => String(fiscalYearOf(f.countedOn)));
    return [...counts]
      .map(([year, count]) => ({ fiscalYear: Number(year), count }))
      .filter((c) => c.fiscalYear >= first && c.fiscalYear <= last);
  };

  monthlyCounts: IndicatorStore['monthlyCounts'] = async (filter, fiscalYear) => {
    const { first, last } = fiscalYearRange(fiscalYear);
    const counts = this.grouped(filter, (f) => f.countedOn.slice(0, 7));
    return [...counts]
      .map(([month, count]) => ({ month, count }))
      .filter((c) => c.month >= first.slice(0, 7) && c.month <= last.slice(0, 7));
  };

  opinionsBehind: IndicatorStore['opinionsBehind'] = async (filter, range, after, limit) => {
    const key = (o: { countedOn: string; opinionId: string }) => `${o.countedOn} ${o.opinionId}`;
    const all = opinionsBehind(this.facts, filter, range).sort((a, b) => (key(a) < key(b) ? 1 : -1));
    const rest = after === null ? all : all.filter((o) => key(o) < key(after));
    const items = rest.slice(0, limit);
    const end = items.at(-1);
    const next = rest.length > limit && end ? { countedOn: end.countedOn, opinionId: end.opinionId } : null;
    return { items, next };
  };

  closings: IndicatorStore['closings'] = async (planId) =>
    this.frozen
      .filter((f) => f.content.planId === planId)
      .map((frozen) => ({
        planId,
        fiscalYear: frozen.content.fiscalYear,
        closedAt: new Date(frozen.content.closedAt),
        closedBy: frozen.content.closedBy,
        sha256: frozen.sha256,
        ...closedSummary(frozen),
      }))
      .sort((a, b) => a.fiscalYear - b.fiscalYear);

  appendClosing = async (frozen: FrozenYear) => {
    const { planId, fiscalYear } = frozen.content;
    if ((await this.closing(planId, fiscalYear)) !== null) throw new DomainError('conflict', '締め済みです。');
    this.frozen.push(frozen);
  };

  sourceNames: IndicatorStore['sourceNames'] = async () => ({
    ...NO_NAMES,
    topics: new Map([['roads', '道路']]),
    sections: new Map([['s1', '道路課']]),
  });

  definitionChanges = async (planId: string) => this.changes.filter((change) => change.planId === planId);

  saveDefinition = async (change: DefinitionChange) => {
    const taken = versionOf(this.changes, change.about, change.aboutId);
    if (taken >= change.version) throw new DomainError('stale', 'ほかの人が先に変更しました。');
    this.changes.push(change);
    if (change.about === 'plan') put(this.planRows, change.after);
    else put(this.indicatorRows, change.after);
  };

  unsortedSubmissions = async (range: DayRange) =>
    this.unsorted.filter((day) => day >= range.first && day <= range.last).length;

  private grouped(filter: CountFilter, keyOf: (fact: CountFact) => string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const fact of this.facts) {
      if (!matchesFilter(fact, filter)) continue;
      counts.set(keyOf(fact), (counts.get(keyOf(fact)) ?? 0) + fact.sign);
    }
    return counts;
  }
}

function addMissing<T extends { readonly id: string }>(rows: T[], more: readonly T[]): void {
  for (const row of more) if (!rows.some((r) => r.id === row.id)) rows.push(row);
}

function put<T extends { readonly id: string }>(rows: T[], row: T): void {
  const at = rows.findIndex((other) => other.id === row.id);
  if (at < 0) rows.push(row);
  else rows[at] = row;
}
