import type { InboxRow, InboxView, Page } from '@kotae/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, queryOf } from '../../shared/api';

/** Rows of one view, page by page. */
export function inboxQuery(view: InboxView, q: string) {
  return infiniteQueryOptions({
    queryKey: ['inbox', view, q],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<InboxRow>>(`/inbox${queryOf({ view, q, after: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
