import type { ReportTargetView } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { DateText } from '@kotae/ui';

/** The target as printed; every version of it where the plan was revised. */
export function ReportTargets({ targets }: { targets: readonly ReportTargetView[] }) {
  const [only] = targets;
  if (!only) return <>計画に書かれていません</>;
  if (targets.length === 1) return <>{[only.printed, only.asOf].filter(Boolean).join('　')}</>;
  return (
    <ol className="d-report__targets">
      {targets.map((target) => (
        <li key={target.version}>
          {[target.printed, target.asOf].filter(Boolean).join('　')}
          <span className="d-quiet">
            {target.fromFiscalYear !== null && `　${fiscalYearLabel(target.fromFiscalYear)}から`}
            {target.decidedOn !== null && (
              <>
                　<DateText day={target.decidedOn} format="short" />
                決定
              </>
            )}
            {target.reason !== null && `　${target.reason}`}
            {target.inForce && '　この年度の目標'}
          </span>
        </li>
      ))}
    </ol>
  );
}
