import type { LetterFormValues } from '@kotae/contracts';
import { LIMITS, characters } from '@kotae/kernel';
import { TextArea, TextInput } from '@kotae/ui';

interface TextFieldsProps {
  values: LetterFormValues;
  error: (field: string) => string | undefined;
}

/** What the letter says. */
export function TextFields({ values, error }: TextFieldsProps) {
  return (
    <>
      <TextArea
        id="body"
        name="body"
        label="伝えたいこと"
        hint="いくつあっても、ひとつの手紙に書いてかまいません。ことばづかいは気にしないでください。"
        error={error('body')}
        required
        rows={10}
        defaultValue={values.body}
        count={{ max: LIMITS.body, ...(values.body === '' ? {} : { current: characters(values.body) }) }}
      />
      <div data-similar="" className="p-similar" aria-live="polite" hidden />
      <TextInput
        id="subject"
        name="subject"
        label="件名"
        hint="書かなくてもかまいません。"
        error={error('subject')}
        autoComplete="off"
        defaultValue={values.subject}
      />
    </>
  );
}
