import type { IndicatorChoices, TargetRequest } from '@kotae/contracts';
import { Select, TextInput } from '@kotae/ui';
import { fieldError } from '../../shared/form-errors';
import { readNumber } from './read-number';

export interface TargetDraft {
  comparison: string;
  value: string;
  high: string;
  tolerance: string;
  printed: string;
  targetYear: string;
}

export const NO_TARGET: TargetDraft = {
  comparison: 'eq',
  value: '',
  high: '',
  tolerance: '',
  printed: '',
  targetYear: '',
};

/** The target as it is sent; what is no number is sent as none, and the server says what is missing. */
export function targetRequest(draft: TargetDraft): TargetRequest {
  const number = (text: string) => readNumber(text) ?? null;
  return {
    comparison: draft.comparison,
    value: number(draft.value),
    high: number(draft.high),
    tolerance: number(draft.tolerance),
    printed: draft.printed.trim() || null,
    targetYear: number(draft.targetYear),
  };
}

export function TargetFields(props: {
  draft: TargetDraft;
  choices: IndicatorChoices;
  unit: string;
  years: readonly { value: string; label: string }[];
  error: unknown;
  onChange: (draft: TargetDraft) => void;
  /** Before the names of the server's fields: `target.` where the target is part of more. */
  prefix?: string;
}) {
  const { draft, choices, unit, years, error, onChange, prefix = '' } = props;
  const problem = (field: string) => fieldError(error, `${prefix}${field}`) ?? fieldError(error, field);
  const set = (change: Partial<TargetDraft>) => onChange({ ...draft, ...change });
  const withNumber = draft.comparison !== 'milestone' && draft.comparison !== 'words';
  const of = `（${unit || '単位なし'}）`;
  return (
    <>
      <Select
        id="target-comparison"
        name="comparison"
        label="目標の種類"
        required
        value={draft.comparison}
        options={choices.comparisons}
        onChange={(event) => set({ comparison: event.currentTarget.value })}
        error={problem('comparison')}
      />
      <div className="d-fields">
        {withNumber && (
          <TextInput
            id="target-value"
            name="value"
            label={`${draft.comparison === 'range' ? '下の値' : '目標の値'}${of}`}
            required
            inputMode="decimal"
            autoComplete="off"
            value={draft.value}
            onChange={(event) => set({ value: event.currentTarget.value })}
            error={problem('value')}
          />
        )}
        {draft.comparison === 'range' && (
          <TextInput
            id="target-high"
            name="high"
            label={`上の値${of}`}
            required
            inputMode="decimal"
            autoComplete="off"
            value={draft.high}
            onChange={(event) => set({ high: event.currentTarget.value })}
            error={problem('high')}
          />
        )}
        {draft.comparison === 'approx' && (
          <TextInput
            id="target-tolerance"
            name="tolerance"
            label={`概ねの幅${of}`}
            hint="上下どこまでを「概ね」としますか"
            inputMode="decimal"
            autoComplete="off"
            value={draft.tolerance}
            onChange={(event) => set({ tolerance: event.currentTarget.value })}
            error={problem('tolerance')}
          />
        )}
        <Select
          id="target-year"
          name="targetYear"
          label="いつの目標ですか"
          emptyLabel="書かない"
          value={draft.targetYear}
          options={years}
          onChange={(event) => set({ targetYear: event.currentTarget.value })}
          error={problem('targetYear')}
        />
      </div>
      <TextInput
        id="target-printed"
        name="printed"
        label="計画での書き方"
        hint="書かなければ、数字からつくります（例：延 1,000 人以上／年）"
        required={draft.comparison === 'words'}
        autoComplete="off"
        value={draft.printed}
        onChange={(event) => set({ printed: event.currentTarget.value })}
        error={problem('printed')}
      />
    </>
  );
}
