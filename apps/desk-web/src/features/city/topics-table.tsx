import type { PlacesView, TopicAdminView } from '@kotae/contracts';
import { Button, Chip, DataTable } from '@kotae/ui';
import { useState } from 'react';
import { EditButton } from '../../shared/edit-button';
import { FormRefusal } from '../../shared/form-errors';
import { OrderButtons } from './order-buttons';
import { TopicDialog } from './topic-dialog';
import { useReorder } from './use-reorder';

/** With fewer decisions than this the model knows a topic by its words alone. */
const FEW = 15;

export function TopicsTable({ places }: { places: PlacesView }) {
  const [open, setOpen] = useState<TopicAdminView | 'new' | null>(null);
  const { move, error } = useReorder('topics');
  const used = places.topics.filter((topic) => topic.active).map(({ code, name }) => ({ id: code, name }));
  const sectionOf = (id: string) => places.sections.find((section) => section.id === id)?.name ?? '';
  return (
    <section className="k-stack k-stack--small d-city__places" aria-labelledby="topics">
      <div className="k-cluster k-cluster--between">
        <h2 id="topics">分野</h2>
        <Button type="button" onClick={() => setOpen('new')}>
          分野を加える
        </Button>
      </div>
      <FormRefusal error={error} />
      <DataTable
        caption={`使っている分野 ${used.length}`}
        density="dense"
        rows={places.topics}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'order',
            header: '並び順',
            kind: 'tight',
            cell: (row) => <OrderButtons used={used} id={row.code} onMove={move} />,
          },
          { key: 'name', header: '分野', rowHeader: true, cell: (row) => row.name },
          { key: 'section', header: '主に担当する課', kind: 'tight', cell: (row) => sectionOf(row.sectionId) },
          {
            key: 'decisions',
            header: '職員の判断',
            kind: 'number',
            cell: (row) => (
              <>
                {row.decisions.toLocaleString('ja-JP')}件
                {row.active && row.decisions < FEW && (
                  <>
                    {' '}
                    <Chip state="plain" tone="warning">
                      例が少ない
                    </Chip>
                  </>
                )}
              </>
            ),
          },
          { key: 'words', header: '手がかりの言葉', kind: 'number', cell: (row) => `${row.keywords.length}語` },
          {
            key: 'state',
            header: '状態',
            kind: 'tight',
            cell: (row) =>
              !row.active && (
                <Chip state="plain" tone="neutral">
                  使っていない
                </Chip>
              ),
          },
          {
            key: 'edit',
            header: <span className="k-visually-hidden">操作</span>,
            kind: 'tight',
            cell: (row) => <EditButton name={row.name} onClick={() => setOpen(row)} />,
          },
        ]}
      />
      {open && (
        <TopicDialog topic={open === 'new' ? null : open} sections={places.sections} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
