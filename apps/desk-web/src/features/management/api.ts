import type { DeskIndicatorView, IndicatorValueRequest, OpinionsBehind, Page, PlanView } from '@kotae/contracts';
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, queryOf } from '../../shared/api';
import { useChange } from '../../shared/use-change';
import type { Behind } from './behind';
import { behindQuery } from './behind';

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: async ({ signal }) => itemsOf(await api.get<PlanView[] | Page<PlanView>>('/plans', signal)),
  staleTime: 60_000,
});

export const indicatorsQuery = (planId: string, fiscalYear: number) =>
  queryOptions({
    queryKey: ['indicators', 'plan', planId, fiscalYear],
    queryFn: async ({ signal }) =>
      itemsOf(
        await api.get<DeskIndicatorView[] | Page<DeskIndicatorView>>(
          `/plans/${planId}/indicators${queryOf({ fiscalYear })}`,
          signal,
        ),
      ),
  });

export const indicatorQuery = (id: string, fiscalYear: number) =>
  queryOptions({
    queryKey: ['indicators', 'one', id, fiscalYear],
    queryFn: ({ signal }) => api.get<DeskIndicatorView>(`/indicators/${id}${queryOf({ fiscalYear })}`, signal),
  });

export const opinionsBehindQuery = (id: string, behind: Behind) =>
  infiniteQueryOptions({
    queryKey: ['indicators', 'behind', id, behind],
    queryFn: ({ pageParam, signal }) =>
      api.get<OpinionsBehind>(
        `/indicators/${id}/opinions${queryOf({ ...behindQuery(behind), after: pageParam })}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export function useTypeInValue(id: string) {
  const client = useQueryClient();
  return useChange({
    mutationFn: (request: IndicatorValueRequest) => api.post(`/indicators/${id}/values`, request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['indicators'] }),
  });
}

function itemsOf<T>(answer: T[] | Page<T>): T[] {
  return Array.isArray(answer) ? answer : answer.items;
}
