import type { PlacesView, SectionAdminView } from '@kotae/contracts';
import { Button, Chip, DataTable } from '@kotae/ui';
import { useState } from 'react';
import { EditButton } from '../../shared/edit-button';
import { FormRefusal } from '../../shared/form-errors';
import { MergeDialog } from './merge-dialog';
import { OrderButtons } from './order-buttons';
import { SectionDialog } from './section-dialog';
import { useReorder } from './use-reorder';

export function SectionsTable({ places }: { places: PlacesView }) {
  const [open, setOpen] = useState<SectionAdminView | 'new' | null>(null);
  const [merging, setMerging] = useState<SectionAdminView | null>(null);
  const { move, error } = useReorder('sections');
  const used = places.sections.filter((section) => section.active);
  const topicsOf = (id: string) =>
    places.topics.filter((topic) => topic.active && topic.sectionId === id).map((topic) => topic.name);
  return (
    <section className="k-stack k-stack--small d-city__places" aria-labelledby="sections">
      <div className="k-cluster k-cluster--between">
        <h2 id="sections">担当課</h2>
        <Button type="button" onClick={() => setOpen('new')}>
          課を加える
        </Button>
      </div>
      <FormRefusal error={error} />
      <DataTable
        caption={`使っている課 ${used.length}`}
        density="dense"
        rows={places.sections}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'order',
            header: '並び順',
            kind: 'tight',
            cell: (row) => <OrderButtons used={used} id={row.id} onMove={move} />,
          },
          { key: 'name', header: '課', rowHeader: true, cell: (row) => row.name },
          { key: 'topics', header: '主に担当する分野', cell: (row) => topicsOf(row.id).join('、') || '―' },
          {
            key: 'waiting',
            header: '回答待ち',
            kind: 'number',
            cell: (row) => `${row.waiting.toLocaleString('ja-JP')}件`,
          },
          { key: 'staff', header: '職員', kind: 'number', cell: (row) => `${row.staff}人` },
          { key: 'state', header: '状態', kind: 'tight', cell: (row) => <State row={row} /> },
          {
            key: 'edit',
            header: <span className="k-visually-hidden">操作</span>,
            kind: 'tight',
            cell: (row) => (
              <>
                <EditButton name={row.name} onClick={() => setOpen(row)} />
                {row.active && used.length > 1 && (
                  <Button
                    type="button"
                    variant="tertiary"
                    size="small"
                    aria-label={`${row.name}をほかの課に統合する`}
                    onClick={() => setMerging(row)}
                  >
                    ほかの課に統合
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {open && <SectionDialog section={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      {merging && (
        <MergeDialog
          section={merging}
          others={used.filter((other) => other.id !== merging.id)}
          onClose={() => setMerging(null)}
        />
      )}
    </section>
  );
}

function State({ row }: { row: SectionAdminView }) {
  if (row.active) return null;
  return (
    <Chip state="plain" tone="neutral">
      {row.mergedInto === null ? '使っていない' : `${row.mergedInto}に統合`}
    </Chip>
  );
}
