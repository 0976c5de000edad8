import type { DefinitionView } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { Button, TextArea } from '@kotae/ui';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { CountingPreview } from './counting-preview';
import { useChangeDefinition } from './definition-api';
import { draftOf, sourceOf } from './source-draft';
import { SourceFields } from './source-fields';
import { useErrorFocus } from './use-error-focus';

const FIELDS = [
  'kind',
  'mode',
  'measure',
  'classes',
  'outcomes',
  'channels',
  'topics',
  'sectionIds',
  'districts',
  'op',
  'indicatorIds',
  'reason',
];

/** Changes how an indicator counts, with the numbers it would give beside the form. */
export function SourceEditor({ definition, onDone }: { definition: DefinitionView; onDone: () => void }) {
  const change = useChangeDefinition(definition.indicatorId);
  const form = useErrorFocus(change.error);
  const announce = useAnnounce();
  const [draft, setDraft] = useState(() => draftOf(definition.source, definition.mode));
  const [reason, setReason] = useState('');
  const request = { source: sourceOf(draft), mode: draft.mode };
  return (
    <form
      className="d-definition-edit"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { what: 'source', request: { ...request, version: definition.version, reason } },
          {
            onSuccess: () => {
              announce({ text: '数え方を変えました' });
              onDone();
            },
          },
        );
      }}
    >
      <div className="k-stack">
        <FormRefusal error={change.error} fields={FIELDS} />
        <SourceFields
          draft={draft}
          choices={definition.choices}
          others={definition.others}
          error={change.error}
          onChange={setDraft}
        />
        <TextArea
          id="source-reason"
          name="reason"
          label="変える理由"
          hint="庁内の記録に残ります。市民のページの注意書きには、変えた日と前の数え方だけが載ります。"
          required
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldError(change.error, 'reason')}
        />
        {definition.lastClosedYear !== null && (
          <p className="d-quiet">
            {fiscalYearLabel(definition.lastClosedYear)}までの締めた数は変わりません。締めた時の数え方のまま残ります。
          </p>
        )}
        <div className="k-cluster">
          <Button type="submit" busy={change.isPending}>
            この数え方に変える
          </Button>
          <Button type="button" variant="secondary" onClick={onDone}>
            やめる
          </Button>
        </div>
      </div>
      <CountingPreview indicatorId={definition.indicatorId} unit={definition.unit} request={request} />
    </form>
  );
}
