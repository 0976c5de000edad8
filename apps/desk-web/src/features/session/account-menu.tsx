import type { Me } from '@kotae/contracts';
import { ROLE_LABELS } from '@kotae/kernel';
import { Button, Dialog } from '@kotae/ui';
import { useState } from 'react';
import { useSignOut } from './api';

/** Who is signed in, and the way out. */
export function AccountMenu({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const [leaving, setLeaving] = useState(false);
  const signOut = useSignOut();
  return (
    <>
      <span className="d-account">
        <strong>{me.name}</strong>
        <span className="k-muted">
          {me.sectionName ? `${me.sectionName}・` : ''}
          {ROLE_LABELS[me.role]}
        </span>
      </span>
      <Button type="button" variant="tertiary" size="small" onClick={onHelp}>
        キー操作
      </Button>
      <Button type="button" variant="tertiary" size="small" onClick={() => setLeaving(true)}>
        サインアウト
      </Button>
      <Dialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title="サインアウト"
        actions={
          <>
            <Button type="button" variant="secondary" busy={signOut.isPending} onClick={() => signOut.mutate(true)}>
              すべての端末でサインアウト
            </Button>
            <Button type="button" busy={signOut.isPending} onClick={() => signOut.mutate(false)}>
              この端末でサインアウト
            </Button>
          </>
        }
      >
        <p>
          この端末だけで終えるか、ほかの端末やブラウザーに残っているものもすべて終えるかを選んでください。書きかけで保存していないものは消えます。
        </p>
      </Dialog>
    </>
  );
}
