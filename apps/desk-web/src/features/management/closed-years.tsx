import type { ClosedIndicatorYear } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { DataTable, DateText, Link } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { closedYearsQuery } from './closing-api';
import { RestatementMark, valueWords } from './restatement-mark';

/** Under the number of a closed year: that it is closed, and what has changed since. */
export function ClosedValue(props: { indicatorId: string; planId: string; fiscalYear: number }) {
  const { indicatorId, planId, fiscalYear } = props;
  const closed = useQuery(closedYearsQuery(indicatorId));
  const year = closed.data?.find((one) => one.fiscalYear === fiscalYear);
  if (!year) return null;
  return (
    <p className="d-closed-mark d-closed-mark--closed">
      <Link href={`/plans/${planId}/closings/${fiscalYear}`}>{fiscalYearLabel(fiscalYear)}は締めてあります</Link>
      {'　'}
      {isAsClosed(year) ? '締めた後の修正はありません。' : <RestatementMark number={year} />}
    </p>
  );
}

/** The closed years of an indicator; nothing until one is closed. */
export function ClosedYears({ indicatorId, planId }: { indicatorId: string; planId: string }) {
  const closed = useQuery(closedYearsQuery(indicatorId));
  if (!closed.data || closed.data.length === 0) return null;
  return (
    <section className="k-stack k-stack--small">
      <h2>締めた年度</h2>
      <div className="d-wide-names">
        <DataTable
          caption="締めた年度の値"
          captionHidden
          density="dense"
          rows={closed.data}
          rowKey={(row) => String(row.fiscalYear)}
          columns={[
            {
              key: 'year',
              header: '年度',
              rowHeader: true,
              kind: 'tight',
              cell: (row) => (
                <Link href={`/plans/${planId}/closings/${row.fiscalYear}`}>{fiscalYearLabel(row.fiscalYear)}</Link>
              ),
            },
            { key: 'then', header: '締めた値', kind: 'number', cell: (row) => valueWords(row.then, row.unit) },
            {
              key: 'at',
              header: '締めた日',
              kind: 'tight',
              cell: (row) => <DateText at={row.closedAt} format="short" />,
            },
            {
              key: 'since',
              header: '締めた後',
              cell: (row) => (isAsClosed(row) ? '変わっていません' : <RestatementMark number={row} />),
            },
          ]}
        />
      </div>
    </section>
  );
}

function isAsClosed(year: ClosedIndicatorYear): boolean {
  return !year.restated && year.otherwise === null;
}
