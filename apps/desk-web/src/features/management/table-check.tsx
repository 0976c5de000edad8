import type { PlanView, ValueTableCheck } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';
import { Button, Notice, TextInput } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useAnnounce } from '../../shared/announcer';
import { ApiError } from '../../shared/api-error';
import { FormRefusal, fieldError } from '../../shared/form-errors';
import { Waiting } from '../../shared/loaded';
import { tableCheckQuery, useTakeTable } from './report-api';
import { ChangesTable, ProblemsTable } from './table-changes';
import type { TableFile } from './table-file';
import { checkWords } from './table-words';

interface TableCheckProps {
  plan: PlanView;
  file: TableFile;
  sourceText: string;
  onSourceText: (text: string) => void;
  onDone: () => void;
}

/** What the chosen table would do; taken over only when every line can be. */
export function TableCheck(props: TableCheckProps) {
  const check = useQuery(tableCheckQuery(props.plan.id, props.file));
  return (
    <section className="k-stack">
      <h2>3　確かめて取り込む</h2>
      {check.error ? (
        <Unreadable error={check.error} onAgain={() => void check.refetch()} />
      ) : check.data ? (
        <Checked {...props} check={check.data} again={() => check.refetch()} />
      ) : (
        <Waiting label="表を確かめています" />
      )}
    </section>
  );
}

/** A file that cannot be read is chosen anew; anything else is tried again with the file that is still here. */
function Unreadable({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const itself = error instanceof ApiError && error.fields.some((problem) => problem.field === 'file');
  return (
    <>
      <FormRefusal error={error} fields={['file']} />
      {!itself && (
        <div>
          <Button type="button" variant="secondary" onClick={onAgain}>
            もう一度確かめる
          </Button>
        </div>
      )}
    </>
  );
}

function Checked(props: TableCheckProps & { check: ValueTableCheck; again: () => Promise<unknown> }) {
  const { check } = props;
  const changing = check.changes.filter((change) => change.kind !== 'unchanged');
  return (
    <>
      <p className="d-values__summary" role="status">
        {checkWords(check)}
      </p>
      {check.problems.length > 0 && (
        <>
          <Notice kind="error" title="直すところがあるため、まだ取り込めません" headingLevel={3}>
            <p>表を直して保存し、もう一度ファイルを選んでください。ほかの行も、まだ何も取り込んでいません。</p>
          </Notice>
          <ProblemsTable problems={check.problems} />
          {check.moreProblems > 0 && (
            <p>
              直すところは、このほかに{check.moreProblems.toLocaleString('ja-JP')}
              あります。はじめの{check.problems.length}だけを表に出しています。
            </p>
          )}
        </>
      )}
      <ChangesTable changes={changing} caption="変わる値" />
      <Unchanged check={check} />
      {check.problems.length === 0 &&
        (changing.length === 0 ? (
          <Notice kind="info" title="取り込むものはありません" headingLevel={3}>
            <p>表の値は、いまの値と同じです。</p>
          </Notice>
        ) : (
          <TakeForm {...props} count={changing.length} />
        ))}
    </>
  );
}

function Unchanged({ check }: { check: ValueTableCheck }) {
  const same = check.changes.filter((change) => change.kind === 'unchanged');
  if (same.length === 0) return null;
  return (
    <details className="k-details">
      <summary>変わらない値 {same.length}</summary>
      <ChangesTable changes={same} caption="変わらない値" />
    </details>
  );
}

function TakeForm(props: TableCheckProps & { check: ValueTableCheck; again: () => Promise<unknown>; count: number }) {
  const { plan, file, sourceText, onSourceText, onDone, check, again, count } = props;
  const take = useTakeTable(plan.id);
  const announce = useAnnounce();
  const navigate = useNavigate();
  return (
    <form
      className="k-panel k-stack d-value-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take.mutate(
          { file, checkId: check.checkId, sourceText: sourceText.trim() },
          {
            onSuccess: ({ imported }) => {
              onDone();
              announce({ text: `${imported}個の値を取り込みました` });
              void navigate(`/plans/${plan.id}`);
            },
            onError: (error) => {
              if (error instanceof ApiError && error.code === 'stale') void again();
            },
          },
        );
      }}
    >
      <h3>{count}個の値を取り込む</h3>
      <FormRefusal error={take.error} fields={['sourceText']} />
      <TextInput
        id="table-source"
        name="sourceText"
        label="出典"
        hint="資料の名前とページ（例：令和8年度 事業実績報告）。表の「出典」に書いた行は、そちらを使います。"
        required
        maxLength={LIMITS.valueSource}
        value={sourceText}
        onChange={(event) => onSourceText(event.currentTarget.value)}
        error={fieldError(take.error, 'sourceText')}
      />
      <div>
        <Button type="submit" busy={take.isPending}>
          取り込む
        </Button>
      </div>
    </form>
  );
}
