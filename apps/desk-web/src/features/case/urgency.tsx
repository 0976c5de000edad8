import type { SubmissionDetail } from '@kotae/contracts';
import { URGENCY_KINDS, URGENCY_LABELS, type UrgencyKind } from '@kotae/kernel';
import { Button, DateText, Kbd, Notice } from '@kotae/ui';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal } from '../../shared/form-errors';
import { useKeys } from '../../shared/keys';
import { useReference } from '../../shared/reference';
import type { CaseActions } from './api';
import { ChooseDialog } from './choose-dialog';

interface UrgencyProps {
  detail: SubmissionDetail;
  actions: CaseActions;
}

const KINDS = URGENCY_KINDS.map((kind) => ({ value: kind, label: URGENCY_LABELS[kind], note: '', words: [kind] }));

/** Whether someone is in danger: what the machine says, and what a person has decided about it. */
export function UrgencyBanner({ detail, actions }: UrgencyProps) {
  const { urgent, urgencyDecided } = detail;
  return (
    <>
      {urgent === null ? <Cleared detail={detail} /> : <Urgent detail={detail} actions={actions} kind={urgent} />}
      {(urgent !== null || urgencyDecided !== null) && <FormRefusal error={actions.urgency.error} />}
    </>
  );
}

function Urgent({ detail, actions, kind }: UrgencyProps & { kind: UrgencyKind }) {
  const { urgentLines } = useReference().city;
  const decided = detail.urgencyDecided;
  const may = detail.actions.includes('decide_urgency');
  const decide = useDecide(detail, actions);
  const reasons = detail.suggestion?.urgent?.reasons ?? [];
  const open = may && decided === null;
  useKeys(
    '緊急',
    open
      ? [
          { keys: ['g'], label: '緊急', bar: true, run: () => decide(kind) },
          { keys: ['x'], label: '緊急ではない', bar: true, run: () => decide(null) },
        ]
      : [],
  );
  return (
    <Notice
      kind="error"
      headingLevel={2}
      title={decided ? `緊急：${URGENCY_LABELS[kind]}` : `緊急かもしれません：${URGENCY_LABELS[kind]}`}
      actions={
        open ? (
          <>
            <Button
              type="button"
              variant="danger"
              busy={actions.urgency.isPending}
              onClick={() => decide(kind)}
              shortcut={<Kbd>g</Kbd>}
            >
              緊急：対応を始めた
            </Button>
            <Button
              type="button"
              variant="secondary"
              busy={actions.urgency.isPending}
              onClick={() => decide(null)}
              shortcut={<Kbd>x</Kbd>}
            >
              緊急ではない
            </Button>
          </>
        ) : (
          may && (
            <Button
              type="button"
              variant="tertiary"
              size="small"
              busy={actions.urgency.isPending}
              onClick={() => decide(null)}
            >
              緊急ではなかった
            </Button>
          )
        )
      }
    >
      {reasons.length > 0 && <p>本文の「{reasons.join('」「')}」によります。</p>}
      {decided ? (
        <p>
          <DateText at={decided.at} time /> に{decided.by}が緊急と決めました。
        </p>
      ) : (
        urgentLines.length > 0 && (
          <p>
            つなぎ先：
            {urgentLines.map((line) => `${line.name} ${line.phone}（${line.hours}）`).join('、')}
          </p>
        )
      )}
    </Notice>
  );
}

function Cleared({ detail }: { detail: SubmissionDetail }) {
  const decided = detail.urgencyDecided;
  if (decided === null) return null;
  return (
    <p className="d-quiet">
      <DateText at={decided.at} time /> に{decided.by}が「緊急ではない」と決めました。
    </p>
  );
}

/** What nobody and nothing has called urgent can be, at any time. */
export function MarkUrgent({ detail, actions }: UrgencyProps) {
  const [choosing, setChoosing] = useState(false);
  const decide = useDecide(detail, actions);
  const may = detail.urgent === null && detail.actions.includes('decide_urgency');
  useKeys('緊急', may ? [{ keys: ['g'], label: '緊急にする', run: () => setChoosing(true) }] : []);
  if (!may) return null;
  return (
    <>
      <Button
        type="button"
        variant="tertiary"
        size="small"
        busy={actions.urgency.isPending}
        onClick={() => setChoosing(true)}
        shortcut={<Kbd>g</Kbd>}
      >
        緊急にする
      </Button>
      {choosing && (
        <ChooseDialog
          title="緊急にする"
          hint="どのような危険か、矢印で選び、Enter で決めます。緊急の一覧に加わります。機械が知らせていなかったときは、その見落としとして数えます。"
          choices={KINDS}
          chosen={null}
          onClose={() => setChoosing(false)}
          onChoose={(value) => {
            const kind = URGENCY_KINDS.find((one) => one === value);
            if (kind) decide(kind);
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}

function useDecide({ urgencyDecided }: SubmissionDetail, { urgency }: CaseActions) {
  const announce = useAnnounce();
  return (urgent: UrgencyKind | null) => {
    if (urgency.isPending) return;
    const said = urgent === null ? '緊急ではないと記録しました' : '緊急と記録しました';
    urgency.mutate({ urgent, decidedAt: urgencyDecided?.at ?? null }, { onSuccess: () => announce({ text: said }) });
  };
}
