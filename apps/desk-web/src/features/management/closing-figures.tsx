import type { ClosingFigureView } from '@kotae/contracts';
import { Chip, DataTable, Link } from '@kotae/ui';
import { valueWords } from './restatement-mark';

/** The numbers of a year in one table: what is or would be frozen. */
export function ClosingFigures(props: { caption: string; figures: readonly ClosingFigureView[]; fiscalYear: number }) {
  const { caption, figures, fiscalYear } = props;
  return (
    <div className="d-wide-names">
      <DataTable
        caption={caption}
        density="dense"
        rows={figures}
        rowKey={(row) => row.indicatorId}
        columns={[
          {
            key: 'name',
            header: '指標',
            rowHeader: true,
            cell: (row) => <Link href={`/indicators/${row.indicatorId}?fiscalYear=${fiscalYear}`}>{row.name}</Link>,
          },
          { key: 'target', header: '目標', kind: 'tight', cell: (row) => row.target || '…' },
          {
            key: 'value',
            header: '値',
            kind: 'number',
            cell: (row) => <strong>{row.value === null ? '値なし' : valueWords(row.value, row.unit)}</strong>,
          },
          { key: 'basis', header: '何の値か', cell: (row) => row.basis },
          { key: 'met', header: '達成', kind: 'tight', cell: (row) => <Met met={row.met} /> },
          { key: 'words', header: 'ことばで', cell: (row) => row.why ?? row.words },
        ]}
      />
    </div>
  );
}

function Met({ met }: { met: boolean | null }) {
  if (met === null)
    return (
      <Chip state="plain" tone="neutral">
        言えない
      </Chip>
    );
  return (
    <Chip state="plain" tone={met ? 'success' : 'warning'}>
      {met ? '達成' : '未達成'}
    </Chip>
  );
}
