import type { HiddenMark, PublicationView } from '@kotae/contracts';
import { LIMITS, characters } from '@kotae/kernel';
import { Button, Chip, DateText, Exchange, Kbd, Link, Notice, PageHeader, TextArea, TextInput } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useFocusBack } from '../../shared/focus-back';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { publicationQuery, usePublicationActions } from './api';
import { Findings } from './findings';
import { HideWords } from './hide-words';
import { hideEverywhere, timesIn } from './resolve';
import type { PublicTexts } from './resolve';
import { STATE_LABELS } from './state-labels';
import { Withdrawal } from './withdrawal';

export function PublicationScreen() {
  const { id = '' } = useParams();
  usePageTitle('公表用の文');
  const publication = useQuery(publicationQuery(id));
  return (
    <Loaded query={publication} label="公表用の文を読み込んでいます">
      {(data) => <Publication key={data.id} publication={data} />}
    </Loaded>
  );
}

/** What is being written, since which version; `sent` is what was last saved from here. */
interface Draft {
  readonly version: number;
  readonly texts: PublicTexts;
  readonly sent: PublicTexts | null;
  readonly cleared: readonly string[];
  readonly hidden: readonly HiddenMark[];
}

/** A new version starts the draft afresh; only what was typed while it was being saved stays. */
function draftOf({ version, title, question, answer, cleared, hidden }: PublicationView, before?: Draft): Draft {
  const typedSince = before?.sent && before.texts !== before.sent;
  return { version, texts: typedSince ? before.texts : { title, question, answer }, sent: null, cleared, hidden };
}

/** The public question and answer: a text of its own. Nothing goes out while personal information is found in it. */
function Publication({ publication }: { publication: PublicationView }) {
  const { save, publish } = usePublicationActions(publication.id);
  const announce = useAnnounce();
  const [draft, setDraft] = useState(() => draftOf(publication));
  let now = draft;
  if (draft.version !== publication.version) {
    now = draftOf(publication, draft);
    setDraft(now);
  }
  const { texts, cleared, hidden } = now;
  const left = publication.pii.filter((found) => !cleared.includes(found.text));
  const findingsTitle = useFocusBack<HTMLSpanElement>(publication.version, save.submittedAt);
  const dirty =
    texts.title !== publication.title ||
    texts.question !== publication.question ||
    texts.answer !== publication.answer ||
    cleared.length !== publication.cleared.length;
  const editable = publication.state === 'draft';
  const set = (part: Partial<PublicTexts>) =>
    setDraft((before) => ({ ...before, texts: { ...before.texts, ...part } }));
  const store = (changed = texts, known = cleared, marks = hidden) => {
    if (save.isPending) return;
    setDraft({ version: publication.version, texts: changed, sent: changed, cleared: known, hidden: marks });
    save.mutate(
      { ...changed, cleared: [...known], hidden: [...marks], version: publication.version },
      {
        onSuccess: () => announce({ text: '保存し、個人情報をもう一度調べました' }),
        onError: () => setDraft((before) => ({ ...before, sent: null })),
      },
    );
  };
  const hide = (words: string, kind: HiddenMark['kind'], found: boolean) => {
    const marks = [...hidden, ...Array.from({ length: timesIn(texts, words) }, () => ({ kind, found }))];
    store(hideEverywhere(texts, words), cleared, marks);
  };
  return (
    <div className="k-stack">
      <PageHeader
        title="公表用の文"
        eyebrow={
          <>
            もとの声 <Link href={`/submissions/${publication.submissionId}`}>{publication.receiptNumber}</Link>
            {'　'}
            {publication.topicName}　{publication.sectionName}
          </>
        }
        actions={
          <Chip state="plain" tone={STATE_LABELS[publication.state].tone}>
            {STATE_LABELS[publication.state].text}
          </Chip>
        }
      />
      {!publication.publishConsent && (
        <Notice kind="warning">
          <p>差出人は公表に同意していません。だれの声か分からない要旨だけの文にしてください。</p>
        </Notice>
      )}
      {publication.withdrawnOn && (
        <p className="d-quiet">
          <DateText day={publication.withdrawnOn} format="short" />
          に取り下げました。理由：{publication.withdrawnReason}
        </p>
      )}
      <FormRefusal error={save.error ?? publish.error} fields={['title', 'question', 'answer']} />
      {editable ? (
        <form
          className="k-split"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            store();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) store();
          }}
        >
          <div className="k-stack">
            <TextInput
              id="pub-title"
              name="title"
              label="題"
              required
              value={texts.title}
              onChange={(event) => set({ title: event.currentTarget.value })}
              error={fieldError(save.error, 'title')}
            />
            <TextArea
              id="pub-question"
              name="question"
              label="いただいた声（要旨）"
              required
              rows={7}
              value={texts.question}
              onChange={(event) => set({ question: event.currentTarget.value })}
              count={{ max: LIMITS.answer, current: characters(texts.question) }}
              error={fieldError(save.error, 'question')}
            />
            <TextArea
              id="pub-answer"
              name="answer"
              label="市の考え方"
              required
              rows={9}
              value={texts.answer}
              onChange={(event) => set({ answer: event.currentTarget.value })}
              count={{ max: LIMITS.answer, current: characters(texts.answer) }}
              error={fieldError(save.error, 'answer')}
            />
            <div className="d-actions">
              <Button
                type="submit"
                variant={dirty ? 'primary' : 'secondary'}
                busy={save.isPending}
                shortcut={<Kbd>Ctrl+Enter</Kbd>}
              >
                保存して調べる
              </Button>
              <Button
                type="button"
                variant={dirty ? 'secondary' : 'primary'}
                busy={publish.isPending}
                aria-disabled={dirty || left.length > 0 || undefined}
                aria-describedby="publish-why"
                onClick={() => {
                  if (!dirty && left.length === 0)
                    publish.mutate(publication.version, { onSuccess: () => announce({ text: '公表しました' }) });
                }}
              >
                公表する
              </Button>
              <span id="publish-why" className="k-muted k-small">
                {dirty
                  ? '保存すると公表できます'
                  : left.length > 0
                    ? '個人情報を解決すると公表できます'
                    : '市民のページに載ります'}
              </span>
            </div>
          </div>
          <div className="k-stack">
            <Findings
              texts={publication}
              pii={left}
              busy={save.isPending}
              title={findingsTitle}
              onHide={({ text, kind }) => hide(text, kind, true)}
              onClear={(found) => store(texts, [...cleared, found])}
            />
            <HideWords texts={texts} busy={save.isPending} onHide={(words, kind) => hide(words, kind, false)} />
          </div>
        </form>
      ) : (
        <div className="k-panel k-stack k-measure">
          <h2>{publication.title}</h2>
          <Exchange voice={publication.question} answer={publication.answer} />
        </div>
      )}
      {publication.state === 'published' && <Withdrawal publication={publication} />}
    </div>
  );
}
