import type { PublicationView } from '@kotae/contracts';
import { Chip, DataTable, DateText, EmptyState, Link, PageHeader } from '@kotae/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../shared/page-title';
import { PagedList } from '../../shared/paged-list';
import { publicationsQuery } from './api';
import type { PublicationState } from './api';
import { STATE_LABELS } from './state-labels';

const STATES: readonly PublicationState[] = ['draft', 'published', 'withdrawn'];

/** Public questions and answers: being written, out, taken back. */
export function PublicationsScreen() {
  usePageTitle('公表');
  const [params, setParams] = useSearchParams();
  const state = STATES.find((candidate) => candidate === params.get('state')) ?? 'draft';
  const list = useInfiniteQuery(publicationsQuery(state));
  return (
    <div className="k-stack">
      <PageHeader
        title="公表"
        lead="返信した声から、市のホームページに載せる質問と答えを作ります。返信とは別の文です。"
      />
      <div className="d-tabs" role="group" aria-label="見せるもの">
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            className="d-tab"
            aria-pressed={one === state}
            onClick={() => setParams({ state: one })}
          >
            {STATE_LABELS[one].text}
          </button>
        ))}
      </div>
      <PagedList
        query={list}
        label="公表の一覧を読み込んでいます"
        empty={
          <EmptyState title={`${STATE_LABELS[state].text}のものはありません`}>
            返信を送った声の画面の「公表用の文を作る」から始めます。
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            caption={`${STATE_LABELS[state].text}の質問と答え`}
            captionHidden
            density="dense"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'title', header: '題', rowHeader: true, cell: (row) => <Title row={row} /> },
              { key: 'topic', header: '分野', cell: (row) => row.topicName },
              { key: 'section', header: '担当課', cell: (row) => row.sectionName },
              { key: 'receipt', header: 'もとの声', kind: 'tight', cell: (row) => <Source row={row} /> },
              { key: 'note', header: '状態', cell: (row) => <Note row={row} /> },
            ]}
          />
        )}
      </PagedList>
    </div>
  );
}

function Title({ row }: { row: PublicationView }) {
  return <Link href={`/publications/${row.id}`}>{row.title || '（題はまだありません）'}</Link>;
}

function Source({ row }: { row: PublicationView }) {
  return <Link href={`/submissions/${row.submissionId}`}>{row.receiptNumber}</Link>;
}

function Note({ row }: { row: PublicationView }) {
  if (row.state === 'published' && row.publishedOn)
    return (
      <>
        <DateText day={row.publishedOn} format="short" /> 公表
      </>
    );
  if (row.state === 'withdrawn') return <>{row.withdrawnReason}</>;
  return row.pii.length > 0 ? (
    <Chip state="plain" tone="warning">
      個人情報 {row.pii.length}か所
    </Chip>
  ) : (
    <>公表できます</>
  );
}
