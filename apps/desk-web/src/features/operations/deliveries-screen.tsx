import { Button, DataTable, DateText, EmptyState, Link, PageHeader } from '@kotae/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal } from '../../shared/form-errors';
import { usePageTitle } from '../../shared/page-title';
import { PagedList } from '../../shared/paged-list';
import { useMay } from '../../shared/session';
import { failedQuery, useRetry } from './api';
import { failureWords, reactionWords } from './delivery-words';
import { OperationsPanel } from './operations-panel';

/** Work that was tried again and again and did not get through: nothing is lost, someone must look. */
export function DeliveriesScreen() {
  usePageTitle('届かなかった処理');
  const failed = useInfiniteQuery(failedQuery);
  const retry = useRetry();
  const announce = useAnnounce();
  const mayRetry = useMay('jobs.retry');
  const maySeeLetter = useMay('inbox.read');
  return (
    <div className="k-stack">
      <PageHeader
        title="届かなかった処理"
        lead="何度か試しても終わらなかったものです。声は失われていません。原因を直してから、もう一度試してください。"
      />
      <OperationsPanel />
      <FormRefusal error={retry.error} />
      <PagedList
        query={failed}
        label="一覧を読み込んでいます"
        empty={
          <EmptyState title="あきらめた処理はありません">
            何度試しても終わらなかったものはありません。待っているものがあれば、上に出ています。
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            caption="届かなかった処理"
            captionHidden
            density="dense"
            rows={rows}
            rowKey={(row) => `${row.eventId} ${row.reaction}`}
            columns={[
              {
                key: 'what',
                header: 'しようとしたこと',
                rowHeader: true,
                cell: (row) => reactionWords(row.reaction),
              },
              {
                key: 'why',
                header: '原因',
                cell: (row) => (
                  <>
                    {failureWords(row.lastError)} <code className="k-muted k-small">{row.lastError}</code>
                  </>
                ),
              },
              { key: 'times', header: '試した回数', kind: 'number', cell: (row) => row.attempts },
              {
                key: 'at',
                header: '最後に試した時',
                kind: 'tight',
                cell: (row) => <DateText at={row.failedAt} time format="short" />,
              },
              {
                key: 'go',
                header: <span className="k-visually-hidden">操作</span>,
                kind: 'tight',
                cell: (row) => (
                  <span className="k-cluster">
                    {mayRetry && (
                      <Button
                        type="button"
                        variant="secondary"
                        size="small"
                        busy={retry.isPending}
                        onClick={() =>
                          retry.mutate(row, { onSuccess: () => announce({ text: 'もう一度試しています' }) })
                        }
                      >
                        もう一度試す
                      </Button>
                    )}
                    {maySeeLetter && row.submissionId && (
                      <Link href={`/submissions/${row.submissionId}`}>声を見る</Link>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
      </PagedList>
    </div>
  );
}
