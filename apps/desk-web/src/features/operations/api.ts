import type { FailedDelivery, ModelView, OperationsView, Page, TrainingRequestView } from '@kotae/contracts';
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, queryOf } from '../../shared/api';
import { useChange } from '../../shared/use-change';

export const failedQuery = infiniteQueryOptions({
  queryKey: ['failed'],
  queryFn: ({ pageParam, signal }) =>
    api.get<Page<FailedDelivery>>(`/failed-deliveries${queryOf({ after: pageParam })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** Asked again every half minute: whoever repairs something sees it become well. */
export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: ({ signal }) => api.get<OperationsView>('/operations', signal),
  refetchInterval: 30_000,
});

export function useRetry() {
  const client = useQueryClient();
  return useChange({
    mutationFn: ({ eventId, reaction }: Pick<FailedDelivery, 'eventId' | 'reaction'>) =>
      api.post('/failed-deliveries/retry', { eventId, reaction }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['failed'] }),
        client.invalidateQueries({ queryKey: ['operations'] }),
      ]),
  });
}

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: async ({ signal }) => {
    const answer = await api.get<ModelView[] | Page<ModelView>>('/models', signal);
    return Array.isArray(answer) ? answer : answer.items;
  },
});

export function useTrain() {
  const client = useQueryClient();
  return useChange({
    mutationFn: () => api.post<TrainingRequestView>('/models/train'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['models'] }),
  });
}
