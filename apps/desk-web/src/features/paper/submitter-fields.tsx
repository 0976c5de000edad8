import { AGE_BANDS, AGE_BAND_LABELS } from '@kotae/kernel';
import { CheckboxField, RadioGroup, Select, TextInput } from '@kotae/ui';
import { fieldError } from '../../shared/form-errors';
import { useReference } from '../../shared/reference';
import type { PaperDraft } from './draft';

/** Whether a reply is wanted and where it goes, and what else stands on the sheet about the sender. */
export function SubmitterFields(props: {
  draft: PaperDraft;
  set: (part: Partial<PaperDraft>) => void;
  error: unknown;
}) {
  const { draft, set, error } = props;
  const { districts } = useReference().city;
  return (
    <>
      <RadioGroup
        id="paper-reply"
        name="reply"
        label="返事"
        badge="none"
        inline
        value={!draft.wanted ? 'none' : draft.replyChannel}
        onValueChange={(value) => set(value === 'none' ? { wanted: false } : { wanted: true, replyChannel: value })}
        options={[
          { value: 'none', label: '不要・書かれていない' },
          { value: 'post', label: '郵送' },
          { value: 'email', label: 'メール' },
        ]}
        error={fieldError(error, 'reply') ?? fieldError(error, 'reply.channel')}
      />
      <div className="d-fields">
        <TextInput
          id="paper-name"
          name="name"
          label="氏名"
          badge="none"
          autoComplete="off"
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={fieldError(error, 'submitter.name') ?? fieldError(error, 'name')}
        />
        <TextInput
          id="paper-phone"
          name="phone"
          type="tel"
          label="電話"
          badge="none"
          autoComplete="off"
          value={draft.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
          error={fieldError(error, 'submitter.phone') ?? fieldError(error, 'phone')}
        />
      </div>
      {draft.wanted && draft.replyChannel === 'email' && (
        <TextInput
          id="paper-email"
          name="email"
          type="email"
          label="メールアドレス"
          required
          autoComplete="off"
          value={draft.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
          error={fieldError(error, 'submitter.email') ?? fieldError(error, 'email')}
        />
      )}
      <div className="d-fields d-fields--address">
        <TextInput
          id="paper-postal"
          name="postalCode"
          label="郵便番号"
          badge="none"
          width="short"
          inputMode="numeric"
          autoComplete="off"
          value={draft.postalCode}
          onChange={(event) => set({ postalCode: event.currentTarget.value })}
          error={fieldError(error, 'submitter.postalCode') ?? fieldError(error, 'postalCode')}
        />
        <TextInput
          id="paper-address"
          name="address"
          label="住所"
          badge="none"
          autoComplete="off"
          value={draft.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
          error={fieldError(error, 'submitter.address') ?? fieldError(error, 'address')}
        />
      </div>
      <div className="d-fields">
        <Select
          id="paper-district"
          name="district"
          label="地区"
          badge="none"
          emptyLabel="書かれていない"
          value={draft.district}
          options={districts.map((value) => ({ value, label: value }))}
          onChange={(event) => set({ district: event.currentTarget.value })}
        />
        <Select
          id="paper-age"
          name="ageBand"
          label="年代"
          badge="none"
          emptyLabel="書かれていない"
          value={draft.ageBand}
          options={AGE_BANDS.map((value) => ({ value, label: AGE_BAND_LABELS[value] }))}
          onChange={(event) => set({ ageBand: AGE_BANDS.find((band) => band === event.currentTarget.value) ?? '' })}
        />
      </div>
      <CheckboxField
        id="paper-consent"
        name="publishConsent"
        label="内容の公表に同意すると書かれている"
        checked={draft.publishConsent}
        onChange={(event) => set({ publishConsent: event.currentTarget.checked })}
      />
    </>
  );
}
