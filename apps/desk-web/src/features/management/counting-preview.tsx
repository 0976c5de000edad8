import type { CountingPreviewRequest, CountingPreviews } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { DataTable } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError } from '../../shared/api-error';
import { countingPreviewQuery } from './definition-api';
import { amount } from './figures';
import { comparedYears } from './source-draft';

/** How long a person pauses before the numbers are asked for. */
const PAUSE_MS = 350;

/** What the way of counting at hand would give, beside what it gives now; follows the form. */
export function CountingPreview(props: { indicatorId: string; unit: string; request: CountingPreviewRequest }) {
  const request = useSettled(props.request);
  const preview = useQuery(countingPreviewQuery(props.indicatorId, request));
  const refused = preview.error;
  return (
    <section
      className="k-panel k-stack k-stack--small d-preview"
      aria-label="この数え方でためした数"
      aria-live="polite"
    >
      <h3>この数え方でためした数</h3>
      {refused ? (
        <p className="d-quiet">{refusalWords(refused)}</p>
      ) : preview.data ? (
        <Compared previews={preview.data} unit={props.unit} />
      ) : (
        <p className="d-quiet">数えています…</p>
      )}
    </section>
  );
}

function Compared({ previews, unit }: { previews: CountingPreviews; unit: string }) {
  const { present, changed } = previews;
  const shown = (value: number | null) => (value === null ? '…' : amount(value, unit));
  return (
    <>
      <p className="d-preview__sentence">{changed.sentence}</p>
      <DataTable
        caption="年度ごとの値"
        captionHidden
        density="dense"
        rows={comparedYears(present.yearly, changed.yearly)}
        rowKey={(row) => String(row.fiscalYear)}
        empty="値はまだありません"
        columns={[
          {
            key: 'year',
            header: '年度',
            rowHeader: true,
            kind: 'tight',
            cell: (row) => fiscalYearLabel(row.fiscalYear),
          },
          { key: 'before', header: 'いまの数え方', kind: 'number', cell: (row) => shown(row.before) },
          {
            key: 'after',
            header: 'この数え方',
            kind: 'number',
            cell: (row) => (row.after === row.before ? shown(row.after) : <strong>{shown(row.after)}</strong>),
          },
        ]}
      />
      <p className="d-quiet">{changed.why ?? changed.words}</p>
    </>
  );
}

function refusalWords(error: Error): string {
  if (!(error instanceof ApiError)) return '数えられませんでした。';
  return error.fields.length > 0 ? error.fields.map((field) => field.message).join('') : error.message;
}

function useSettled<T>(value: T): T {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState({ key, value });
  useEffect(() => {
    if (key === settled.key) return;
    const timer = setTimeout(() => setSettled({ key, value }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, settled.key, value]);
  return settled.value;
}
