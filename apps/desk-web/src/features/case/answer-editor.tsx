import type { OpinionView } from '@kotae/contracts';
import { LIMITS, characters } from '@kotae/kernel';
import { Button, Kbd, Select, TextArea } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useOneAtATime } from '../../shared/one-at-a-time';
import { useMe } from '../../shared/session';
import { templatesQuery } from './api';
import type { CaseActions } from './api';

/** Where a section writes. What is typed stays in this tab until it is saved, through a reload too. */
export function AnswerEditor({ opinion, actions }: { opinion: OpinionView; actions: CaseActions }) {
  const stored = `kotae.desk.answer.${opinion.id}`;
  const [body, setBody] = useState(() => sessionStorage.getItem(stored) ?? opinion.answer.body);
  const templates = useTemplates(opinion.sectionId);
  const announce = useAnnounce();
  const once = useOneAtATime<void>();
  const { saveAnswer, answerStep } = actions;
  const dirty = body !== opinion.answer.body;
  const id = `answer-${opinion.id}`;
  useEffect(() => {
    if (dirty) sessionStorage.setItem(stored, body);
    else sessionStorage.removeItem(stored);
  }, [stored, body, dirty]);

  const save = async () => {
    const saved = await saveAnswer.mutateAsync({ opinionId: opinion.id, body, version: opinion.answer.version });
    sessionStorage.removeItem(stored);
    return saved.version;
  };
  const saveOnly = () =>
    void save().then(
      () => announce({ text: '下書きを保存しました' }),
      () => undefined,
    );
  const submit = async () => {
    if (body.trim() === '') return;
    const version = dirty ? await save() : opinion.answer.version;
    await answerStep.mutateAsync({ opinionId: opinion.id, step: 'submit', version });
    announce({ text: '決裁に出しました' });
  };
  return (
    <form
      className="k-stack k-stack--small"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void once(submit).catch(() => undefined);
      }}
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        if (event.key === 'Enter') event.currentTarget.requestSubmit();
        if (event.key === 's') {
          event.preventDefault();
          saveOnly();
        }
      }}
    >
      <FormRefusal error={saveAnswer.error ?? answerStep.error} fields={['body']} />
      {templates.length > 0 && (
        <div className="d-template">
          <Select
            id={`${id}-template`}
            name="template"
            label="ひな形を差し込む"
            badge="none"
            emptyLabel="選んでください"
            value=""
            options={templates.map((template) => ({ value: template.id, label: template.name }))}
            onChange={(event) => {
              const template = templates.find((candidate) => candidate.id === event.currentTarget.value);
              if (template)
                setBody((now) => (now.trim() === '' ? template.body : `${now.trimEnd()}\n\n${template.body}`));
            }}
          />
        </div>
      )}
      <TextArea
        id={id}
        name="body"
        label="回答案"
        labelHidden
        badge="none"
        rows={7}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        count={{ max: LIMITS.answer, current: characters(body) }}
        error={fieldError(saveAnswer.error, 'body')}
      />
      <div className="k-cluster">
        <Button
          type="submit"
          busy={saveAnswer.isPending || answerStep.isPending}
          aria-disabled={body.trim() === '' || undefined}
          shortcut={<Kbd>Ctrl+Enter</Kbd>}
        >
          決裁に出す
        </Button>
        <Button
          type="button"
          variant="secondary"
          busy={saveAnswer.isPending}
          onClick={saveOnly}
          shortcut={<Kbd>Ctrl+S</Kbd>}
        >
          下書きを保存
        </Button>
        <span className="k-muted k-small" role="status">
          {dirty ? '保存していない変更があります' : ''}
        </span>
      </div>
    </form>
  );
}

/** The section's own templates and those of everyone. */
function useTemplates(sectionId: string) {
  const me = useMe();
  const templates = useQuery({ ...templatesQuery, enabled: me.permissions.includes('template.write') });
  return (templates.data ?? []).filter((template) => template.sectionId === null || template.sectionId === sectionId);
}
