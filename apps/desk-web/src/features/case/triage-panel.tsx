import type { SubmissionDetail } from '@kotae/contracts';
import { OPINION_CLASSES } from '@kotae/kernel';
import { Button, Kbd } from '@kotae/ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { useClassNames } from '../../shared/class-names';
import { FormRefusal } from '../../shared/form-errors';
import { useKeys } from '../../shared/keys';
import { ReasonDialog } from '../../shared/reason-dialog';
import { useReference } from '../../shared/reference';
import { ChooseDialog } from './choose-dialog';
import { draftKeys } from './draft-keys';
import { sectionChoices, topicChoices } from './label-choices';
import { OpinionDraft } from './opinion-draft';
import {
  decisionOf,
  missing,
  select,
  withClass,
  withFiner,
  withMerge,
  withSection,
  withSubtype,
  withTopic,
} from './triage-draft';
import type { Triage } from './use-triage';
import type { CaseActions } from './api';

export interface TriagePanelProps {
  detail: SubmissionDetail;
  triage: Triage;
  actions: CaseActions;
  /** Begins to choose text by keyboard, or cuts what is selected. */
  onSplit: () => void;
  onDone: () => void;
  /** Leaves a later change without making it. */
  onCancel?: () => void;
  /** The other ways to end, in the same bar. */
  endings?: ReactNode;
}

/** The decision: what the letter asks for, whose it is. Everything has a key; nothing needs the mouse. */
export function TriagePanel({ detail, triage, actions, onSplit, onDone, onCancel, endings }: TriagePanelProps) {
  const reference = useReference();
  const classes = useClassNames();
  const announce = useAnnounce();
  const [choosing, setChoosing] = useState<'topic' | 'section' | null>(null);
  const [asking, setAsking] = useState(false);
  const { draft } = triage;
  const current = draft.opinions[draft.current];
  const later = detail.opinions.length > 0;
  const decision = decisionOf(draft);

  const send = (reason: string | null) => {
    if (!decision) return;
    actions.triage.mutate({ version: detail.version, opinions: decision, reason }, { onSuccess: onDone });
  };
  const confirm = () => {
    if (!decision) announce({ text: `${missing(draft).join('、')}が決まっていません` });
    else if (later) setAsking(true);
    else send(null);
  };
  useKeys('振り分け', [
    { keys: ['Enter', 'Ctrl+Enter'], shown: 'Enter', label: later ? '確定' : '確定して次へ', bar: true, run: confirm },
    ...OPINION_CLASSES.map((code, index) => ({
      keys: [`${index + 1}`],
      label: `分類：${classes.name(code)}`,
      run: () => triage.change((d) => withClass(d, code)),
    })),
    { keys: ['t'], label: '分野', bar: true, run: () => setChoosing('topic') },
    { keys: ['a'], label: '担当課', bar: true, run: () => setChoosing('section') },
    { keys: ['s'], label: '分ける', bar: true, run: onSplit },
    ...draftKeys(triage),
    {
      keys: ['j', 'ArrowDown'],
      shown: 'j / ↓',
      label: '次の意見',
      run: () => triage.look((d) => select(d, d.current + 1)),
    },
    {
      keys: ['k', 'ArrowUp'],
      shown: 'k / ↑',
      label: '前の意見',
      run: () => triage.look((d) => select(d, d.current - 1)),
    },
  ]);

  return (
    <section className="k-stack" aria-label="意見の振り分け">
      {!detail.suggestion && (
        <p className="d-quiet" role="status">
          機械が読んでいます。候補は数秒で出ます。待たずに決めてもかまいません。
        </p>
      )}
      <ol className="d-opinions">
        {draft.opinions.map((opinion, index) => (
          <OpinionDraft
            key={opinion.key}
            opinion={opinion}
            ordinal={index + 1}
            text={draft.body.slice(opinion.start, opinion.end)}
            current={index === draft.current}
            reference={reference}
            onSelect={() => triage.look((d) => select(d, index))}
            onClass={(code) => triage.change((d) => withClass(d, code))}
            onSubtype={(subtype) => triage.change((d) => withSubtype(d, subtype))}
            onFiner={(code) => triage.change((d) => withFiner(d, code))}
            onTopic={() => setChoosing('topic')}
            onSection={() => setChoosing('section')}
          />
        ))}
      </ol>
      {!asking && <FormRefusal error={actions.triage.error} />}
      <div className="d-actions d-actions--bar">
        <Button type="button" busy={actions.triage.isPending} onClick={confirm} shortcut={<Kbd>Enter</Kbd>}>
          {later ? '変更を確定' : '確定して次へ'}
        </Button>
        <Button
          type="button"
          variant="secondary"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onSplit}
          shortcut={<Kbd>s</Kbd>}
        >
          分ける
        </Button>
        {draft.opinions.length > 1 && (
          <Button type="button" variant="secondary" onClick={() => triage.change(withMerge)} shortcut={<Kbd>m</Kbd>}>
            まとめる
          </Button>
        )}
        {triage.changed && (
          <Button type="button" variant="tertiary" onClick={triage.undo} shortcut={<Kbd>z</Kbd>}>
            元に戻す
          </Button>
        )}
        {onCancel && (
          <Button type="button" variant="tertiary" onClick={onCancel}>
            変更をやめる
          </Button>
        )}
        {endings}
      </div>
      {current && choosing === 'topic' && (
        <ChooseDialog
          title="分野を選ぶ"
          hint="名前や担当課の一部を打つと絞られます。矢印で選び、Enter で決めます。"
          choices={topicChoices(reference, current)}
          chosen={current.topic}
          onClose={() => setChoosing(null)}
          onChoose={(code) => {
            const topic = reference.topics.find((candidate) => candidate.code === code);
            if (topic) triage.change((d) => withTopic(d, topic));
            setChoosing(null);
          }}
        />
      )}
      {current && choosing === 'section' && (
        <ChooseDialog
          title="担当課を選ぶ"
          hint="課の名前か、担当する分野の一部を打つと絞られます。"
          choices={sectionChoices(reference)}
          chosen={current.sectionId}
          onClose={() => setChoosing(null)}
          onChoose={(id) => {
            triage.change((d) => withSection(d, id));
            setChoosing(null);
          }}
        />
      )}
      {asking && (
        <ReasonDialog
          title="分類を変更する"
          label="変更の理由"
          hint="前の決定も、この理由も、経過に残ります。"
          confirmLabel="変更を確定"
          busy={actions.triage.isPending}
          error={actions.triage.error}
          onClose={() => {
            actions.triage.reset();
            setAsking(false);
          }}
          onConfirm={(reason) => send(reason)}
        />
      )}
    </section>
  );
}
