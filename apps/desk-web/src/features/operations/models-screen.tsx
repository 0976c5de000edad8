import { Button, Chip, DataTable, DateText, EmptyState, Link, PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal } from '../../shared/form-errors';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useMay } from '../../shared/session';
import { modelsQuery, useTrain } from './api';
import { ModelReport, ModelStory } from './model-report';
import { percentOf } from './model-words';

/** What suggests classes: made here from the city's own decisions, with how often it is right. */
export function ModelsScreen() {
  usePageTitle('分類モデル');
  const models = useQuery(modelsQuery);
  const train = useTrain();
  const announce = useAnnounce();
  const mayTrain = useMay('model.train');
  return (
    <div className="k-stack k-stack--large">
      <PageHeader
        title="分類モデル"
        lead="分類・分野の候補を出すしくみです。職員が決めた声からこの中で学び、外のサービスは使いません。候補を採るかどうかは、いつも職員が決めます。"
        actions={
          mayTrain && (
            <Button
              type="button"
              busy={train.isPending}
              onClick={() =>
                train.mutate(undefined, {
                  onSuccess: ({ already }) =>
                    announce({
                      text: already
                        ? '学び直しはもう始まっています。数分で新しい版が現れます'
                        : '学び直しを始めました。数分で新しい版が現れます',
                    }),
                })
              }
            >
              いまの決定から学び直す
            </Button>
          )
        }
      />
      <FormRefusal error={train.error} />
      <Loaded query={models} label="分類モデルを読み込んでいます">
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="モデルはまだありません">職員が振り分けた声がたまると作られます。</EmptyState>
          ) : (
            <>
              {list
                .filter((model, place) => model.active || place === 0)
                .map((model) => (
                  <ModelReport key={model.version} model={model} />
                ))}
              <DataTable
                caption="これまでの版"
                density="dense"
                rows={list}
                rowKey={(row) => row.version}
                columns={[
                  { key: 'version', header: '版', rowHeader: true, kind: 'tight', cell: (row) => row.version },
                  {
                    key: 'at',
                    header: '作った時',
                    kind: 'tight',
                    cell: (row) => <DateText at={row.trainedAt} time format="short" />,
                  },
                  {
                    key: 'on',
                    header: '学んだ意見',
                    kind: 'number',
                    cell: (row) => `${row.trainedOn.toLocaleString('ja-JP')}件`,
                  },
                  {
                    key: 'class',
                    header: '分類の正解',
                    kind: 'number',
                    cell: (row) => percent(row.evaluation?.classAccuracy),
                  },
                  {
                    key: 'topic',
                    header: '分野の正解',
                    kind: 'number',
                    cell: (row) => percent(row.evaluation?.topicTop1),
                  },
                  {
                    key: 'words',
                    header: '作ったときの記録',
                    cell: (row) => (
                      <details className="k-details">
                        <summary>読む</summary>
                        <ModelStory model={row} />
                      </details>
                    ),
                  },
                  {
                    key: 'state',
                    header: '状態',
                    kind: 'tight',
                    cell: (row) =>
                      row.active && (
                        <Chip state="plain" tone="success">
                          使用中
                        </Chip>
                      ),
                  },
                ]}
              />
              <p>
                職員がその場の候補をどれだけ採用したかは<Link href="/accuracy">候補の当たり具合</Link>で見られます。
              </p>
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function percent(share: number | undefined): string {
  return share === undefined ? '…' : `${percentOf(share)}%`;
}
