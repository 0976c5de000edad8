import { URGENCY_LABELS, type UrgencyKind } from '@kotae/kernel';
import { Button, DateText, Kbd, Notice } from '@kotae/ui';
import { useState } from 'react';
import type { Ref } from 'react';
import { useFocusBack } from '../../shared/focus-back';
import { FormRefusal } from '../../shared/form-errors';
import { useKeys } from '../../shared/keys';
import { useReference } from '../../shared/reference';
import { UrgencyKindDialog, useDecideUrgency, type UrgencyProps } from './urgency-decision';

/** Whether someone is in danger: what the machine says, and what a person has decided about it. */
export function UrgencyBanner({ detail, actions }: UrgencyProps) {
  const { urgent, urgencyDecided } = detail;
  const words = useFocusBack<HTMLSpanElement>(urgencyDecided?.at, actions.urgency.submittedAt);
  return (
    <>
      {urgent === null ? (
        <Cleared decided={urgencyDecided} words={words} />
      ) : (
        <Urgent detail={detail} actions={actions} kind={urgent} words={words} />
      )}
      <FormRefusal error={actions.urgency.error} />
    </>
  );
}

type Words = Ref<HTMLSpanElement>;

function Urgent({ detail, actions, kind, words }: UrgencyProps & { kind: UrgencyKind; words: Words }) {
  const { urgentLines } = useReference().city;
  const decided = detail.urgencyDecided;
  const may = detail.actions.includes('decide_urgency');
  const decide = useDecideUrgency(detail, actions);
  const [choosing, setChoosing] = useState(false);
  const busy = actions.urgency.isPending;
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
      kind="urgent"
      headingLevel={2}
      title={
        <span ref={words} tabIndex={-1}>
          {decided ? '緊急' : '緊急かもしれません'}：{URGENCY_LABELS[kind]}
        </span>
      }
      actions={
        may && (
          <>
            {open && (
              <Button type="button" variant="danger" busy={busy} onClick={() => decide(kind)} shortcut={<Kbd>g</Kbd>}>
                緊急：対応を始めた
              </Button>
            )}
            <Button
              type="button"
              variant={open ? 'secondary' : 'tertiary'}
              size={open ? undefined : 'small'}
              busy={busy}
              onClick={() => decide(null)}
              shortcut={open && <Kbd>x</Kbd>}
            >
              {open ? '緊急ではない' : '緊急ではなかった'}
            </Button>
            <Button type="button" variant="tertiary" size="small" busy={busy} onClick={() => setChoosing(true)}>
              種類を変える
            </Button>
          </>
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
      {choosing && (
        <UrgencyKindDialog
          title="種類を変える"
          hint={`どのような危険か、矢印で選び、Enter で決めます。${decided ? '' : '緊急と記録します。'}`}
          chosen={kind}
          onClose={() => setChoosing(false)}
          onChoose={decide}
        />
      )}
    </Notice>
  );
}

function Cleared({ decided, words }: { decided: UrgencyProps['detail']['urgencyDecided']; words: Words }) {
  if (decided === null) return null;
  return (
    <p className="d-quiet">
      <span ref={words} tabIndex={-1}>
        <DateText at={decided.at} time /> に{decided.by}が「緊急ではない」と決めました。
      </span>
    </p>
  );
}

/** What nobody and nothing has called urgent can be, at any time. */
export function MarkUrgent({ detail, actions }: UrgencyProps) {
  const [choosing, setChoosing] = useState(false);
  const decide = useDecideUrgency(detail, actions);
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
        <UrgencyKindDialog
          title="緊急にする"
          hint="どのような危険か、矢印で選び、Enter で決めます。緊急の一覧に加わります。機械が知らせていなかったときは、その見落としとして数えます。"
          chosen={null}
          onClose={() => setChoosing(false)}
          onChoose={decide}
        />
      )}
    </>
  );
}
