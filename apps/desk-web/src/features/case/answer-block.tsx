import type { OpinionView, SubmissionDetail } from '@kotae/contracts';
import { Button, Chip, DateText } from '@kotae/ui';
import { useState } from 'react';
import { FormRefusal } from '../../shared/form-errors';
import { ReasonDialog } from '../../shared/reason-dialog';
import { useMay, useOwnSection } from '../../shared/session';
import { AnswerEditor } from './answer-editor';
import { ANSWER_WORDS, STEP_WORDS } from './answer-words';
import type { CaseActions } from './api';

/** An opinion's answer: written by its section, approved on its route, read by everyone else. */
export function AnswerBlock({
  detail,
  opinion,
  actions,
}: {
  detail: SubmissionDetail;
  opinion: OpinionView;
  actions: CaseActions;
}) {
  const section = useOwnSection();
  const mayDismiss = useMay('submission.triage') && detail.actions.includes('circulate');
  const { answer } = opinion;
  const own = section === opinion.sectionId;
  const writable = ['waiting', 'draft', 'sent_back'].includes(answer.state);
  const words = ANSWER_WORDS[answer.state];
  const last = answer.steps.at(-1);
  return (
    <div className="d-answer">
      <div className="k-cluster">
        <span className="d-answer__label">{opinion.sectionName}の回答</span>
        <Chip state="plain" tone={words.tone}>
          {words.text}
        </Chip>
        {answer.route.length > 0 && answer.state !== 'waiting' && (
          <span className="d-route" role="group" aria-label="決裁の道すじ">
            {answer.route.map((step) => (
              <span
                key={`${step.role} ${step.name}`}
                className={step.done ? 'd-route__step d-route__step--done' : 'd-route__step'}
              >
                {step.name}
                {step.done && <span aria-hidden="true"> 済</span>}
                <span className="k-visually-hidden">{step.done ? '（済み）' : '（これから）'}</span>
              </span>
            ))}
          </span>
        )}
      </div>
      {last && (
        <p className={last.action === 'send_back' && answer.state === 'sent_back' ? 'd-comment' : 'd-quiet'}>
          <DateText at={last.at} format="short" /> {last.by}が{STEP_WORDS[last.action]}。
          {last.comment && <>「{last.comment}」</>}
        </p>
      )}
      {own && writable && detail.actions.includes('write_answer') ? (
        <AnswerEditor key={answer.version} opinion={opinion} actions={actions} />
      ) : (
        answer.body && <div className="d-answer__text">{answer.body}</div>
      )}
      {own && answer.state === 'submitted' && detail.actions.includes('approve_answer') && (
        <Approval opinion={opinion} actions={actions} />
      )}
      {writable && mayDismiss && <NotNeeded opinion={opinion} actions={actions} />}
    </div>
  );
}

function Approval({ opinion, actions }: { opinion: OpinionView; actions: CaseActions }) {
  const [sendingBack, setSendingBack] = useState(false);
  const { answerStep } = actions;
  const step = (name: 'approve' | 'send-back', comment: string | null) =>
    answerStep.mutate(
      { opinionId: opinion.id, step: name, version: opinion.answer.version, comment },
      { onSuccess: () => setSendingBack(false) },
    );
  return (
    <>
      {!sendingBack && <FormRefusal error={answerStep.error} />}
      <div className="k-cluster">
        <Button type="button" busy={answerStep.isPending} onClick={() => step('approve', null)}>
          決裁する
        </Button>
        <Button type="button" variant="secondary" onClick={() => setSendingBack(true)}>
          差し戻す
        </Button>
      </div>
      {sendingBack && (
        <ReasonDialog
          title="回答案を差し戻す"
          label="差し戻しのコメント"
          hint="どこをどう直すかを、担当者に分かるように書いてください。"
          confirmLabel="差し戻す"
          busy={answerStep.isPending}
          error={answerStep.error}
          onClose={() => {
            answerStep.reset();
            setSendingBack(false);
          }}
          onConfirm={(comment) => step('send-back', comment)}
        />
      )}
    </>
  );
}

/** The desk's decision that this opinion needs no answer of its own, e.g. thanks. */
function NotNeeded({ opinion, actions }: { opinion: OpinionView; actions: CaseActions }) {
  const [asking, setAsking] = useState(false);
  const { answerStep } = actions;
  return (
    <div>
      <Button type="button" variant="tertiary" size="small" onClick={() => setAsking(true)}>
        回答は不要にする
      </Button>
      {asking && (
        <ReasonDialog
          title="回答は不要にする"
          label="回答しない理由"
          confirmLabel="不要にする"
          busy={answerStep.isPending}
          error={answerStep.error}
          onClose={() => {
            answerStep.reset();
            setAsking(false);
          }}
          onConfirm={(comment) =>
            answerStep.mutate(
              { opinionId: opinion.id, step: 'not-needed', version: opinion.answer.version, comment },
              { onSuccess: () => setAsking(false) },
            )
          }
        />
      )}
    </div>
  );
}
