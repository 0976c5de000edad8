import type { InboxCounts } from '@kotae/contracts';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../shared/api';

const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => api.get<InboxCounts>('/inbox/counts', signal),
});

/** How often to ask while the server's events do not arrive. */
const POLL_MS = 15_000;

/** What waits, live: pushed by the server, asked for when the push is broken. Lists are asked again when a row changed. */
export function useLiveCounts(enabled: boolean): InboxCounts | undefined {
  const client = useQueryClient();
  const [pushed, setPushed] = useState(false);
  const counts = useQuery({ ...countsQuery, enabled, refetchInterval: pushed ? false : POLL_MS });
  const revision = counts.data?.revision;
  useEffect(() => {
    if (!enabled) return;
    const source = new EventSource('/api/events');
    source.addEventListener('open', () => {
      setPushed(true);
      void client.invalidateQueries({ queryKey: ['counts'] });
    });
    source.addEventListener('error', () => setPushed(false));
    source.addEventListener('counts', (event: MessageEvent<string>) => {
      const next: InboxCounts = JSON.parse(event.data);
      client.setQueryData(countsQuery.queryKey, next);
    });
    return () => source.close();
  }, [client, enabled]);
  useEffect(() => {
    if (revision !== undefined) void client.invalidateQueries({ queryKey: ['inbox'] });
  }, [client, revision]);
  return counts.data;
}
