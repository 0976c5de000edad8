import type { StaffView } from '@kotae/contracts';
import { ROLES, ROLE_LABELS } from '@kotae/kernel';
import type { Role } from '@kotae/kernel';
import { CheckboxField, Dialog, Select, TextInput } from '@kotae/ui';
import { useState } from 'react';
import { fieldError } from '../../shared/form-errors';
import { RecordForm } from '../../shared/record-form';
import { useReference } from '../../shared/reference';
import { useSaveStaff } from './api';

export function StaffDialog({ staff, onClose }: { staff: StaffView | null; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={staff ? `${staff.name}さんの変更` : '職員を加える'}>
      <StaffForm staff={staff} onClose={onClose} />
    </Dialog>
  );
}

function StaffForm({ staff, onClose }: { staff: StaffView | null; onClose: () => void }) {
  const save = useSaveStaff();
  const sections = useReference().sections.filter((section) => section.active || section.id === staff?.sectionId);
  const [role, setRole] = useState<Role>(staff?.role ?? 'section_member');
  const ofSection = role === 'section_member' || role === 'section_approver';
  return (
    <RecordForm
      save={save}
      fields={['login', 'name', 'role', 'sectionId', 'password', 'active']}
      request={({ text, ticked, raw }) => ({
        id: staff?.id ?? null,
        login: text('login'),
        name: text('name'),
        role,
        sectionId: ofSection ? text('sectionId') || null : null,
        active: ticked('active'),
        password: raw('password') || null,
      })}
      saved={() => '職員を保存しました'}
      onClose={onClose}
    >
      {staff?.locked && <p>パスワードを続けて間違えたため、締め出されています。新しいパスワードを決めると解けます。</p>}
      <TextInput
        id="staff-name"
        name="name"
        label="名前"
        required
        autoComplete="off"
        defaultValue={staff?.name}
        error={fieldError(save.error, 'name')}
      />
      <TextInput
        id="staff-login"
        name="login"
        label="ログインID"
        required
        width="medium"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={staff?.login}
        error={fieldError(save.error, 'login')}
      />
      <Select
        id="staff-role"
        name="role"
        label="役割"
        required
        value={role}
        options={ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }))}
        onChange={(event) => setRole(ROLES.find((r) => r === event.currentTarget.value) ?? role)}
        error={fieldError(save.error, 'role')}
      />
      {ofSection && (
        <Select
          id="staff-section"
          name="sectionId"
          label="課"
          required
          emptyLabel="選んでください"
          defaultValue={staff?.sectionId ?? ''}
          options={sections.map((section) => ({ value: section.id, label: section.name }))}
          error={fieldError(save.error, 'sectionId')}
        />
      )}
      <TextInput
        id="staff-password"
        name="password"
        type="password"
        label={staff ? '新しいパスワード' : 'はじめのパスワード'}
        hint={
          staff
            ? '変えるときだけ入れます。変えると、この人のサインインはすべて切れます。12文字以上。'
            : '12文字以上。ログインIDと同じものは使えません。'
        }
        required={!staff}
        autoComplete="new-password"
        error={fieldError(save.error, 'password')}
      />
      <CheckboxField
        id="staff-active"
        name="active"
        value="yes"
        label="サインインできる"
        defaultChecked={staff?.active ?? true}
        error={fieldError(save.error, 'active')}
      />
    </RecordForm>
  );
}
