import type { CityChangeArea } from '@kotae/contracts';
import { Button, DateText } from '@kotae/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Loaded } from '../../shared/loaded';
import { changesQuery } from './api';

/** Who changed what, newest first; nothing of it can be edited or removed. */
export function ChangeHistory({ areas }: { areas: readonly CityChangeArea[] }) {
  const changes = useInfiniteQuery(changesQuery(areas));
  return (
    <section className="k-stack k-stack--small" aria-labelledby="change-history">
      <h2 id="change-history">変更の記録</h2>
      <Loaded query={changes} label="変更の記録を読み込んでいます">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <p className="d-quiet">まだ変更はありません。変更すると、だれがいつ何を変えたかがここに残ります。</p>
          ) : (
            <>
              <ol className="d-history d-city__history">
                {items.map((change) => (
                  <li key={change.seq}>
                    <p className="d-history__when">
                      <DateText at={change.at} time format="short" />　{change.by}
                    </p>
                    <p>{change.text}</p>
                  </li>
                ))}
              </ol>
              {changes.hasNextPage && (
                <div>
                  <Button
                    type="button"
                    variant="secondary"
                    size="small"
                    busy={changes.isFetchingNextPage}
                    onClick={() => void changes.fetchNextPage()}
                  >
                    前の記録を見る
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
