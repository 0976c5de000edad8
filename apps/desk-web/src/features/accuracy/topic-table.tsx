import type { AccuracyView } from '@kotae/contracts';
import { DataTable } from '@kotae/ui';
import { useReference } from '../../shared/reference';
import { RowShare } from './class-table';
import { cellHref, type Period } from './address';
import { FigureLink } from './figure-link';
import { proposedRows } from './tables';
import { useNames } from './use-names';

/** So many of what was decided instead are named; the rest is behind the number. */
const NAMED = 2;

/** Topic by topic: how often it was proposed, how often taken as it was, what was decided instead. */
export function TopicTable({ view, period }: { view: AccuracyView; period: Period }) {
  const names = useNames();
  const { topics } = useReference();
  const rows = proposedRows(
    view.topics,
    topics.filter((topic) => topic.active).map((topic) => topic.code),
  );
  return (
    <section className="k-stack k-stack--small">
      <h2>分野ごと</h2>
      <DataTable
        caption="候補の分野と、職員の決定"
        captionHidden
        density="dense"
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          { key: 'topic', header: '候補の分野', rowHeader: true, cell: (row) => names.topicOf(row.code) },
          {
            key: 'count',
            header: '候補',
            kind: 'number',
            cell: (row) =>
              row.count === 0 ? (
                <span className="k-muted">0件</span>
              ) : (
                <FigureLink href={cellHref(period, { proposedTopic: row.code })}>{row.count}件</FigureLink>
              ),
          },
          { key: 'share', header: 'そのまま', kind: 'number', cell: (row) => <RowShare {...row} /> },
          {
            key: 'instead',
            header: '職員が選び直した分野',
            cell: (row) =>
              row.instead.slice(0, NAMED).map(({ code, count }, i) => (
                <span key={code}>
                  {i > 0 && '、'}
                  {names.topicOf(code)}{' '}
                  <FigureLink href={cellHref(period, { proposedTopic: row.code, decidedTopic: code })}>
                    {count}件
                  </FigureLink>
                </span>
              )),
          },
        ]}
      />
    </section>
  );
}
