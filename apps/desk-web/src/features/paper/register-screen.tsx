import { CHANNELS, CHANNEL_LABELS, LIMITS, SUBMISSION_KINDS, SUBMISSION_KIND_LABELS, characters } from '@kotae/kernel';
import type { Channel, SubmissionKind } from '@kotae/kernel';
import { Button, Kbd, LinkButton, PageHeader, Select, TextArea, TextInput } from '@kotae/ui';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { usePageTitle } from '../../shared/page-title';
import { useReference } from '../../shared/reference';
import { useRegister } from './api';
import type { RegisterAccepted } from '@kotae/contracts';
import { isTouched, requestOf } from './draft';
import { RegisteredNotice } from './registered-notice';
import { Scans } from './scans';
import { SubmitterFields } from './submitter-fields';
import { usePaperDraft } from './use-paper-draft';

/** What comes by itself is not typed in. */
const TYPED_CHANNELS = CHANNELS.filter((channel) => channel !== 'web');
const FIELDS = ['kind', 'channel', 'receivedOn', 'subject', 'body', 'submitter', 'reply'];

/** A postcard, a letter, a fax, a telephone memo, a visit: the sheet at the left, what it says at the right. */
export function RegisterScreen() {
  usePageTitle('紙・電話の登録');
  const { today } = useReference();
  const { draft, set, next } = usePaperDraft(today);
  const register = useRegister();
  const announce = useAnnounce();
  const [done, setDone] = useState<RegisterAccepted | null>(null);
  const [asked, setAsked] = useState(false);
  const empty = draft.body.trim() === '';
  const submit = () => {
    setAsked(true);
    if (empty) return document.getElementById('paper-body')?.focus();
    register.mutate(requestOf(draft), {
      onSuccess: (registered) => {
        setDone(registered);
        setAsked(false);
        next();
        announce({ text: `${registered.receiptNumber} を登録しました`, quiet: true });
        document.getElementById('main')?.scrollTo(0, 0);
        window.scrollTo(0, 0);
      },
    });
  };
  const error = register.error;
  return (
    <div className="k-stack k-stack--large">
      <PageHeader
        title="紙・電話の登録"
        lead="届いた日は、登録する日ではなく、実際に市に届いた日を入れてください。"
        actions={
          <LinkButton href="/api/postcard.pdf" variant="secondary" size="small">
            「私の提案はがき」を印刷する（PDF）
          </LinkButton>
        }
      />
      {done && <RegisteredNotice done={done} onClose={() => setDone(null)} />}
      <form
        noValidate
        className="k-split"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      >
        <Scans scans={draft.scans} onChange={(scans) => set({ scans })} />
        <div className="k-stack">
          <FormRefusal error={error} fields={FIELDS} />
          <div className="d-fields">
            <Select
              id="paper-channel"
              name="channel"
              label="届き方"
              badge="none"
              value={draft.channel}
              options={TYPED_CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }))}
              onChange={(event) => set(channelChange(event.currentTarget.value))}
              error={fieldError(error, 'channel')}
            />
            <Select
              id="paper-kind"
              name="kind"
              label="種類"
              badge="none"
              value={draft.kind}
              options={SUBMISSION_KINDS.map((value) => ({ value, label: SUBMISSION_KIND_LABELS[value] }))}
              onChange={(event) => set({ kind: SUBMISSION_KINDS.find((k) => k === event.currentTarget.value) })}
              error={fieldError(error, 'kind')}
            />
            <TextInput
              id="paper-received"
              name="receivedOn"
              type="date"
              width="short"
              label="届いた日"
              badge="none"
              max={today}
              value={draft.receivedOn}
              onChange={(event) => set({ receivedOn: event.currentTarget.value })}
              error={fieldError(error, 'receivedOn')}
            />
          </div>
          <TextInput
            id="paper-subject"
            name="subject"
            label="件名"
            hint="書かれていなければ空のままにします。"
            value={draft.subject}
            onChange={(event) => set({ subject: event.currentTarget.value })}
            error={fieldError(error, 'subject')}
          />
          <TextArea
            id="paper-body"
            name="body"
            label="本文"
            hint="書かれているとおりに打ちます。読めない字は■にします。"
            required
            rows={10}
            value={draft.body}
            onChange={(event) => set({ body: event.currentTarget.value })}
            count={{ max: LIMITS.body, current: characters(draft.body) }}
            error={fieldError(error, 'body') ?? (asked && empty ? '本文を打ってください' : undefined)}
          />
          <SubmitterFields draft={draft} set={set} error={error} />
          <div className="d-actions">
            <Button type="submit" busy={register.isPending} shortcut={<Kbd>Ctrl+Enter</Kbd>}>
              登録する
            </Button>
            {isTouched(draft) && (
              <>
                <Button type="button" variant="tertiary" onClick={next}>
                  書きかけを消す
                </Button>
                <span className="k-muted k-small">書きかけはこのタブに残ります</span>
              </>
            )}
          </div>
        </div>
      </form>
    </div>
  );
}

/** A postcard is mostly the city's own; everything else is an opinion or a letter. */
function channelChange(value: string): { channel?: Channel; kind?: SubmissionKind } {
  const channel = TYPED_CHANNELS.find((candidate) => candidate === value);
  if (!channel) return {};
  return {
    channel,
    kind: channel === 'postcard' ? 'proposal_postcard' : channel === 'letter' ? 'letter_to_mayor' : 'web_opinion',
  };
}
