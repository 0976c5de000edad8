import { DateText, EmptyState } from '@kotae/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../shared/loaded';
import { circled } from '../../shared/words';
import { historyQuery } from './api';

/** Who did what when, oldest first. */
export function History({ id }: { id: string }) {
  const history = useQuery(historyQuery(id));
  return (
    <Loaded query={history} label="経過を読み込んでいます">
      {(entries) =>
        entries.length === 0 ? (
          <EmptyState title="まだ経過はありません" />
        ) : (
          <ol className="d-history">
            {entries.map((entry) => (
              <li key={entry.seq}>
                <p className="d-history__when">
                  <DateText at={entry.at} time format="short" />　{entry.by}
                </p>
                <p>
                  {entry.opinionOrdinal !== null && !entry.text.includes(`意見${entry.opinionOrdinal}`) && (
                    <>{circled(entry.opinionOrdinal)} </>
                  )}
                  {entry.text}
                </p>
                {entry.reason && <p className="d-quiet">理由：{entry.reason}</p>}
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
