import type { ReactNode } from 'react';

/** What every form field is told; everything else (ids, relations, order) is `FormField`'s own. */
export interface FieldProps {
  /** Id of the control, and what `ErrorSummary` links to. Unique in the page. */
  id: string;
  label: ReactNode;
  /** One or two short sentences under the label: what to write, in which form. */
  hint?: ReactNode;
  /** Says what to do, not what is wrong: 「本文を書いてください」. */
  error?: string | undefined;
  /** Shows 必須, else 任意. Browsers' own bubbles are not used; the server answers with our words. */
  required?: boolean;
  /** `none` when a form says once that everything is required; `labelHidden` keeps the label for screen readers only. */
  badge?: 'auto' | 'none';
  labelHidden?: boolean;
}

/** What the control inside a field must spread on itself. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** How wide a text control looks: a hint about the expected length. */
export type ControlWidth = 'short' | 'medium' | 'full';

/** Attributes the field decides itself, taken away from the native ones. */
export type OwnedAttribute =
  | 'id'
  | 'required'
  | 'placeholder'
  | 'style'
  | 'className'
  | 'size'
  | 'aria-describedby'
  | 'aria-invalid'
  | 'aria-required'
  | 'aria-label'
  | 'aria-labelledby'
  | 'children';
