import type { OpinionView } from '@kotae/contracts';
import { LIMITS, OUTCOMES, OUTCOME_LABELS, PROMISE_OUTCOMES, addDays } from '@kotae/kernel';
import type { Outcome } from '@kotae/kernel';
import { Dialog, DialogActions, RadioGroup, TextArea, TextInput } from '@kotae/ui';
import { useState } from 'react';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useReference } from '../../shared/reference';
import type { CaseActions } from './api';

const HINTS: Readonly<Record<Outcome, string>> = {
  implemented: 'すでに行った、または行うと決まって実行した',
  planned: 'いつ行うかが決まっている。見直す日を決めます',
  under_study: '行うかどうかを調べている。見直す日を決めます',
  difficult: '理由を示して、行えないと伝えた',
  noted: '今後の参考にする',
  explained: '制度やいまの状況を説明した',
};
/** A promise is looked at again after this, unless another date is chosen. */
const NEXT_LOOK_DAYS = 90;

export function OutcomeDialog(props: { opinion: OpinionView; actions: CaseActions; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={() => {
        props.actions.outcome.reset();
        props.onClose();
      }}
      title="対応の種別を決める"
    >
      <OutcomeForm {...props} />
    </Dialog>
  );
}

function OutcomeForm({
  opinion,
  actions,
  onClose,
}: {
  opinion: OpinionView;
  actions: CaseActions;
  onClose: () => void;
}) {
  const { today } = useReference();
  const before = opinion.outcome;
  const [code, setCode] = useState<Outcome | undefined>(before?.code);
  const [asked, setAsked] = useState(false);
  const { outcome } = actions;
  const promise = code !== undefined && PROMISE_OUTCOMES.includes(code);
  return (
    <form
      className="k-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!code) return;
        const data = new FormData(event.currentTarget);
        outcome.mutate(
          {
            opinionId: opinion.id,
            outcome: code,
            on: String(data.get('on')),
            nextLookOn: promise ? String(data.get('nextLookOn')) : null,
            reason: String(data.get('reason') ?? '').trim() || null,
          },
          { onSuccess: onClose },
        );
      }}
    >
      <FormRefusal error={outcome.error} fields={['outcome', 'on', 'nextLookOn', 'reason']} />
      <RadioGroup
        id="outcome"
        name="outcome"
        label="この意見はどうなりましたか"
        required
        value={code}
        onValueChange={setCode}
        options={OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value], hint: HINTS[value] }))}
        error={fieldError(outcome.error, 'outcome') ?? (asked && !code ? '対応の種別を選んでください' : undefined)}
      />
      <TextInput
        id="outcome-on"
        name="on"
        type="date"
        width="short"
        label="そう決まった日"
        hint="指標は、この日の年度に数えます。"
        required
        defaultValue={before?.on ?? today}
        max={today}
        error={fieldError(outcome.error, 'on')}
      />
      {promise && (
        <TextInput
          id="outcome-next"
          name="nextLookOn"
          type="date"
          width="short"
          label="次に見直す日"
          hint="この日が来ると「約束」に現れます。"
          required
          defaultValue={before?.nextLookOn ?? addDays(today, NEXT_LOOK_DAYS)}
          min={today}
          error={fieldError(outcome.error, 'nextLookOn')}
        />
      )}
      <TextArea
        id="outcome-reason"
        name="reason"
        label={before ? '変更の理由' : 'メモ'}
        rows={3}
        required={before !== null}
        count={{ max: LIMITS.reason }}
        error={fieldError(outcome.error, 'reason')}
      />
      <DialogActions confirm="決める" busy={outcome.isPending} onCancel={onClose} />
    </form>
  );
}
