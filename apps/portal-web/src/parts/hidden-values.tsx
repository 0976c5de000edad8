import type { LetterFormValues } from '@kotae/contracts';

const CARRIED = [
  'kind',
  'subject',
  'body',
  'replyWanted',
  'name',
  'email',
  'postalCode',
  'address',
  'district',
  'ageBand',
  'publishConsent',
  'follows',
] as const;

/** Everything typed, carried by the page itself: nothing is lost when the server starts anew between two steps. */
export function HiddenValues({ values, formToken }: { values: LetterFormValues; formToken: string }) {
  return (
    <>
      <input type="hidden" name="formToken" value={formToken} />
      {CARRIED.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} />
      ))}
      {values.attachments.map((file) => (
        <input key={file.id} type="hidden" name="attachment" value={`${file.id}.${file.key}`} />
      ))}
    </>
  );
}
