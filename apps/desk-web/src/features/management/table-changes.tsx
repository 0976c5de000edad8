import type { LineProblemView, ValueChangeView } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { Chip, DataTable } from '@kotae/ui';
import { KIND_WORDS, valueWords } from './table-words';

const TONES = { new: 'accent', changed: 'warning', taken_back: 'danger', unchanged: 'neutral' } as const;

/** Line by line: what stands now, and what would stand. */
export function ChangesTable({ changes, caption }: { changes: readonly ValueChangeView[]; caption: string }) {
  if (changes.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      density="dense"
      rows={changes}
      rowKey={(row) => `${row.line} ${row.fiscalYear}`}
      columns={[
        { key: 'line', header: '行', kind: 'number', cell: (row) => row.line },
        { key: 'name', header: '指標', rowHeader: true, cell: (row) => row.indicatorName },
        { key: 'year', header: '年度', kind: 'tight', cell: (row) => fiscalYearLabel(row.fiscalYear) },
        { key: 'before', header: 'いまの値', kind: 'number', cell: (row) => valueWords(row.before, row.unit) },
        { key: 'after', header: '取り込むと', kind: 'number', cell: (row) => valueWords(row.after, row.unit) },
        {
          key: 'kind',
          header: 'どうなるか',
          kind: 'tight',
          cell: (row) => (
            <Chip state="plain" tone={TONES[row.kind]}>
              {KIND_WORDS[row.kind]}
            </Chip>
          ),
        },
        { key: 'source', header: '行の出典', cell: (row) => row.sourceText ?? '' },
      ]}
    />
  );
}

/** What is wrong where, with the line as the spreadsheet numbers it. */
export function ProblemsTable({ problems }: { problems: readonly LineProblemView[] }) {
  return (
    <DataTable
      caption="直すところ"
      density="dense"
      rows={problems}
      rowKey={(row) => `${row.line} ${row.column} ${row.message}`}
      columns={[
        { key: 'line', header: '行', kind: 'tight', rowHeader: true, cell: (row) => `${row.line}行目` },
        { key: 'column', header: '列', kind: 'tight', cell: (row) => row.column ?? '' },
        { key: 'message', header: '直すところ', cell: (row) => row.message },
      ]}
    />
  );
}
