import type { AccuracyView } from '@kotae/contracts';
import { OPINION_CLASSES, type OpinionClass } from '@kotae/kernel';
import { DataTable, type Column } from '@kotae/ui';
import { fewInRow, percentOf } from './accuracy-words';
import { cellHref, type Period } from './address';
import { FigureLink } from './figure-link';
import { countOf, proposedRows, type ProposedRow } from './tables';
import { useNames } from './use-names';

/** What was proposed against what people decided, class by class. */
export function ClassTable({ view, period }: { view: AccuracyView; period: Period }) {
  const names = useNames();
  const rows = proposedRows(view.classes, OPINION_CLASSES);
  const columns: Column<ProposedRow<OpinionClass>>[] = [
    { key: 'proposed', header: '候補', rowHeader: true, kind: 'tight', cell: (row) => names.classOf(row.code) },
    { key: 'share', header: 'そのまま', kind: 'number', cell: (row) => <RowShare {...row} /> },
    ...OPINION_CLASSES.map((decided): Column<ProposedRow<OpinionClass>> => ({
      key: decided,
      header: names.classOf(decided),
      kind: 'number',
      cell: (row) => {
        const count = countOf(view.classes, row.code, decided);
        if (count === 0) return <span className="k-muted">0</span>;
        const figure = (
          <FigureLink href={cellHref(period, { proposedClass: row.code, decidedClass: decided })}>{count}</FigureLink>
        );
        return row.code === decided ? <strong>{figure}</strong> : figure;
      },
    })),
  ];
  return (
    <section className="k-stack k-stack--small">
      <h2>分類ごと</h2>
      <p className="d-quiet">
        行が候補、列が職員の決定です。太字はそのまま採用されたもの、ほかは職員が選び直したものです。数字を押すと、その意見を見られます。
      </p>
      <DataTable
        caption="候補の分類と、職員が決めた分類（件）"
        density="dense"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
      />
    </section>
  );
}

/** 92 %, and a hint where it is of few. */
export function RowShare({ count, same }: { count: number; same: number }) {
  const percent = percentOf({ count, same });
  if (percent === null) return <span className="k-muted">…</span>;
  return (
    <>
      {percent}%{fewInRow(count) && <small className="k-muted">（目安）</small>}
    </>
  );
}
