import type {
  CountingPreviewRequest,
  CountingPreviews,
  DefinitionView,
  FormulaChangeRequest,
  IndicatorChoices,
  MadeView,
  NewIndicatorRequest,
  NewPlanRequest,
  SourceChangeRequest,
  TargetRevisionRequest,
  WordingChangeRequest,
} from '@kotae/contracts';
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { useChange } from '../../shared/use-change';

export const definitionQuery = (id: string) =>
  queryOptions({
    queryKey: ['indicators', 'definition', id],
    queryFn: ({ signal }) => api.get<DefinitionView>(`/indicators/${id}/definition`, signal),
  });

export const choicesQuery = queryOptions({
  queryKey: ['indicator-choices'],
  queryFn: ({ signal }) => api.get<IndicatorChoices>('/indicator-choices', signal),
  staleTime: Infinity,
});

/** What a way of counting would give. The old answer stays while the new one is on its way. */
export const countingPreviewQuery = (id: string, request: CountingPreviewRequest) =>
  queryOptions({
    queryKey: ['indicators', 'preview', id, request],
    queryFn: () => api.post<CountingPreviews>(`/indicators/${id}/definition/preview`, request),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
  });

type Change =
  | { what: 'source'; request: SourceChangeRequest }
  | { what: 'formula'; request: FormulaChangeRequest }
  | { what: 'wording'; request: WordingChangeRequest }
  | { what: 'target'; request: TargetRevisionRequest };

export function useChangeDefinition(id: string) {
  const client = useQueryClient();
  return useChange({
    mutationFn: ({ what, request }: Change) =>
      what === 'target'
        ? api.post<DefinitionView>(`/indicators/${id}/definition/targets`, request)
        : api.put<DefinitionView>(`/indicators/${id}/definition/${what}`, request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['indicators'] }),
  });
}

export function useMakePlan() {
  const client = useQueryClient();
  return useChange({
    mutationFn: (request: NewPlanRequest) => api.post<MadeView>('/plans', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['plans'] }),
  });
}

export function useMakeIndicator(planId: string) {
  const client = useQueryClient();
  return useChange({
    mutationFn: (request: NewIndicatorRequest) => api.post<MadeView>(`/plans/${planId}/indicators`, request),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['indicators'] });
      await client.invalidateQueries({ queryKey: ['plans'] });
    },
  });
}
