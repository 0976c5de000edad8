/** Kinds of personal information the finder knows. */
export const PERSONAL_INFORMATION_KINDS = [
  'name',
  'phone',
  'email',
  'address',
  'plate',
  'birthdate',
  'mynumber',
  'illness',
] as const;
export type PersonalInformationKind = (typeof PERSONAL_INFORMATION_KINDS)[number];

/** One place where personal information stands: UTF-16 offsets in the original text, `text === original.slice(start, end)`. */
export interface PiiSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: PersonalInformationKind;
}

/** A find in a normalised text, before overlaps are settled. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalInformationKind;
}
