import type { DeskIndicatorView } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { Button, DataTable, TextInput } from '@kotae/ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAnnounce } from '../../shared/announcer';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { useTypeInValue } from './api';
import { amount, closingMark } from './figures';
import { numberProblem, readNumber } from './read-number';

/** Values that someone types in, each with the document it stands in. Earlier ones are kept, the newest counts. */
export function TypedValues(props: { indicator: DeskIndicatorView; fiscalYear: number; mayWrite: boolean }) {
  const { indicator, fiscalYear, mayWrite } = props;
  const typed = new Map(indicator.typed.map((value) => [value.fiscalYear, value]));
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
            cell: (row) => (
              <Noted note={typed.get(row.fiscalYear)?.printed} before="資料では">
                {row.value === null ? '…' : amount(row.value, indicator.yearUnit ?? indicator.unit)}
              </Noted>
            ),
          },
          {
            key: 'source',
            header: '出典',
            cell: (row) => (
              <Noted note={typed.get(row.fiscalYear)?.author} before="入力">
                {row.sourceText}
              </Noted>
            ),
          },
        ]}
      />
      {mayWrite && <ValueForm indicator={indicator} fiscalYear={fiscalYear} />}
    </section>
  );
}

/** What goes with a cell, under it: 「資料では 概ね70%」. */
function Noted({ children, note, before }: { children: ReactNode; note: string | null | undefined; before: string }) {
  return (
    <>
      {children}
      {note && (
        <>
          <br />
          <span className="k-muted k-small">
            {before} {note}
          </span>
        </>
      )}
    </>
  );
}

interface ValueProblems {
  value?: string | undefined;
  sourceText?: string | undefined;
}

/** What can be said before anything is sent, of every field at once. */
export function problemsOf(value: string, sourceText: string): ValueProblems {
  return {
    value: numberProblem(value),
    sourceText: sourceText === '' ? 'どこから得た数字かを書いてください' : undefined,
  };
}

function ValueForm({ indicator, fiscalYear }: { indicator: DeskIndicatorView; fiscalYear: number }) {
  const typeIn = useTypeInValue(indicator.id);
  const announce = useAnnounce();
  const [problems, setProblems] = useState<ValueProblems>({});
  return (
    <form
      className="k-panel k-stack d-value-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const data = new FormData(form);
        const text = (name: string) => String(data.get(name) ?? '').trim();
        const value = readNumber(text('value'));
        const found = problemsOf(text('value'), text('sourceText'));
        setProblems(found);
        typeIn.reset();
        if (value === undefined || found.sourceText !== undefined) {
          form.querySelector<HTMLInputElement>(`[name="${value === undefined ? 'value' : 'sourceText'}"]`)?.focus();
          return;
        }
        typeIn.mutate(
          {
            fiscalYear,
            value,
            printed: text('printed') || null,
            sourceText: text('sourceText'),
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
      {indicator.yearly.some((year) => year.fiscalYear === fiscalYear && year.closed) && (
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
          error={problems.value ?? fieldError(typeIn.error, 'value')}
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
        error={problems.sourceText ?? fieldError(typeIn.error, 'sourceText')}
      />
      <div>
        <Button type="submit" busy={typeIn.isPending}>
          入力する
        </Button>
      </div>
    </form>
  );
}
