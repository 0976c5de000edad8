import { Button, Dialog } from '@kotae/ui';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/** Asks before what was typed is lost: by a link of the desk, or by closing the tab. */
export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  return (
    <Dialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="保存していない変更があります"
      actions={
        <>
          <Button type="button" onClick={() => blocker.reset?.()}>
            この画面にとどまる
          </Button>
          <Button type="button" variant="secondary" onClick={() => blocker.proceed?.()}>
            保存せずに移る
          </Button>
        </>
      }
    >
      <p>このまま移ると、入力した内容は失われます。</p>
    </Dialog>
  );
}
