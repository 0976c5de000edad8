import { Inject, Injectable } from '@nestjs/common';
import { VALUE_TABLE_LIMITS, type ValueTableCheck, type ValueTableImported } from '@kotae/contracts';
import { csv, type CsvCell } from '@kotae/documents';
import { TABLE_HEADS, checkValueTable, importValueTable, valueTemplate } from '@kotae/indicators';
import { fiscalYearLabel } from '@kotae/kernel';
import type { StaffActor } from '../access/access';
import type { FileAnswer } from './file-answer';
import { IndicatorDesk } from './indicator-desk';
import type { UploadedTable } from './values-csv-upload';

/** Yearly values by file: the table to fill in, what a filled one would change, and taking it over. */
@Injectable()
export class ValuesCsvDesk {
  constructor(@Inject(IndicatorDesk) private readonly desk: IndicatorDesk) {}

  async template(planId: string): Promise<FileAnswer> {
    const { plan, years, rows } = await valueTemplate(this.desk.deps, planId);
    const head = [
      TABLE_HEADS.id,
      TABLE_HEADS.name,
      TABLE_HEADS.unit,
      ...years.map(fiscalYearLabel),
      TABLE_HEADS.source,
    ];
    const body = rows.map(({ indicator, values }): CsvCell[] => [
      indicator.id,
      indicator.name,
      indicator.unit ?? '',
      ...values,
      '',
    ]);
    return {
      name: `値の取り込み_${plan.name}.csv`,
      plain: 'values.csv',
      mediaType: 'text/csv; charset=utf-8',
      bytes: csv([head, ...body], { encoding: 'utf8-bom' }).bytes,
    };
  }

  async check(planId: string, { fileName, lines }: UploadedTable): Promise<ValueTableCheck> {
    const checked = await checkValueTable(this.desk.deps, { planId, table: lines });
    return {
      planId,
      fileName,
      lines: checked.lines,
      changes: [...checked.changes],
      problems: checked.problems.slice(0, VALUE_TABLE_LIMITS.problems),
      moreProblems: Math.max(0, checked.problems.length - VALUE_TABLE_LIMITS.problems),
      checkId: checked.checkId,
    };
  }

  async take(actor: StaffActor, planId: string, { lines, words }: UploadedTable): Promise<ValueTableImported> {
    const taken = await importValueTable(this.desk.deps, actor, {
      planId,
      table: lines,
      checkId: words['checkId'] ?? '',
      sourceText: words['sourceText'] ?? '',
    });
    return { planId, ...taken };
  }
}
