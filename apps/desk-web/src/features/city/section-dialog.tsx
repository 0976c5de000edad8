import type { SectionAdminView, SectionRequest } from '@kotae/contracts';
import { CheckboxField, Dialog, TextInput } from '@kotae/ui';
import { fieldError } from '../../shared/form-errors';
import { RecordForm } from '../../shared/record-form';
import { useSavePlace } from './api';

export function SectionDialog({ section, onClose }: { section: SectionAdminView | null; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={section ? `「${section.name}」の変更` : '課を加える'}>
      <SectionForm section={section} onClose={onClose} />
    </Dialog>
  );
}

function SectionForm({ section, onClose }: { section: SectionAdminView | null; onClose: () => void }) {
  const save = useSavePlace<SectionRequest>('sections');
  return (
    <RecordForm
      save={save}
      fields={['name', 'active']}
      request={({ text, ticked }) => ({
        id: section?.id ?? null,
        request: {
          name: text('name'),
          active: section === null || ticked('active'),
          version: section?.version ?? null,
        },
      })}
      saved={({ text }) => `課「${text('name')}」を保存しました`}
      onClose={onClose}
    >
      <TextInput
        id="section-name"
        name="name"
        label="課の名前"
        hint={
          section
            ? '名前だけが変わるときは、ここで変えます。担当する意見・職員・分野はそのままです。'
            : '加えたあとで、分野の「主に担当する課」と、職員の課に選べるようになります。'
        }
        required
        maxLength={40}
        autoComplete="off"
        defaultValue={section?.name}
        error={fieldError(save.error, 'name')}
      />
      {section && (
        <CheckboxField
          id="section-active"
          name="active"
          value="yes"
          label="この課を使う"
          hint="担当する分野・終わっていない意見・職員がいる間は外せません。ほかの課が引き継ぐときは「ほかの課に統合」を使います。"
          defaultChecked={section.active}
          error={fieldError(save.error, 'active')}
        />
      )}
    </RecordForm>
  );
}
