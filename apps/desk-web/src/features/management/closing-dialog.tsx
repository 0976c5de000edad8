import type { ClosingLook } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { CheckboxField, Dialog, DialogActions } from '@kotae/ui';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal } from '../../shared/form-errors';
import { useClosePlanYear } from './closing-api';

/** Asks once more: closing cannot be undone. */
export function ClosingDialog({ look, onClose }: { look: ClosingLook; onClose: () => void }) {
  const { planId, planName, fiscalYear, digest, unsorted } = look;
  const close = useClosePlanYear(planId);
  const announce = useAnnounce();
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const year = fiscalYearLabel(fiscalYear);
  return (
    <Dialog open onClose={onClose} title={`${year}を締めますか`}>
      <form
        className="k-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!sure) return;
          close.mutate(
            { fiscalYear, digest },
            {
              onSuccess: () => {
                announce({ text: `${year}を締めました` });
                onClose();
              },
            },
          );
        }}
      >
        <FormRefusal error={close.error} />
        <p>
          {planName}の{year}の数を書き留めます。<strong>この操作は取り消せません。</strong>
        </p>
        {unsorted > 0 && <p>振り分けていない手紙 {unsorted}通は、締めた数に入りません。</p>}
        <CheckboxField
          id="closing-sure"
          name="sure"
          value="yes"
          label="数を確かめました。取り消せないことがわかりました。"
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={asked && !sure ? '確かめたら、ここに印を付けてください' : undefined}
        />
        <DialogActions confirm="締める" busy={close.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
