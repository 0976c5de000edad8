import type { ClosingView } from '@kotae/contracts';
import { fiscalYearLabel } from '@kotae/kernel';
import { DateText, DefinitionList } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../shared/session';
import { planClosingsQuery, recordHref } from './closing-api';
import { RestatementMark } from './restatement-mark';

/** Who closed a year and when, the kept record, and what has changed since. */
export function ClosedRecord({ closing }: { closing: ClosingView }) {
  const mayOpen = useMay('indicator.open');
  return (
    <section className="k-stack">
      <DefinitionList
        items={[
          { term: '締めた日時', detail: <DateText at={closing.closedAt} time format="short" /> },
          { term: '締めた人', detail: closing.closedBy },
          {
            term: '記録の指紋（SHA-256）',
            detail: (
              <code className="d-hash" translate="no">
                {closing.sha256}
              </code>
            ),
            action: mayOpen ? (
              <a href={recordHref(closing.planId, closing.fiscalYear)} download>
                記録（JSON）を保存する
              </a>
            ) : undefined,
          },
        ]}
      />
      <p className="d-quiet">
        記録のファイルから同じ指紋が計算できれば、締めた時から1文字も変わっていません（例：sha256sum
        ファイル名）。意見の本文や名前は入っていません。
      </p>
      <Restated closing={closing} />
    </section>
  );
}

function Restated({ closing }: { closing: ClosingView }) {
  const closings = useQuery(planClosingsQuery(closing.planId));
  const restated = closings.data?.closed.find((year) => year.fiscalYear === closing.fiscalYear)?.changed;
  if (restated === undefined) return null;
  if (restated.length === 0)
    return (
      <p>
        締めた後の修正はありません。いま同じ数え方をしても、{fiscalYearLabel(closing.fiscalYear)}は同じ数になります。
      </p>
    );
  return (
    <>
      <h2>締めた後の修正</h2>
      <ul>
        {restated.map((number) => (
          <li key={number.indicatorId}>
            {number.name}　<RestatementMark number={number} />
          </li>
        ))}
      </ul>
    </>
  );
}
