import { Select, TextArea, TextInput } from '@kotae/ui';
import { fieldError } from '../../shared/form-errors';
import { numberProblem, readNumber } from './read-number';

/** What an indicator is called and measured in, while somebody fills it in. */
export interface WordingDraft {
  name: string;
  definition: string;
  unit: string;
  section: string;
  policy: string;
  baselineValue: string;
  baselineYear: string;
  baselinePrinted: string;
}

/** Fields that the server names, for the refusal above the form. */
export const WORDING_FIELDS = [
  'name',
  'definition',
  'unit',
  'section',
  'policy',
  'baseline.value',
  'baseline.fiscalYear',
  'baseline.printed',
];

/** The words as they are sent; ask `isBaselineUnreadable` before. */
export function wordingRequest(draft: WordingDraft) {
  return {
    name: draft.name.trim(),
    definition: draft.definition.trim() || null,
    section: draft.section.trim(),
    policy: draft.policy.trim(),
    unit: draft.unit.trim(),
    baseline: {
      value: readNumber(draft.baselineValue) ?? null,
      fiscalYear: readNumber(draft.baselineYear) ?? null,
      printed: draft.baselinePrinted.trim() || null,
    },
  };
}

interface WordingFieldsProps {
  draft: WordingDraft;
  error: unknown;
  onChange: (draft: WordingDraft) => void;
}

export function WordingFields({ draft, error, onChange }: WordingFieldsProps) {
  const set = (change: Partial<WordingDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <TextInput
        id="indicator-name"
        name="name"
        label="指標の名前"
        hint="例：市政への提案の件数"
        required
        autoComplete="off"
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={fieldError(error, 'name')}
      />
      <TextArea
        id="indicator-definition"
        name="definition"
        label="説明"
        rows={2}
        value={draft.definition}
        onChange={(event) => set({ definition: event.currentTarget.value })}
        error={fieldError(error, 'definition')}
      />
      <div className="d-fields">
        <TextInput
          id="indicator-unit"
          name="unit"
          label="単位（件、人、%など）"
          autoComplete="off"
          value={draft.unit}
          onChange={(event) => set({ unit: event.currentTarget.value })}
          error={fieldError(error, 'unit')}
        />
        <TextInput
          id="indicator-section"
          name="section"
          label="大綱・節"
          autoComplete="off"
          value={draft.section}
          onChange={(event) => set({ section: event.currentTarget.value })}
          error={fieldError(error, 'section')}
        />
        <TextInput
          id="indicator-policy"
          name="policy"
          label="施策"
          autoComplete="off"
          value={draft.policy}
          onChange={(event) => set({ policy: event.currentTarget.value })}
          error={fieldError(error, 'policy')}
        />
      </div>
    </>
  );
}

export function BaselineFields(props: WordingFieldsProps & { years: readonly { value: string; label: string }[] }) {
  const { draft, error, onChange, years } = props;
  const set = (change: Partial<WordingDraft>) => onChange({ ...draft, ...change });
  return (
    <div className="d-fields">
      <TextInput
        id="baseline-value"
        name="baselineValue"
        label={`基準値（${draft.unit || '単位なし'}）`}
        inputMode="decimal"
        autoComplete="off"
        value={draft.baselineValue}
        onChange={(event) => set({ baselineValue: event.currentTarget.value })}
        error={isBaselineUnreadable(draft) ? numberProblem(draft.baselineValue) : fieldError(error, 'baseline.value')}
      />
      <Select
        id="baseline-year"
        name="baselineYear"
        label="基準値の年度"
        emptyLabel="書かない"
        value={draft.baselineYear}
        options={years}
        onChange={(event) => set({ baselineYear: event.currentTarget.value })}
        error={fieldError(error, 'baseline.fiscalYear')}
      />
      <TextInput
        id="baseline-printed"
        name="baselinePrinted"
        label="計画での書き方"
        hint="書かなければ、数字からつくります"
        autoComplete="off"
        value={draft.baselinePrinted}
        onChange={(event) => set({ baselinePrinted: event.currentTarget.value })}
        error={fieldError(error, 'baseline.printed')}
      />
    </div>
  );
}

/** Whether what stands in the field of the baseline is no number. */
export function isBaselineUnreadable({ baselineValue }: WordingDraft): boolean {
  return baselineValue.trim() !== '' && readNumber(baselineValue) === undefined;
}
