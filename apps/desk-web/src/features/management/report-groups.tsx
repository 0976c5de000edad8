import type { ProgressReportView } from '@kotae/contracts';
import { ReportIndicator } from './report-indicator';

/** Sections and measures as the plan has them, each with its indicators. */
export function ReportGroups({ report }: { report: ProgressReportView }) {
  const label = new Map(report.summary.map((line) => [line.progress, line.label]));
  return report.groups.map(({ section, policies }) => (
    <section key={section} className="k-stack k-stack--small">
      <h2>{section}</h2>
      {policies.map(({ policy, indicators }) => (
        <section key={policy} className="k-stack k-stack--small">
          <h3>{policy}</h3>
          {indicators.map((indicator) => (
            <ReportIndicator
              key={indicator.id}
              indicator={indicator}
              fiscalYear={report.fiscalYear}
              progressLabel={label.get(indicator.progress) ?? ''}
            />
          ))}
        </section>
      ))}
    </section>
  ));
}
