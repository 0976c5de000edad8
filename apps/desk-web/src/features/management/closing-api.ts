import type {
  ClosePlanYearRequest,
  ClosedIndicatorYear,
  ClosingLook,
  ClosingView,
  Page,
  PlanClosings,
  RestatedOpinions,
} from '@kotae/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, queryOf } from '../../shared/api';
import { useChange } from '../../shared/use-change';

export const planClosingsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['indicators', 'closings', planId],
    queryFn: ({ signal }) => api.get<PlanClosings>(`/plans/${planId}/closings`, signal),
  });

export const closingLookQuery = (planId: string, fiscalYear: number) =>
  queryOptions({
    queryKey: ['indicators', 'closing', planId, fiscalYear],
    queryFn: ({ signal }) => api.get<ClosingLook>(`/plans/${planId}/closings/${fiscalYear}`, signal),
    // Whoever closes must see the numbers as they are now.
    staleTime: 0,
  });

export const closedYearsQuery = (indicatorId: string) =>
  queryOptions({
    queryKey: ['indicators', 'closed-years', indicatorId],
    queryFn: async ({ signal }) =>
      (await api.get<Page<ClosedIndicatorYear>>(`/indicators/${indicatorId}/closed-years`, signal)).items,
  });

export const restatedQuery = (indicatorId: string, fiscalYear: number) =>
  queryOptions({
    queryKey: ['indicators', 'restated', indicatorId, fiscalYear],
    queryFn: ({ signal }) =>
      api.get<RestatedOpinions>(`/indicators/${indicatorId}/restatement/opinions${queryOf({ fiscalYear })}`, signal),
  });

export function useClosePlanYear(planId: string) {
  const client = useQueryClient();
  return useChange({
    mutationFn: (request: ClosePlanYearRequest) => api.post<ClosingView>(`/plans/${planId}/closings`, request),
    // Refused or not: the numbers on the page may be old.
    onSettled: () => client.invalidateQueries({ queryKey: ['indicators'] }),
  });
}

/** The file whose bytes hash to the SHA-256 that is shown. */
export function recordHref(planId: string, fiscalYear: number): string {
  return `/api/plans/${encodeURIComponent(planId)}/closings/${fiscalYear}/record`;
}

export function restatementHref(indicatorId: string, fiscalYear: number): string {
  return `/indicators/${indicatorId}/restatement?fiscalYear=${fiscalYear}`;
}
