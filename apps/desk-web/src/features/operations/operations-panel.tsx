import { Notice } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { operationsQuery } from './api';

/** How the programs are, in words; what is wrong first, with what to do about it. */
export function OperationsPanel() {
  const { data, error } = useQuery(operationsQuery);
  if (error !== null)
    return (
      <Notice kind="error" title="プログラムの状態を確かめられませんでした">
        データベース（PostgreSQL）が動いているか、つながるかを確かめてください。受け付けた声は失われていません。
      </Notice>
    );
  if (data === undefined) return null;
  const wrong = data.checks.filter(({ ok }) => !ok);
  if (wrong.length === 0)
    return (
      <Notice kind="success" title="いまのところ、すべて動いています">
        <ul>
          {data.checks.map(({ name, words }) => (
            <li key={name}>{words}</li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <Notice kind="warning" title="確かめてほしいことがあります">
      <ul>
        {wrong.map(({ name, words, whatToDo }) => (
          <li key={name}>
            <strong>{words}</strong>
            {whatToDo === null ? '' : ` ${whatToDo}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
