import type { AccuracyView, VoteNumbers } from '@kotae/contracts';
import { DataTable } from '@kotae/ui';
import { RowShare } from './class-table';

interface Row extends VoteNumbers {
  readonly key: string;
  readonly name: string;
  readonly label: string;
}

/** The second voice beside the own model; nothing where none was heard. */
export function VoicesSection({ voices }: { voices: AccuracyView['voices'] }) {
  if (voices.length === 0) return null;
  const rows: Row[] = voices.flatMap(({ name, class: class_, topic }) => [
    { key: `${name} class`, name, label: '分類', ...class_ },
    { key: `${name} topic`, name, label: '分野', ...topic },
  ]);
  return (
    <section className="k-stack k-stack--small">
      <h2>もう一つの文章モデル</h2>
      <p>
        同じ意見について両方が見方を述べたものだけを比べます。「このモデルだけ」「もう一つだけ」は、それぞれが単独で言ったことが職員の決定と同じだった割合、「合わせて」は実際に出した候補の割合です。
      </p>
      <DataTable
        caption="職員の決定と同じだった割合"
        density="dense"
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'name', header: '名前', rowHeader: true, cell: (row) => row.name },
          { key: 'label', header: '何について', kind: 'tight', cell: (row) => row.label },
          { key: 'count', header: '件', kind: 'number', cell: (row) => row.count.toLocaleString('ja-JP') },
          { key: 'own', header: 'このモデルだけ', kind: 'number', cell: (row) => <RowShare {...of(row, row.own)} /> },
          {
            key: 'second',
            header: 'もう一つだけ',
            kind: 'number',
            cell: (row) => <RowShare {...of(row, row.second)} />,
          },
          { key: 'shown', header: '合わせて', kind: 'number', cell: (row) => <RowShare {...of(row, row.shown)} /> },
        ]}
      />
    </section>
  );
}

function of({ count }: Row, same: number) {
  return { count, same };
}
