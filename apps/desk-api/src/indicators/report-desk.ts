import { Inject, Injectable } from '@nestjs/common';
import { may, type ProgressReportView } from '@kotae/contracts';
import { progressReportPdf, progressReportXlsx, type EvidenceTable } from '@kotae/documents';
import { progressReport, type Evidence, type ProgressReport } from '@kotae/indicators';
import { fiscalYearLabel } from '@kotae/kernel';
import type { StaffActor } from '../access/access';
import { CityBook } from '../platform/city-book';
import { DeskTypesetter } from '../platform/desk-typesetter';
import type { FileAnswer } from './file-answer';
import { IndicatorDesk } from './indicator-desk';
import type { YearQueryDto } from './indicator.dto';
import { OPINION_COLUMNS, opinionCells } from './opinions-csv';

/** Opinions in a workbook at most; the rest is said to be elsewhere. */
export const MOST_EVIDENCE = 5_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 進捗状況報告書: one composition, shown as page, workbook and paper. */
@Injectable()
export class ReportDesk {
  constructor(
    @Inject(IndicatorDesk) private readonly desk: IndicatorDesk,
    @Inject(CityBook) private readonly city: CityBook,
    @Inject(DeskTypesetter) private readonly typesetter: DeskTypesetter,
  ) {}

  async view(planId: string, query: YearQueryDto): Promise<ProgressReportView> {
    return (await this.#compose(planId, query)).report;
  }

  async workbook(actor: StaffActor, planId: string, query: YearQueryDto): Promise<FileAnswer> {
    const opens = may(actor.role, 'indicator.open');
    const { report, evidence } = await this.#compose(planId, query, opens ? MOST_EVIDENCE : 0);
    const bytes = progressReportXlsx(report, await this.#evidence(actor, opens ? evidence : null));
    return { name: `${nameOf(report)}.xlsx`, plain: 'report.xlsx', mediaType: XLSX, bytes };
  }

  async paper(planId: string, query: YearQueryDto): Promise<FileAnswer> {
    const { report } = await this.#compose(planId, query);
    const { name } = await this.city.current();
    const bytes = await progressReportPdf(this.typesetter, report, name);
    return { name: `${nameOf(report)}.pdf`, plain: 'report.pdf', mediaType: 'application/pdf', bytes };
  }

  #compose(planId: string, query: YearQueryDto, evidence = 0) {
    return progressReport(this.desk.deps, { planId, fiscalYear: this.desk.fiscalYear(query), evidence });
  }

  /** The opinions as rows, each text as the actor may read it; null when the actor may not open what is behind a number. */
  async #evidence(actor: StaffActor, evidence: readonly Evidence[] | null): Promise<EvidenceTable> {
    if (evidence === null) return { columns: OPINION_COLUMNS, evidence: null };
    const tables = [];
    for (const { indicatorId, name, total, unlisted, opinions } of evidence) {
      const shown = await this.desk.shown(actor, opinions);
      tables.push({ indicatorId, name, total, unlisted, rows: shown.map(opinionCells) });
    }
    return { columns: OPINION_COLUMNS, evidence: tables };
  }
}

function nameOf({ fiscalYear, planName }: ProgressReport): string {
  return `${fiscalYearLabel(fiscalYear)}_進捗状況報告書_${planName}`;
}
