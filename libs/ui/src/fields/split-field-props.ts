import type { FieldProps } from './field-props';

/** Parts the field's own properties from those of the native control. */
export function splitFieldProps<T extends FieldProps>(
  props: T,
): { field: FieldProps; rest: Omit<T, keyof FieldProps> } {
  const { id, label, hint, error, required, badge, labelHidden, ...rest } = props;
  return { field: { id, label, hint, error, required, badge, labelHidden }, rest };
}
