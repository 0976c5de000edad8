import type { IndicatorView } from '@kotae/contracts';
import { LIMITS, fiscalYearLabel } from '@kotae/kernel';
import { Button, DataTable, TextInput } from '@kotae/ui';
import { useState } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useTypeInValue } from './api';
import { amount, closingMark } from './figures';
import { readNumber } from './read-number';

/** Values that someone types in, each with the document it stands in. Earlier ones are kept, the newest counts. */
export function TypedValues(props: { indicator: IndicatorView; fiscalYear: number; mayWrite: boolean }) {
  const { indicator, fiscalYear, mayWrite } = props;
  return (
    <section className="k-stack">
      <h2>入力した値と出典</h2>
      <DataTable
        caption="入力した値"
        captionHidden
        density="dense"
        rows={indicator.yearly.filter((year) => year.value !== null || year.sourceText !== null)}
        rowKey={(row) => String(row.fiscalYear)}
        columns={[
          {
            key: 'year',
            header: '年度',
            rowHeader: true,
            kind: 'tight',
            cell: (row) => `${fiscalYearLabel(row.fiscalYear)}${row.closed ? `　${closingMark(true)}` : ''}`,
          },
          {
            key: 'value',
            header: '値',
            kind: 'number',
            cell: (row) => (row.value === null ? '…' : amount(row.value, indicator.yearUnit ?? indicator.unit)),
          },
          { key: 'source', header: '出典', cell: (row) => row.sourceText ?? '' },
        ]}
      />
      {mayWrite && <ValueForm indicator={indicator} fiscalYear={fiscalYear} />}
    </section>
  );
}

function ValueForm({ indicator, fiscalYear }: { indicator: IndicatorView; fiscalYear: number }) {
  const typeIn = useTypeInValue(indicator.id);
  const announce = useAnnounce();
  const [unreadable, setUnreadable] = useState(false);
  return (
    <form
      className="k-panel k-stack d-value-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typeIn.isPending) return;
        const form = event.currentTarget;
        const data = new FormData(form);
        const value = readNumber(String(data.get('value') ?? ''));
        setUnreadable(value === undefined);
        if (value === undefined) return;
        typeIn.mutate(
          {
            fiscalYear,
            value,
            printed: String(data.get('printed') ?? '').trim() || null,
            sourceText: String(data.get('sourceText') ?? '').trim(),
          },
          {
            onSuccess: () => {
              form.reset();
              announce({ text: '値を入力しました' });
            },
          },
        );
      }}
    >
      <h3>{fiscalYearLabel(fiscalYear)}の値を入力する</h3>
      {indicator.current?.closed && (
        <p>
          {fiscalYearLabel(fiscalYear)}は締めてあり、確定した値は変わりません。ここで入れた値は、修正再表示（締めた時 →
          現在）としてそばに出ます。
        </p>
      )}
      <FormRefusal error={typeIn.error} fields={['value', 'printed', 'sourceText', 'fiscalYear']} />
      <div className="d-fields">
        <TextInput
          id="value"
          name="value"
          label={`値（${(indicator.yearUnit ?? indicator.unit) || '単位なし'}）`}
          required
          width="short"
          inputMode="decimal"
          autoComplete="off"
          error={unreadable ? '数字で入れてください（例：1,234.5）' : fieldError(typeIn.error, 'value')}
        />
        <TextInput
          id="printed"
          name="printed"
          label="資料での書き方"
          hint="数字と違うときだけ（例：概ね70%）"
          autoComplete="off"
          error={fieldError(typeIn.error, 'printed')}
        />
      </div>
      <TextInput
        id="source-text"
        name="sourceText"
        label="出典"
        hint="資料の名前とページ（例：令和8年度市民意識調査報告書 12ページ）"
        required
        maxLength={LIMITS.reason}
        error={fieldError(typeIn.error, 'sourceText')}
      />
      <div>
        <Button type="submit" busy={typeIn.isPending}>
          入力する
        </Button>
      </div>
    </form>
  );
}
