import type { DefinitionView } from '@kotae/contracts';
import { fiscalYearLabel, fiscalYearOf } from '@kotae/kernel';
import { Button, TextArea } from '@kotae/ui';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useReference } from '../../shared/reference';
import { useChangeDefinition } from './definition-api';
import { yearOptions } from './figures';
import { focusFirstInvalid, useErrorFocus } from './use-error-focus';
import { BaselineFields, WORDING_FIELDS, WordingFields, isBaselineUnreadable, wordingRequest } from './wording-fields';

/** Changes what an indicator is called and measured in; closed years keep their words. */
export function WordingEditor({ definition, onDone }: { definition: DefinitionView; onDone: () => void }) {
  const change = useChangeDefinition(definition.indicatorId);
  const form = useErrorFocus(change.error);
  const announce = useAnnounce();
  const current = fiscalYearOf(useReference().today);
  const { baseline } = definition;
  const [draft, setDraft] = useState(() => ({
    name: definition.name,
    definition: definition.definition ?? '',
    unit: definition.unit,
    section: definition.section,
    policy: definition.policy,
    baselineValue: baseline.value === null ? '' : String(baseline.value),
    baselineYear: baseline.fiscalYear === null ? '' : String(baseline.fiscalYear),
    baselinePrinted: baseline.isMade ? '' : baseline.printed,
  }));
  const [reason, setReason] = useState('');
  const first = Math.min(current - 12, baseline.fiscalYear ?? current);
  return (
    <form
      className="k-panel k-stack d-value-form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isBaselineUnreadable(draft)) return focusFirstInvalid(event.currentTarget);
        change.mutate(
          { what: 'wording', request: { ...wordingRequest(draft), version: definition.version, reason } },
          {
            onSuccess: () => {
              announce({ text: '名前・単位・基準値を変えました' });
              onDone();
            },
          },
        );
      }}
    >
      <h3>名前・単位・基準値を変える</h3>
      <FormRefusal error={change.error} fields={[...WORDING_FIELDS, 'reason']} />
      <WordingFields draft={draft} error={change.error} onChange={setDraft} />
      <BaselineFields
        draft={draft}
        error={change.error}
        onChange={setDraft}
        years={yearOptions(first, current + 1).toReversed()}
      />
      <TextArea
        id="wording-reason"
        name="reason"
        label="変える理由"
        hint="庁内の記録に残ります。市民のページの注意書きには、変えた日と前の書き方だけが載ります。"
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldError(change.error, 'reason')}
      />
      {definition.lastClosedYear !== null && (
        <p className="d-quiet">
          {fiscalYearLabel(definition.lastClosedYear)}までの締めた年度は、締めた時の名前・単位・基準値のまま残ります。
        </p>
      )}
      <div className="k-cluster">
        <Button type="submit" busy={change.isPending}>
          このように変える
        </Button>
        <Button type="button" variant="secondary" onClick={onDone}>
          やめる
        </Button>
      </div>
    </form>
  );
}
