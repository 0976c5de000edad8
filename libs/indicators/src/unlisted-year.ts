/** The part of a counted number that no opinions stand behind: a year that was closed before opinions were counted. */
export interface UnlistedYear {
  readonly fiscalYear: number;
  readonly value: number;
  /** Where the year's value came from, as whoever typed it said. */
  readonly sourceText: string | null;
}
