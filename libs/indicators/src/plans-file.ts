/** The shape of data/plans.json, field by field as it stands in the file. Only what is read is declared. */
export interface PlansFile {
  readonly meta: { readonly counts: PlansFileCounts };
  readonly plans: readonly FilePlan[];
  readonly indicators: readonly FileIndicator[];
  readonly perception_questions: readonly FileQuestion[];
  readonly kocho_programs: readonly FileKochoProgram[];
  readonly kodaira: { readonly progress_governance: readonly string[]; readonly programs: readonly FileProgram[] };
  readonly ambiguities: readonly FileAmbiguity[];
}

export interface PlansFileCounts {
  readonly indicators_other_plans: number;
  readonly kodaira_programs: number;
  readonly kodaira_distinct_programs: number;
  readonly kodaira_indicator_items: number;
  readonly kodaira_indicator_items_with_numeric_target: number;
  readonly kodaira_programs_without_indicator: readonly number[];
  readonly kocho_programs: number;
  readonly perception_questions: number;
  readonly ambiguities: number;
}

/** A printed cell: one line, or the line fragments of one cell. */
export type FileRaw = string | readonly string[];

export interface FilePlan {
  readonly plan_id: string;
  readonly municipality: string;
  readonly plan_name: string;
  readonly plan_name_basis: string;
  readonly excerpt: string;
  readonly source_file: string;
}

export interface FileAsOf {
  readonly raw: string | null;
  readonly fiscal_year: number | null;
  readonly date: string | null;
  readonly note?: string;
}

export interface FileBaseline {
  readonly raw: FileRaw;
  readonly value: number | null;
  readonly unit: string | null;
  readonly comparator?: string;
  readonly as_of: FileAsOf | null;
  readonly value_type?: string;
  readonly other?: { readonly raw: FileRaw; readonly value: number; readonly as_of: FileAsOf | null };
}

export interface FileTarget {
  readonly raw: FileRaw;
  readonly value: number | readonly number[] | null;
  readonly unit: string | null;
  readonly comparator: string;
  readonly as_of: FileAsOf | null;
  readonly period?: string;
  readonly value_type?: string;
}

export interface FileIndicator {
  readonly id: string;
  readonly plan_id: string;
  readonly section: string;
  readonly policy: string;
  readonly name: string;
  readonly baseline: FileBaseline;
  readonly target: FileTarget;
  readonly mode: string;
  readonly mode_basis: string;
  readonly direction: string;
  readonly explanation: string;
  readonly kocho_relevance: string;
  readonly source_file: string;
  readonly source_quotes: readonly string[];
  readonly ambiguity_ids: readonly string[];
  readonly do_not_compute_naive_rate?: boolean;
}

export interface FileQuestion {
  readonly id: string;
  readonly plan_id: string;
  readonly section: string;
  readonly heading: string;
  readonly question: string;
  readonly options: readonly string[] | null;
  readonly options_note: string | null;
  readonly values_note: string | null;
  readonly source_file: string;
}

export interface FileKochoProgram {
  readonly id: string;
  readonly plan_id: string;
  readonly section: string;
  readonly policy: string;
  readonly name: string;
  readonly text: string;
  readonly kocho_relevance: string;
  readonly channel: readonly string[] | null;
  readonly source_file: string;
  readonly note?: string;
}

export interface FileProgram {
  readonly no: number;
  readonly policy: string;
  readonly measure: string;
  readonly name: string;
  readonly name_variants: readonly string[];
  readonly departments: readonly string[];
  readonly purpose: string;
  readonly contents_lines: readonly string[];
  readonly effect_and_indicator_lines: readonly string[];
  readonly indicators: readonly FileProgramIndicator[];
  readonly revised_points: readonly string[];
  readonly kocho_relevance: string;
  readonly source_file: string;
}

export interface FileProgramIndicator {
  readonly id: string;
  readonly name: string;
  readonly raw: FileRaw;
  readonly target: FileTarget | null;
  readonly baseline: FileBaseline | null;
  readonly mode: string;
  readonly mode_basis: string;
  readonly direction: string;
  readonly unit?: string | null;
  readonly note?: string;
  readonly refers_to?: number;
  readonly duplicate_of?: number;
  readonly formula?: string;
}

export interface FileAmbiguity {
  readonly id: string;
  readonly plan_id: string;
  readonly text: string;
}
