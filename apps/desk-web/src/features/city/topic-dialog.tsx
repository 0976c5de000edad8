import type { SectionAdminView, TopicAdminView, TopicRequest } from '@kotae/contracts';
import { CheckboxField, Dialog, Select, TextArea, TextInput } from '@kotae/ui';
import { fieldError } from '../../shared/form-errors';
import { RecordForm } from '../../shared/record-form';
import { useSavePlace } from './api';
import { wordsOf } from './lists';

interface TopicDialogProps {
  topic: TopicAdminView | null;
  sections: readonly SectionAdminView[];
  onClose: () => void;
}

export function TopicDialog(props: TopicDialogProps) {
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.topic ? `「${props.topic.name}」の変更` : '分野を加える'}
      size="wide"
    >
      <TopicForm {...props} />
    </Dialog>
  );
}

function TopicForm({ topic, sections, onClose }: TopicDialogProps) {
  const save = useSavePlace<TopicRequest>('topics');
  return (
    <RecordForm
      save={save}
      fields={['name', 'sectionId', 'keywords', 'active']}
      request={({ text, ticked }) => ({
        id: topic?.code ?? null,
        request: {
          name: text('name'),
          sectionId: text('sectionId'),
          keywords: wordsOf(text('keywords')),
          active: topic === null || ticked('active'),
          version: topic?.version ?? null,
        },
      })}
      saved={({ text }) => `分野「${text('name')}」を保存しました`}
      onClose={onClose}
    >
      <TextInput
        id="topic-name"
        name="name"
        label="分野の名前"
        hint={topic ? '名前を変えても、これまでの決定・件数・学習した内容はこの分野のまま残ります。' : undefined}
        required
        maxLength={40}
        autoComplete="off"
        defaultValue={topic?.name}
        error={fieldError(save.error, 'name')}
      />
      <Select
        id="topic-section"
        name="sectionId"
        label="主に担当する課"
        hint="分野を選ぶと、この課が担当課の候補になります。振り分け済みの意見の担当課は変わりません。"
        required
        emptyLabel="選んでください"
        defaultValue={topic?.sectionId ?? ''}
        options={sections
          .filter((section) => section.active || section.id === topic?.sectionId)
          .map((section) => ({ value: section.id, label: section.name }))}
        error={fieldError(save.error, 'sectionId')}
      />
      <TextArea
        id="topic-keywords"
        name="keywords"
        label="手がかりの言葉"
        hint="この分野の声によく出る言葉。空白・読点・改行で区切ります。例がまだ少ない分野は、分野の名前とこの言葉だけから候補に出るので、自信は低く表示されます。"
        rows={topic && topic.keywords.length > 60 ? 10 : 5}
        defaultValue={topic?.keywords.join('　')}
        error={fieldError(save.error, 'keywords')}
      />
      {topic && (
        <CheckboxField
          id="topic-active"
          name="active"
          value="yes"
          label="この分野を使う"
          hint={
            topic.decisions > 0
              ? `外すと、候補に出ず、選べなくなります。これまでの${topic.decisions.toLocaleString('ja-JP')}件はこの分野のまま残ります。`
              : '外すと、候補に出ず、選べなくなります。'
          }
          defaultChecked={topic.active}
          error={fieldError(save.error, 'active')}
        />
      )}
    </RecordForm>
  );
}
