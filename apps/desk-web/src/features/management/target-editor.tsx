import type { DefinitionView } from '@kotae/contracts';
import { fiscalYearLabel, fiscalYearOf } from '@kotae/kernel';
import { Button, Select, TextArea } from '@kotae/ui';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useReference } from '../../shared/reference';
import { useChangeDefinition } from './definition-api';
import { yearOptions } from './figures';
import { NO_TARGET, TargetFields, targetRequest } from './target-fields';
import { useErrorFocus } from './use-error-focus';

const FIELDS = ['comparison', 'value', 'high', 'tolerance', 'printed', 'targetYear', 'fromFiscalYear', 'reason'];

/** 目標値の見直し: a new version from a fiscal year on; the old ones stay. */
export function TargetEditor({ definition, onDone }: { definition: DefinitionView; onDone: () => void }) {
  const change = useChangeDefinition(definition.indicatorId);
  const form = useErrorFocus(change.error);
  const announce = useAnnounce();
  const current = fiscalYearOf(useReference().today);
  const before = definition.targets.at(-1)?.targetYear ?? null;
  const [draft, setDraft] = useState({ ...NO_TARGET, targetYear: before === null ? '' : String(before) });
  const [from, setFrom] = useState(String(Math.max(current, (definition.lastClosedYear ?? 0) + 1)));
  const [reason, setReason] = useState('');
  return (
    <form
      className="k-panel k-stack d-value-form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          {
            what: 'target',
            request: {
              ...targetRequest(draft),
              version: definition.version,
              fromFiscalYear: Number(from),
              reason,
            },
          },
          {
            onSuccess: () => {
              announce({ text: '目標を見直しました' });
              onDone();
            },
          },
        );
      }}
    >
      <h3>目標値の見直し</h3>
      <FormRefusal error={change.error} fields={FIELDS} />
      <TargetFields
        draft={draft}
        choices={definition.choices}
        unit={definition.unit}
        years={yearOptions(Math.min(current - 1, before ?? current), Math.max(current + 12, before ?? current))}
        error={change.error}
        onChange={setDraft}
      />
      <Select
        id="target-from"
        name="fromFiscalYear"
        label="いつから使う目標ですか"
        hint="それより前の年度は、前の目標で見ます。"
        required
        value={from}
        options={yearOptions(current - 4, current + 5).map(({ value, label }) => ({ value, label: `${label}から` }))}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={fieldError(change.error, 'fromFiscalYear')}
      />
      <TextArea
        id="target-reason"
        name="reason"
        label="見直す理由"
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldError(change.error, 'reason')}
      />
      {definition.lastClosedYear !== null && (
        <p className="d-quiet">{fiscalYearLabel(definition.lastClosedYear)}までの締めた数の達成は変わりません。</p>
      )}
      <div className="k-cluster">
        <Button type="submit" busy={change.isPending}>
          この目標に見直す
        </Button>
        <Button type="button" variant="secondary" onClick={onDone}>
          やめる
        </Button>
      </div>
    </form>
  );
}
