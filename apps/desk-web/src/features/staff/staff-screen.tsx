import type { StaffView } from '@kotae/contracts';
import { ROLE_LABELS } from '@kotae/kernel';
import { Button, Chip, DataTable, PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EditButton } from '../../shared/edit-button';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { staffQuery } from './api';
import { StaffDialog } from './staff-dialog';

/** Accounts: who may come in, as what, and who is locked out. */
export function StaffScreen() {
  usePageTitle('職員');
  const staff = useQuery(staffQuery);
  const { sections } = useReference();
  const [open, setOpen] = useState<StaffView | 'new' | null>(null);
  return (
    <div className="k-stack">
      <PageHeader
        title="職員"
        lead="異動した人は、消さずに「使えない」にします。その人がしたことの記録が残ります。"
        actions={
          <Button type="button" onClick={() => setOpen('new')}>
            職員を加える
          </Button>
        }
      />
      <Loaded query={staff} label="職員を読み込んでいます">
        {(list) => (
          <DataTable
            caption={`職員 ${list.length}人`}
            density="dense"
            rows={list}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', header: '名前', rowHeader: true, cell: (row) => row.name },
              {
                key: 'login',
                header: 'ログインID',
                kind: 'tight',
                cell: (row) => <span translate="no">{row.login}</span>,
              },
              { key: 'role', header: '役割', kind: 'tight', cell: (row) => ROLE_LABELS[row.role] },
              {
                key: 'section',
                header: '課',
                kind: 'tight',
                cell: (row) => sections.find((section) => section.id === row.sectionId)?.name ?? '',
              },
              { key: 'state', header: '状態', kind: 'tight', cell: (row) => <State row={row} /> },
              {
                key: 'edit',
                header: <span className="k-visually-hidden">操作</span>,
                kind: 'tight',
                cell: (row) => <EditButton name={row.name} onClick={() => setOpen(row)} />,
              },
            ]}
          />
        )}
      </Loaded>
      {open && <StaffDialog staff={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function State({ row }: { row: StaffView }) {
  if (!row.active)
    return (
      <Chip state="plain" tone="neutral">
        使えない
      </Chip>
    );
  if (row.locked)
    return (
      <Chip state="plain" tone="warning">
        締め出し中
      </Chip>
    );
  return <>使える</>;
}
