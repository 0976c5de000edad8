import type { Me } from '@kotae/contracts';
import { Dialog } from '@kotae/ui';
import { useEffect, useState } from 'react';
import { whenSignedOut } from '../../shared/api';
import { SignInForm } from './sign-in-form';

/** The session ended in the middle of work: signing in again keeps the screen and what was typed. */
export function SignInAgain({ me }: { me: Me }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    whenSignedOut(() => setOpen(true));
    return () => whenSignedOut(() => undefined);
  }, []);
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="もう一度サインインしてください">
      <div className="k-stack">
        <p>
          しばらく操作がなかったため、サインインが切れました。書きかけの内容はこの画面に残っています。サインインしてから、もう一度操作してください。
        </p>
        <SignInForm
          onDone={(now) => {
            setOpen(false);
            if (now.staffId !== me.staffId) window.location.assign('/');
          }}
        />
      </div>
    </Dialog>
  );
}
