import type { Page, PublicationRequest, PublicationView } from '@kotae/contracts';
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, queryOf } from '../../shared/api';
import { useChange } from '../../shared/use-change';

export type PublicationState = PublicationView['state'];

export const publicationsQuery = (state: PublicationState) =>
  infiniteQueryOptions({
    queryKey: ['publications', 'list', state],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<PublicationView>>(`/publications${queryOf({ state, after: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const publicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['publications', 'one', id],
    queryFn: ({ signal }) => api.get<PublicationView>(`/publications/${id}`, signal),
  });

export function usePublicationActions(id: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['publications'] });
  return {
    save: useChange({
      mutationFn: (request: PublicationRequest) => api.put(`/publications/${id}`, request),
      onSuccess,
    }),
    publish: useChange({
      mutationFn: (version: number) => api.post(`/publications/${id}/publish`, { version }),
      onSuccess,
    }),
    withdraw: useChange({
      mutationFn: (request: { reason: string; version: number }) => api.post(`/publications/${id}/withdraw`, request),
      onSuccess,
    }),
  };
}
