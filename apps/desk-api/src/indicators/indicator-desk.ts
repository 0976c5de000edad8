import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { OpinionBehind, OpinionsBehind } from '@kotae/contracts';
import {
  allOpinionsBehindNumber,
  opinionsBehindNumber,
  type CountedOpinion,
  type IndicatorDeps,
  type NumberScope,
  type OpinionCursor,
  type SourceNames,
} from '@kotae/indicators';
import { LIMITS, fiscalYearOf, isDay, isId, today, type Clock } from '@kotae/kernel';
import { indicatorWork, readCursor, readOpinionsShown, writeCursor, type OpinionShown } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import type { StaffActor } from '../access/access';
import { excerptOf, readsOriginal, textFor } from '../masking/who-sees-what';
import { CityBook } from '../platform/city-book';
import { CLOCK, DATABASE } from '../platform/tokens';
import type { BehindQueryDto, YearQueryDto } from './indicator.dto';
import { opinionsCsv } from './opinions-csv';
import type { ShownOpinion } from './shown-opinion';

const TEXTS_AT_ONCE = 50;

/** Numbers and the opinions behind them, as the desk and management read them. */
@Injectable()
export class IndicatorDesk {
  readonly deps: IndicatorDeps;

  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityBook) private readonly city: CityBook,
  ) {
    this.deps = { unitOfWork: indicatorWork(source), clock };
  }

  /** The year asked for, or the one that runs. */
  fiscalYear(query: YearQueryDto): number {
    return query.fiscalYear === undefined ? fiscalYearOf(today(this.clock)) : Number(query.fiscalYear);
  }

  async opinionsBehind(actor: StaffActor, indicatorId: string, query: BehindQueryDto): Promise<OpinionsBehind> {
    const { total, unlisted, items, next } = await opinionsBehindNumber(this.deps, {
      indicatorId,
      fiscalYear: this.fiscalYear(query),
      scope: scopeOf(query),
      after: query.after === undefined ? null : placeOf(query.after),
      limit: LIMITS.pageSize,
    });
    const shown = await this.shown(actor, items);
    return {
      total,
      unlisted: unlisted.slice(),
      items: shown.map(({ counted, opinion, text }) => behind(counted, opinion, excerptOf(text))),
      next: next === null ? null : writeCursor([next.countedOn, next.opinionId]),
    };
  }

  /** Every opinion behind a number as a table for a spreadsheet (UTF-8 with byte order mark). */
  async opinionsFile(
    actor: StaffActor,
    indicatorId: string,
    query: BehindQueryDto,
  ): Promise<{ name: string; bytes: Buffer }> {
    const fiscalYear = this.fiscalYear(query);
    const { indicator, opinions } = await allOpinionsBehindNumber(this.deps, {
      indicatorId,
      fiscalYear,
      scope: scopeOf(query),
    });
    return {
      name: `${indicator.name}_${query.month ?? fiscalYear}.csv`,
      bytes: opinionsCsv(await this.shown(actor, opinions)),
    };
  }

  /** The opinions in the order they were counted, in the state they were counted in, with their texts as the actor may read them. */
  async shown(actor: StaffActor, items: readonly CountedOpinion[]): Promise<ShownOpinion[]> {
    const city = await this.city.current();
    const original = readsOriginal(actor, city);
    const names = await this.deps.unitOfWork.run(({ indicators }) => indicators.sourceNames());
    const found = await readOpinionsShown(
      this.source,
      items.map(({ opinionId }) => opinionId),
    );
    const shown: ShownOpinion[] = [];
    for (const [index, counted] of items.entries()) {
      // Looking for personal information takes time: with thousands of texts, others are answered in between.
      if (index % TEXTS_AT_ONCE === TEXTS_AT_ONCE - 1) await setImmediate();
      const opinion = found.get(counted.opinionId);
      if (opinion === undefined) continue;
      const text = textFor(original, opinion.text, opinion.pii, city).text;
      shown.push({ counted, opinion: asCounted(opinion, counted, names), text });
    }
    return shown;
  }
}

/** An opinion as it was counted: in a closed year it may be another state than today's. */
function asCounted(opinion: OpinionShown, counted: CountedOpinion, names: SourceNames): OpinionShown {
  const { class: class_, outcome, topic, sectionId } = counted;
  return {
    ...opinion,
    class: class_ ?? opinion.class,
    className: class_ === null ? opinion.className : names.classes[class_],
    outcome: outcome ?? opinion.outcome,
    topicName: (topic === null ? null : names.topics.get(topic)) ?? opinion.topicName,
    sectionName: (sectionId === null ? null : names.sections.get(sectionId)) ?? opinion.sectionName,
  };
}

function scopeOf(query: BehindQueryDto): NumberScope {
  if (query.month !== undefined) return { kind: 'month', month: query.month };
  return { kind: query.scope ?? 'value' };
}

function placeOf(after: string): OpinionCursor {
  const [countedOn, opinionId] = readCursor(after, [(day) => typeof day === 'string' && isDay(day), isId]);
  return { countedOn: String(countedOn), opinionId: String(opinionId) };
}

function behind(counted: CountedOpinion, o: OpinionShown, excerpt: string): OpinionBehind {
  return {
    opinionId: o.opinionId,
    submissionId: o.submissionId,
    receiptNumber: o.receiptNumber,
    countedOn: counted.countedOn,
    class: o.class,
    outcome: o.outcome,
    topicName: o.topicName,
    sectionName: o.sectionName,
    excerpt,
  };
}
