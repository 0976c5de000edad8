import { LinkButton } from '@kotae/ui';
import { useMay } from '../../shared/session';

/** From the plan's page to its report, and for those who type values in to the table. */
export function ReportLinks({ planId, fiscalYear }: { planId: string; fiscalYear: number }) {
  const mayWrite = useMay('indicator.write');
  return (
    <div className="k-cluster k-no-print">
      <LinkButton href={`/plans/${planId}/report?fiscalYear=${fiscalYear}`} variant="secondary">
        進捗状況報告書
      </LinkButton>
      {mayWrite && (
        <LinkButton href={`/plans/${planId}/values`} variant="secondary">
          値を表で取り込む
        </LinkButton>
      )}
    </div>
  );
}
