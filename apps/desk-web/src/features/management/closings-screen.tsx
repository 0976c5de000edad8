import type { ClosedYearView, PlanClosings } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { Breadcrumbs, DataTable, DateText, EmptyState, Link, LinkButton, PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useMay } from '../../shared/session';
import { planClosingsQuery } from './closing-api';
import { RestatementMark } from './restatement-mark';

/** The closed years of a plan, and those that can be closed. */
export function ClosingsScreen() {
  const { planId = '' } = useParams();
  const closings = useQuery(planClosingsQuery(planId));
  usePageTitle('年度の締め');
  return (
    <Loaded query={closings} label="締めた年度を読み込んでいます">
      {(data) => <Closings closings={data} />}
    </Loaded>
  );
}

function Closings({ closings }: { closings: PlanClosings }) {
  const { planId, planName, closed, open } = closings;
  const mayClose = useMay('indicator.close');
  return (
    <div className="k-stack k-stack--large">
      <div className="k-stack k-stack--small">
        <Breadcrumbs items={[{ href: `/plans/${planId}`, label: planName }, { label: '年度の締め' }]} />
        <PageHeader
          title="年度の締め"
          lead="終わった年度の数を、もとになった意見の一覧とともに書き留め、あとから変わらないようにします。"
        />
      </div>
      <section className="k-stack k-stack--small">
        <h2>まだ締めていない年度</h2>
        {open.length === 0 ? (
          <p className="d-quiet">いま締められる年度はありません。年度は、3月31日が過ぎると締められます。</p>
        ) : (
          <ul className="k-rows">
            {open.map((year) => (
              <li key={year} className="k-row d-closing-row">
                <strong>{fiscalYearLabel(year)}</strong>
                <LinkButton
                  href={`/plans/${planId}/closings/${year}`}
                  variant={mayClose ? 'primary' : 'secondary'}
                  size="small"
                >
                  {mayClose ? '数を確かめて締める' : '締める数を見る'}
                </LinkButton>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="k-stack k-stack--small">
        <h2>締めた年度</h2>
        {closed.length === 0 ? (
          <EmptyState title="締めた年度はまだありません" headingLevel={3}>
            締めると、ここに記録が並びます。
          </EmptyState>
        ) : (
          <div className="d-wide-names">
            <DataTable
              caption="締めた年度"
              captionHidden
              rows={closed.toReversed()}
              rowKey={(row) => String(row.fiscalYear)}
              columns={columns(planId)}
            />
          </div>
        )}
      </section>
    </div>
  );
}

function columns(planId: string) {
  return [
    {
      key: 'year',
      header: '年度',
      rowHeader: true,
      kind: 'tight' as const,
      cell: (row: ClosedYearView) => (
        <Link href={`/plans/${planId}/closings/${row.fiscalYear}`}>{fiscalYearLabel(row.fiscalYear)}</Link>
      ),
    },
    {
      key: 'at',
      header: '締めた日',
      kind: 'tight' as const,
      cell: (row: ClosedYearView) => <DateText at={row.closedAt} format="short" />,
    },
    { key: 'by', header: '締めた人', kind: 'tight' as const, cell: (row: ClosedYearView) => row.closedBy },
    {
      key: 'restated',
      header: '締めた後の修正',
      cell: (row: ClosedYearView) =>
        row.changed.length === 0 ? (
          'ありません'
        ) : (
          <ul className="d-plain-list">
            {row.changed.map((number) => (
              <li key={number.indicatorId}>
                {number.name}　<RestatementMark number={number} />
              </li>
            ))}
          </ul>
        ),
    },
  ];
}
