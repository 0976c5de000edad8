import type { DefinitionView } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { Breadcrumbs, Button, DataTable, DateText, DefinitionList, PageHeader } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Loaded } from '../../shared/loaded';
import { usePageTitle } from '../../shared/page-title';
import { useMay } from '../../shared/session';
import { definitionQuery } from './definition-api';
import { amount } from './figures';
import { FormulaEditor } from './formula-editor';
import { SourceEditor } from './source-editor';
import { TargetEditor } from './target-editor';
import { WordingEditor } from './wording-editor';

/** この指標の数え方: in words, how it came to be, and the way to change it without a programmer. */
export function DefinitionScreen() {
  const { id = '' } = useParams();
  const definition = useQuery(definitionQuery(id));
  usePageTitle('この指標の数え方');
  return (
    <Loaded query={definition} label="数え方を読み込んでいます">
      {(data) => <Definition definition={data} />}
    </Loaded>
  );
}

type Editor = 'wording' | 'source' | 'target' | 'formula';

function Definition({ definition }: { definition: DefinitionView }) {
  const mayDefine = useMay('indicator.define');
  const [editor, setEditor] = useState<Editor | null>(null);
  const done = () => setEditor(null);
  const button = (which: Editor, label: string) =>
    mayDefine &&
    editor === null && (
      <div>
        <Button type="button" variant="secondary" onClick={() => setEditor(which)}>
          {label}
        </Button>
      </div>
    );
  return (
    <div className="k-stack k-stack--large">
      <div className="k-stack k-stack--small">
        <Breadcrumbs
          items={[
            { href: `/plans/${definition.planId}`, label: definition.planName },
            { href: `/indicators/${definition.indicatorId}`, label: definition.name },
            { label: '数え方' },
          ]}
        />
        <PageHeader title={`「${definition.name}」の数え方`} />
      </div>
      <section className="k-stack k-stack--small">
        <h2>名前・単位・基準値</h2>
        {editor === 'wording' ? (
          <WordingEditor key={definition.version} definition={definition} onDone={done} />
        ) : (
          <>
            <Wording definition={definition} />
            {definition.own && button('wording', '名前・単位・基準値を変える')}
          </>
        )}
      </section>
      <section className="k-stack k-stack--small">
        <h2>値の数え方</h2>
        <p className="d-sentence">{definition.sentence}</p>
        {editor === 'source' ? (
          // A new version starts the form anew, so that nothing is saved over what another person did.
          <SourceEditor key={definition.version} definition={definition} onDone={done} />
        ) : (
          button('source', '数え方を変える')
        )}
      </section>
      <section className="k-stack k-stack--small">
        <h2>目標</h2>
        <Targets definition={definition} />
        {definition.own &&
          (editor === 'target' ? (
            <TargetEditor key={definition.version} definition={definition} onDone={done} />
          ) : (
            button('target', '目標を見直す')
          ))}
        {!definition.own && <p className="d-quiet">参考の計画なので、名前や目標は印刷されたまま見せています。</p>}
      </section>
      <section className="k-stack k-stack--small">
        <h2>達成の見方</h2>
        <p>
          {definition.formulaName}
          {definition.formula === null && <span className="d-quiet">（目標の種類から自動で選びました）</span>}
        </p>
        {editor === 'formula' ? (
          <FormulaEditor key={definition.version} definition={definition} onDone={done} />
        ) : (
          button('formula', '見方を変える')
        )}
      </section>
      <Changes definition={definition} />
      {!mayDefine && <p className="d-quiet">変えられるのは、管理職とシステム管理者です。</p>}
    </div>
  );
}

function Wording({ definition }: { definition: DefinitionView }) {
  const { baseline } = definition;
  const printed = baseline.printed || (baseline.value === null ? '' : amount(baseline.value, definition.unit));
  const year = baseline.fiscalYear === null ? '' : `（${fiscalYearLabel(baseline.fiscalYear)}）`;
  return (
    <DefinitionList
      look="dense"
      items={[
        { term: '名前', detail: definition.name },
        { term: '説明', detail: definition.definition ?? '書かれていません' },
        { term: '単位', detail: definition.unit || 'なし' },
        { term: '大綱・節', detail: definition.section || '書かれていません' },
        { term: '施策', detail: definition.policy || '書かれていません' },
        { term: '基準値', detail: printed === '' ? '書かれていません' : `${printed}${year}` },
      ]}
    />
  );
}

function Targets({ definition }: { definition: DefinitionView }) {
  return (
    <div className="d-wide-names">
      <DataTable
        caption="目標の版"
        captionHidden
        density="dense"
        rows={definition.targets.toReversed()}
        rowKey={(row) => String(row.version)}
        empty="目標は書かれていません"
        columns={[
          {
            key: 'from',
            header: 'いつから',
            rowHeader: true,
            kind: 'tight',
            cell: (row) => (row.fromFiscalYear === null ? 'はじめから' : `${fiscalYearLabel(row.fromFiscalYear)}から`),
          },
          { key: 'printed', header: '目標', cell: (row) => `${row.printed || '書かれていません'}${row.asOf ?? ''}` },
          {
            key: 'decided',
            header: '決めた日',
            kind: 'tight',
            cell: (row) => (row.decidedOn === null ? '' : <DateText day={row.decidedOn} format="short" />),
          },
          { key: 'reason', header: '理由', cell: (row) => row.reason ?? '' },
        ]}
      />
    </div>
  );
}

function Changes({ definition }: { definition: DefinitionView }) {
  return (
    <section className="k-stack k-stack--small">
      <h2>変更の記録</h2>
      {definition.changes.length === 0 ? (
        <p className="d-quiet">登録してから変わっていません。</p>
      ) : (
        <ul className="k-rows">
          {definition.changes.map((change) => (
            <li key={change.version} className="k-row d-change">
              <p className="k-row__title">
                <DateText at={change.at} format="short" />　{change.kindWords}　{change.author}
              </p>
              {change.before !== null && <p className="d-quiet">前：{change.before}</p>}
              <p>{change.before === null ? change.after : `後：${change.after}`}</p>
              <p className="d-quiet">理由：{change.reason}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
