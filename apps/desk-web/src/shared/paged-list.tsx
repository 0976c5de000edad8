import type { Page } from '@kotae/contracts';
import { MoreRows } from '@kotae/ui';
import type { ReactNode } from 'react';
import { Loaded } from './loaded';

/** What is used of an infinite query. */
interface PagedQuery<T> {
  readonly data: { readonly pages: readonly Page<T>[] } | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => unknown;
}

export function rowsOf<T>(query: Pick<PagedQuery<T>, 'data'>): T[] {
  return query.data?.pages.flatMap((page) => page.items) ?? [];
}

/** A list page by page, with its designed states: on its way, empty, broken, more to come. */
export function PagedList<T>(props: {
  query: PagedQuery<T>;
  /** 「受信箱を読み込んでいます」 */
  label: string;
  empty: ReactNode;
  children: (rows: readonly T[]) => ReactNode;
}) {
  const { query, label, empty, children } = props;
  const rows = rowsOf(query);
  return (
    <>
      <Loaded query={query} label={label}>
        {() => (rows.length === 0 ? empty : children(rows))}
      </Loaded>
      <MoreRows
        more={query.hasNextPage}
        busy={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
      />
    </>
  );
}
