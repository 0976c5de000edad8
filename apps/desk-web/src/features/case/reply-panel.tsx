import type { ReplyDraft, SubmissionDetail } from '@kotae/contracts';
import { Button, Chip, DateText, Exchange, LinkButton, TextArea } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useKeys } from '../../shared/keys';
import { Loaded } from '../../shared/loaded';
import { useOneAtATime } from '../../shared/one-at-a-time';
import { circled } from '../../shared/words';
import { replyQuery } from './api';
import type { CaseActions } from './api';

const STATES: Readonly<Record<ReplyDraft['state'], string>> = {
  draft: '発送前',
  sending: '送信しています',
  sent: '発送済み',
  failed: '届きませんでした',
};

/** The one reply: which part answers which opinion, as the resident will read it. */
export function ReplyPanel({ detail, actions }: { detail: SubmissionDetail; actions: CaseActions }) {
  const editable = detail.actions.includes('edit_reply');
  const draft = useQuery({ ...replyQuery(detail.submissionId), enabled: editable && !detail.replyView });
  // Before anything is approved there is nothing to read; a half reply is the desk's business only.
  if (!editable && (!detail.replyView || detail.replyView.state === 'draft')) return null;
  return (
    <section id="reply" tabIndex={-1} className="k-panel k-stack d-reply" aria-label="返信">
      {detail.replyView ? (
        <Reply key={detail.replyView.version} reply={detail.replyView} detail={detail} actions={actions} />
      ) : (
        <Loaded query={draft} label="返信をまとめています">
          {(reply) => <Reply key={reply.version} reply={reply} detail={detail} actions={actions} />}
        </Loaded>
      )}
    </section>
  );
}

function Reply({ reply, detail, actions }: { reply: ReplyDraft; detail: SubmissionDetail; actions: CaseActions }) {
  const editable = detail.actions.includes('edit_reply') && (reply.state === 'draft' || reply.state === 'failed');
  const sendable = detail.actions.includes('send_reply') && editable;
  const [opening, setOpening] = useState(reply.opening);
  const [closing, setClosing] = useState(reply.closing);
  const announce = useAnnounce();
  const once = useOneAtATime<void>();
  const { saveReply, sendReply, replyPosted } = actions;
  const busy = saveReply.isPending || sendReply.isPending || replyPosted.isPending;
  const dirty = opening !== reply.opening || closing !== reply.closing;
  useKeys('返信', editable ? [{ keys: ['e'], label: '返信へ', bar: true, run: goToReply }] : []);
  const letter = `/api/submissions/${detail.submissionId}/reply/letter.pdf`;

  /** Saves what was typed and tells the version to go on with. */
  const saved = async () => {
    if (!dirty) return reply.version;
    return (await saveReply.mutateAsync({ opening, closing, version: reply.version })).version;
  };
  const run = (work: () => Promise<unknown>, said: string) => () => {
    void once(async () => {
      await work();
      announce({ text: said });
    }).catch(() => undefined);
  };
  return (
    <>
      <div className="k-cluster">
        <h2>返信</h2>
        <Chip state="plain" tone={reply.state === 'failed' ? 'danger' : reply.state === 'sent' ? 'success' : 'neutral'}>
          {STATES[reply.state]}
        </Chip>
        <span className="k-muted">
          {reply.channel === 'email' ? 'メールで' : reply.channel === 'post' ? '郵送で' : ''}　差出人 {reply.signer}
          {reply.sentOn && (
            <>
              {'　'}
              <DateText day={reply.sentOn} format="short" />
            </>
          )}
        </span>
      </div>
      <FormRefusal error={saveReply.error ?? sendReply.error ?? replyPosted.error} fields={['opening', 'closing']} />
      {editable ? (
        <TextArea
          id="reply-opening"
          name="opening"
          label="書き出し"
          badge="none"
          rows={3}
          value={opening}
          onChange={(event) => setOpening(event.currentTarget.value)}
          error={fieldError(saveReply.error, 'opening')}
        />
      ) : (
        <p className="k-preserve">{reply.opening}</p>
      )}
      <ol className="d-reply__parts">
        {reply.parts.map((part) => (
          <li key={part.opinionId}>
            <Exchange
              voiceLabel={`いただいた声 ${circled(part.ordinal)}`}
              voice={part.quote}
              answerLabel={`${part.sectionName}からの回答`}
              answer={part.answer}
            />
          </li>
        ))}
      </ol>
      {editable ? (
        <TextArea
          id="reply-closing"
          name="closing"
          label="結び"
          badge="none"
          rows={3}
          value={closing}
          onChange={(event) => setClosing(event.currentTarget.value)}
          error={fieldError(saveReply.error, 'closing')}
        />
      ) : (
        <p className="k-preserve">{reply.closing}</p>
      )}
      {editable && (
        <div className="d-actions">
          {sendable && reply.channel === 'email' && (
            <Button
              type="button"
              busy={busy}
              onClick={run(async () => sendReply.mutateAsync(await saved()), '返信を送っています')}
            >
              メールで送る
            </Button>
          )}
          {sendable && reply.channel !== 'email' && (
            <>
              <LinkButton href={letter} variant={dirty ? 'secondary' : 'primary'}>
                手紙（PDF）を作る
              </LinkButton>
              <Button
                type="button"
                variant="secondary"
                busy={busy}
                onClick={run(async () => replyPosted.mutateAsync(await saved()), '発送済みにしました')}
              >
                投函した
              </Button>
            </>
          )}
          <Button type="button" variant="secondary" busy={busy} onClick={run(saved, '返信を保存しました')}>
            保存
          </Button>
          {dirty && <span className="k-muted k-small">保存していない変更があります</span>}
        </div>
      )}
      {!editable && reply.channel === 'post' && (
        <p>
          <a href={letter}>手紙（PDF）を見る</a>
        </p>
      )}
    </>
  );
}

function goToReply() {
  const panel = document.getElementById('reply');
  panel?.scrollIntoView({ block: 'start' });
  panel?.focus({ preventScroll: true });
}
