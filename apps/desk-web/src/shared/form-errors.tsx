import { Notice } from '@kotae/ui';
import { ApiError } from './api-error';

/** Message for one field of a refused form, to stand between its hint and its control. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return error.fields.find((problem) => problem.field === field)?.message;
}

/** What was refused as a whole; nothing when every problem stands beside a field that is shown. */
export function FormRefusal({ error, fields = [] }: { error: unknown; fields?: readonly string[] }) {
  if (!error) return null;
  const elsewhere = error instanceof ApiError ? error.fields.filter((problem) => !fields.includes(problem.field)) : [];
  const words = error instanceof ApiError ? error.message : 'うまくいきませんでした。もう一度お試しください。';
  return (
    <Notice kind="error" live="alert">
      <p>{words}</p>
      {elsewhere.length > 0 && (
        <ul>
          {elsewhere.map((problem) => (
            <li key={`${problem.field} ${problem.message}`}>{problem.message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
