import type { SectionAdminView, SectionRequest } from '@kotae/contracts';
import { Button, CheckboxField, Dialog, TextInput } from '@kotae/ui';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
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
  const announce = useAnnounce();
  return (
    <form
      className="k-stack"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending) return;
        const data = new FormData(event.currentTarget);
        const name = String(data.get('name') ?? '').trim();
        save.mutate(
          {
            id: section?.id ?? null,
            request: {
              name,
              active: section === null || data.get('active') === 'yes',
              version: section?.version ?? null,
            },
          },
          {
            onSuccess: () => {
              announce({ text: `課「${name}」を保存しました` });
              onClose();
            },
          },
        );
      }}
    >
      <FormRefusal error={save.error} fields={['name', 'active']} />
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
      <div className="k-cluster d-dialog-actions">
        <Button type="button" variant="secondary" onClick={onClose}>
          やめる
        </Button>
        <Button type="submit" busy={save.isPending}>
          保存
        </Button>
      </div>
    </form>
  );
}
