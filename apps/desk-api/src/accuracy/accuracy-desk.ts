import { Inject, Injectable } from '@nestjs/common';
import type {
  AccuracyBand,
  AccuracyView,
  Page,
  SubmissionVerdictView,
  UrgencyNumbers,
  UrgencyVerdictView,
  VerdictView,
} from '@kotae/contracts';
import { LIMITS, URGENCY_FATES, today, type Clock } from '@kotae/kernel';
import {
  CONFIDENCE_EDGES,
  readAccuracy,
  readMarkNumbers,
  readOpinionsShown,
  readSubmissionVerdictsBehind,
  readUrgencyNumbers,
  readUrgencyVerdictsBehind,
  readVerdictsBehind,
  readVoiceNumbers,
  type AccuracyFigures,
  type AccuracyPeriod,
  type LetterBehind,
  type VerdictFilter,
} from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import type { StaffActor } from '../access/access';
import { excerptOf, readsOriginal, textFor } from '../masking/who-sees-what';
import { CityBook } from '../platform/city-book';
import { CLOCK, DATABASE } from '../platform/tokens';
import type {
  AccuracyQueryDto,
  SubmissionVerdictsQueryDto,
  UrgencyVerdictsQueryDto,
  VerdictsQueryDto,
} from './accuracy.dto';
import { monthsOf, monthsUpTo, periodUpTo } from './period';

const NOTHING = { count: 0, same: 0 };

/** What people made of the suggestions, and the decisions behind every figure. */
@Injectable()
export class AccuracyDesk {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CityBook) private readonly city: CityBook,
  ) {}

  async figures(query: AccuracyQueryDto): Promise<AccuracyView> {
    const period = this.#period(query);
    const months = monthsOf(query.months);
    const [f, urgency, marks, voices] = await Promise.all([
      readAccuracy(this.source, period),
      readUrgencyNumbers(this.source, period),
      readMarkNumbers(this.source, period),
      readVoiceNumbers(this.source, period),
    ]);
    const byMonth = new Map(f.months.map((one) => [one.month, one]));
    return {
      months,
      ...period,
      versions: f.versions.map(({ version, trainedAt, opinions }) => ({
        version,
        trainedAt: trainedAt?.toISOString() ?? null,
        opinions,
      })),
      class: f.class,
      proposal: f.proposal,
      topic: f.topic,
      topicAmongThree: f.topicAmongThree,
      section: f.section,
      opinionCount: f.opinionCount,
      unproposed: f.unproposed,
      classes: [...f.classes],
      topics: [...f.topics],
      monthly: monthsUpTo(period.lastDay, months).map((month) => {
        const { class: class_ = NOTHING, topic = NOTHING } = byMonth.get(month) ?? {};
        return { month, class: class_, topic };
      }),
      classBands: bandsOf(f.classBands),
      topicBands: bandsOf(f.topicBands),
      urgency: monthsUpTo(period.lastDay, months).map((month) => {
        const own = urgency.filter((one) => one.month === month);
        const numbers = URGENCY_FATES.map((fate) => [fate, own.find((one) => one.fate === fate)?.count ?? 0]);
        return { month, ...(Object.fromEntries(numbers) as UrgencyNumbers) };
      }),
      marks: [...marks],
      voices: [...voices],
    };
  }

  async opinions(actor: StaffActor, query: VerdictsQueryDto): Promise<Page<VerdictView>> {
    const { items, next } = await readVerdictsBehind(
      this.source,
      this.#period(query),
      filterOf(query),
      query.after ?? null,
      LIMITS.pageSize,
    );
    const city = await this.city.current();
    const original = readsOriginal(actor, city);
    const shown = await readOpinionsShown(
      this.source,
      items.map(({ opinionId }) => opinionId),
    );
    return {
      items: items.flatMap((verdict) => {
        const opinion = shown.get(verdict.opinionId);
        if (opinion === undefined) return [];
        return [
          {
            ...verdict,
            submissionId: opinion.submissionId,
            receiptNumber: opinion.receiptNumber,
            excerpt: excerptOf(textFor(original, opinion.text, opinion.pii, city).text),
          },
        ];
      }),
      next,
    };
  }

  async submissions(actor: StaffActor, query: SubmissionVerdictsQueryDto): Promise<Page<SubmissionVerdictView>> {
    const { items, next } = await readSubmissionVerdictsBehind(
      this.source,
      this.#period(query),
      { sameCount: query.which === 'same_count' },
      query.after ?? null,
      LIMITS.pageSize,
    );
    return { items: await this.#excerpts(actor, items), next };
  }

  async urgency(actor: StaffActor, query: UrgencyVerdictsQueryDto): Promise<Page<UrgencyVerdictView>> {
    const { fate, month } = query;
    const { items, next } = await readUrgencyVerdictsBehind(
      this.source,
      this.#period(query),
      { fate, ...(month === undefined ? {} : { month }) },
      query.after ?? null,
      LIMITS.pageSize,
    );
    return { items: await this.#excerpts(actor, items), next };
  }

  /** The letters behind a figure with as much of their text as this role may read. */
  async #excerpts<T extends LetterBehind>(actor: StaffActor, items: readonly T[]) {
    const city = await this.city.current();
    const original = readsOriginal(actor, city);
    return items.map(({ beginning, pii, ...row }) => ({
      ...row,
      excerpt: excerptOf(textFor(original, beginning, pii, city).text),
    }));
  }

  #period(query: AccuracyQueryDto): AccuracyPeriod {
    return { ...periodUpTo(today(this.clock), monthsOf(query.months)), version: query.version ?? null };
  }
}

function bandsOf(bands: AccuracyFigures['classBands']): AccuracyBand[] {
  return bands.map(({ band, count, same, said }) => ({
    band,
    from: (CONFIDENCE_EDGES[band] ?? 0) / 1000,
    to: Math.min(1, (CONFIDENCE_EDGES[band + 1] ?? 1000) / 1000),
    count,
    same,
    said,
  }));
}

function filterOf(query: VerdictsQueryDto): VerdictFilter {
  const { month, proposedClass, decidedClass, proposedTopic, decidedTopic, label, same, band } = query;
  return {
    ...(month === undefined ? {} : { month }),
    ...(proposedClass === undefined ? {} : { proposedClass }),
    ...(decidedClass === undefined ? {} : { decidedClass }),
    ...(proposedTopic === undefined ? {} : { proposedTopic }),
    ...(decidedTopic === undefined ? {} : { decidedTopic }),
    ...(label === undefined || same === undefined ? {} : { same: { label, is: same === 'yes' } }),
    ...(label === undefined || label === 'section' || band === undefined ? {} : { band: { label, at: Number(band) } }),
  };
}
