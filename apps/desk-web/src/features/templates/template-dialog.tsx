import type { TemplateView } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';
import { Button, Dialog, Select, TextArea, TextInput } from '@kotae/ui';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useReference } from '../../shared/reference';
import { useOwnSection } from '../../shared/session';
import { useTemplateActions } from './api';

export function TemplateDialog({ template, onClose }: { template: TemplateView | null; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={template ? 'ひな形を直す' : 'ひな形を作る'} size="wide">
      <TemplateForm template={template} onClose={onClose} />
    </Dialog>
  );
}

function TemplateForm({ template, onClose }: { template: TemplateView | null; onClose: () => void }) {
  const { save, remove } = useTemplateActions();
  const own = useOwnSection();
  const announce = useAnnounce();
  const sections = useReference().sections.filter((section) => section.active);
  const [asking, setAsking] = useState(false);
  const done = (text: string) => () => {
    announce({ text });
    onClose();
  };
  return (
    <form
      className="k-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const text = (name: string) => String(data.get(name) ?? '').trim();
        save.mutate(
          {
            id: template?.id ?? null,
            name: text('name'),
            body: text('body'),
            sectionId: own ?? (text('sectionId') || null),
          },
          { onSuccess: done('ひな形を保存しました') },
        );
      }}
    >
      <FormRefusal error={save.error ?? remove.error} fields={['name', 'body', 'sectionId']} />
      <TextInput
        id="template-name"
        name="name"
        label="名前"
        required
        width="medium"
        defaultValue={template?.name}
        maxLength={LIMITS.templateName}
        error={fieldError(save.error, 'name')}
      />
      {own === null && (
        <Select
          id="template-section"
          name="sectionId"
          label="使う課"
          badge="none"
          emptyLabel="すべての課（共通）"
          defaultValue={template?.sectionId ?? ''}
          options={sections.map((section) => ({ value: section.id, label: section.name }))}
          error={fieldError(save.error, 'sectionId')}
        />
      )}
      <TextArea
        id="template-body"
        name="body"
        label="文"
        required
        rows={8}
        defaultValue={template?.body}
        count={{ max: LIMITS.answer }}
        error={fieldError(save.error, 'body')}
      />
      <div className="k-cluster k-cluster--between">
        {template && !asking && (
          <Button type="button" variant="tertiary" onClick={() => setAsking(true)}>
            削除する
          </Button>
        )}
        {template && asking && (
          <Button
            type="button"
            variant="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate(template.id, { onSuccess: done('ひな形を削除しました') })}
          >
            本当に削除する（元に戻せません）
          </Button>
        )}
        <div className="k-cluster">
          <Button type="button" variant="secondary" onClick={onClose}>
            やめる
          </Button>
          <Button type="submit" busy={save.isPending}>
            保存
          </Button>
        </div>
      </div>
    </form>
  );
}
