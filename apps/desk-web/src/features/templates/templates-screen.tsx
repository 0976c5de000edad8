import type { TemplateView } from '@kotae/contracts';
import { Button, DataTable, EmptyState, PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { useOwnSection } from '../../shared/session';
import { templatesQuery } from './api';
import { TemplateDialog } from './template-dialog';

/** Texts that answers begin with: a section's own, and those of everyone. */
export function TemplatesScreen() {
  usePageTitle('回答のひな形');
  const own = useOwnSection();
  const { sections } = useReference();
  const templates = useQuery(templatesQuery);
  const [open, setOpen] = useState<TemplateView | 'new' | null>(null);
  const mayEdit = (template: TemplateView) => own === null || own === template.sectionId;
  const owner = (id: string | null) => (id ? (sections.find((s) => s.id === id)?.name ?? '') : '共通');
  return (
    <div className="k-stack">
      <PageHeader
        title="回答のひな形"
        lead="回答案を書く画面で差し込めます。決まり文句だけにして、答えそのものは声ごとに書いてください。"
        actions={
          <Button type="button" onClick={() => setOpen('new')}>
            ひな形を作る
          </Button>
        }
      />
      <Loaded query={templates} label="ひな形を読み込んでいます">
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="ひな形はまだありません">
              よく使うお礼や説明の文を登録しておくと、回答が早く書けます。
            </EmptyState>
          ) : (
            <DataTable
              caption="回答のひな形"
              captionHidden
              density="dense"
              rows={list}
              rowKey={(row) => row.id}
              columns={[
                { key: 'name', header: '名前', rowHeader: true, cell: (row) => row.name },
                { key: 'owner', header: '使う課', kind: 'tight', cell: (row) => owner(row.sectionId) },
                { key: 'body', header: '文', cell: (row) => <span className="d-clamp">{row.body}</span> },
                {
                  key: 'edit',
                  header: <span className="k-visually-hidden">操作</span>,
                  kind: 'tight',
                  cell: (row) =>
                    mayEdit(row) && (
                      <Button
                        type="button"
                        variant="tertiary"
                        size="small"
                        aria-label={`${row.name}を直す`}
                        onClick={() => setOpen(row)}
                      >
                        直す
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {open && <TemplateDialog template={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  );
}
