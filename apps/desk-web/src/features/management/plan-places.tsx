import type { PlanView } from '@kotae/contracts';
import { Link } from '@kotae/ui';
import { useMay } from '../../shared/session';

/** What else can be done with a plan: closing its years, adding to it. */
export function PlanPlaces({ plan }: { plan: PlanView }) {
  const mayDefine = useMay('indicator.define');
  return (
    <ul className="d-places k-no-print" aria-label="この計画でできること">
      <li>
        <Link href={`/plans/${plan.id}/closings`}>年度の締め</Link>
      </li>
      {mayDefine && plan.own && (
        <li>
          <Link href={`/plans/${plan.id}/indicators/new`}>指標を足す</Link>
        </li>
      )}
      {mayDefine && (
        <li>
          <Link href="/plans/new">計画を登録する</Link>
        </li>
      )}
    </ul>
  );
}
