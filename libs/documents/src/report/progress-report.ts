import type { ProgressReport } from '@kotae/indicators';
import type { Typesetter } from '../typst/typesetter';
import { PROGRESS_REPORT_TEMPLATE } from './progress-report.template';
import { reportData } from './report-data';

/**
 * 進捗状況報告書 as a PDF, A4 portrait: the summary first, then every indicator with its chart and the table beside it. Headings are
 * the outline of the file, charts carry their numbers as words for those who do not see them.
 *
 * @throws TypesettingError
 */
export async function progressReportPdf(
  typesetter: Typesetter,
  report: ProgressReport,
  cityName: string,
): Promise<Buffer> {
  return typesetter.set(PROGRESS_REPORT_TEMPLATE, reportData(report, cityName));
}
