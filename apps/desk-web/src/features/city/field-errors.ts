import type { FieldErrorItem } from '@kotae/ui';
import { ApiError } from '../../shared/api-error';

/** The refused fields as links; `idOf` gives the id of the control that shows a field. */
export function errorLinks(error: unknown, idOf: (field: string) => string | undefined): FieldErrorItem[] {
  if (!(error instanceof ApiError)) return [];
  return error.fields.map(({ field, message }) => ({ fieldId: idOf(field), message }));
}
