import type { PlanView } from '@kotae/contracts';
import { Breadcrumbs, PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ApiError } from '../../shared/api-error';
import { Loaded, Refused } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useMay } from '../../shared/session';
import { plansQuery } from './api';
import { TableChoice } from './table-choice';
import { TableCheck } from './table-check';
import { useTableDraft } from './use-table-draft';

/** 値の取り込み: a table out, the filled table in, what it would change, and only then the taking over. */
export function ValuesScreen() {
  usePageTitle('値の取り込み');
  const { planId = '' } = useParams();
  const mayWrite = useMay('indicator.write');
  const plans = useQuery(plansQuery);
  if (!mayWrite) return <Refused error={new ApiError(403, 'forbidden', '')} />;
  return (
    <Loaded query={plans} label="計画を読み込んでいます">
      {(list) => {
        const plan = list.find((one) => one.id === planId);
        return plan ? <Values key={plan.id} plan={plan} /> : <Refused error={new ApiError(404, 'not_found', '')} />;
      }}
    </Loaded>
  );
}

function Values({ plan }: { plan: PlanView }) {
  const { draft, set, clear } = useTableDraft(plan.id);
  return (
    <div className="k-stack k-stack--large d-values">
      <div className="k-stack k-stack--small">
        <Breadcrumbs items={[{ href: `/plans/${plan.id}`, label: plan.name }, { label: '値の取り込み' }]} />
        <PageHeader
          title="値を表で取り込む"
          eyebrow={plan.name}
          lead="各課から集めた年度ごとの値を、1つの表でまとめて入れます。取り込む前に、何が変わるかを確かめられます。"
        />
      </div>
      <TableChoice planId={plan.id} file={draft.file} onChoose={(file) => set({ file })} />
      {draft.file && (
        <TableCheck
          plan={plan}
          file={draft.file}
          sourceText={draft.sourceText}
          onSourceText={(sourceText) => set({ sourceText })}
          onDone={clear}
        />
      )}
    </div>
  );
}
