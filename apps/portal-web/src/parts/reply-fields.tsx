import type { LetterFormValues } from '@kotae/contracts';
import { RadioGroup, TextArea, TextInput } from '@kotae/ui';
import { REPLY_LABELS } from './letter-labels';

interface ReplyFieldsProps {
  values: LetterFormValues;
  error: (field: string) => string | undefined;
}

/** Whether and how a reply is wanted; only then what it needs. The style sheet opens the part that was chosen. */
export function ReplyFields({ values, error }: ReplyFieldsProps) {
  return (
    <div className="p-reply k-form">
      <RadioGroup
        id="replyWanted"
        name="replyWanted"
        label="返事"
        hint="返事がいらない方に、お名前や連絡先はうかがいません。"
        error={error('replyWanted')}
        required
        defaultValue={values.replyWanted === '' ? undefined : values.replyWanted}
        options={[
          { value: 'email', label: REPLY_LABELS.email },
          { value: 'post', label: REPLY_LABELS.post },
          { value: 'none', label: REPLY_LABELS.none },
        ]}
      />
      <div className="p-reply__email">
        <TextInput
          id="email"
          name="email"
          type="email"
          label="メールアドレス"
          hint="例 name@example.jp　受け付けたことも、このアドレスにお知らせします。"
          error={error('email')}
          badge="none"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
          defaultValue={values.email}
        />
      </div>
      <div className="p-reply__post k-form">
        <TextInput
          id="postalCode"
          name="postalCode"
          label="郵便番号"
          hint="7けたの数字　例 123-4567"
          error={error('postalCode')}
          badge="none"
          width="short"
          inputMode="numeric"
          autoComplete="postal-code"
          defaultValue={values.postalCode}
        />
        <TextArea
          id="address"
          name="address"
          label="住所"
          hint="建物の名前と部屋番号も書いてください。"
          error={error('address')}
          badge="none"
          rows={2}
          autoComplete="street-address"
          defaultValue={values.address}
        />
      </div>
      <div className="p-reply__name">
        <TextInput
          id="name"
          name="name"
          label="お名前"
          hint="郵便の返事には、あて名が必要です。メールの返事では、書かなくてもかまいません。"
          error={error('name')}
          badge="none"
          width="medium"
          autoComplete="name"
          defaultValue={values.name}
        />
      </div>
    </div>
  );
}
