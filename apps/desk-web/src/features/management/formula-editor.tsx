import type { DefinitionView } from '@kotae/contracts';
import { Button, Select, TextArea } from '@kotae/ui';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useChangeDefinition } from './definition-api';

/** Chooses how the achievement is looked at. */
export function FormulaEditor({ definition, onDone }: { definition: DefinitionView; onDone: () => void }) {
  const change = useChangeDefinition(definition.indicatorId);
  const announce = useAnnounce();
  const [formula, setFormula] = useState(definition.formula ?? '');
  const [reason, setReason] = useState('');
  return (
    <form
      className="k-panel k-stack d-value-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { what: 'formula', request: { version: definition.version, formula: formula || null, reason } },
          {
            onSuccess: () => {
              announce({ text: '達成の見方を変えました' });
              onDone();
            },
          },
        );
      }}
    >
      <h3>達成の見方を変える</h3>
      <FormRefusal error={change.error} fields={['formula', 'reason']} />
      <Select
        id="formula"
        name="formula"
        label="見方（式）"
        hint="選んだ式の名前は、いつも数のそばに書きます。計算できないときは、その理由を書きます。"
        emptyLabel="自動で選ぶ"
        value={formula}
        options={definition.choices.formulas}
        onChange={(event) => setFormula(event.currentTarget.value)}
        error={fieldError(change.error, 'formula')}
      />
      <TextArea
        id="formula-reason"
        name="reason"
        label="変える理由"
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldError(change.error, 'reason')}
      />
      <div className="k-cluster">
        <Button type="submit" busy={change.isPending}>
          この見方に変える
        </Button>
        <Button type="button" variant="secondary" onClick={onDone}>
          やめる
        </Button>
      </div>
    </form>
  );
}
