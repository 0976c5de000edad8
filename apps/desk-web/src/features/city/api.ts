import type {
  CityChangeArea,
  CityChangeView,
  ClassesView,
  MergeDone,
  MergePreview,
  Page,
  PlacesView,
  SectionRequest,
  SettingsView,
  TopicRequest,
} from '@kotae/contracts';
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, queryOf } from '../../shared/api';
import { useChange } from '../../shared/use-change';

export const placesQuery = queryOptions({
  queryKey: ['city', 'places'],
  queryFn: ({ signal }) => api.get<PlacesView>('/city/places', signal),
});

export const classesQuery = queryOptions({
  queryKey: ['city', 'classes'],
  queryFn: ({ signal }) => api.get<ClassesView>('/city/classes', signal),
});

export const settingsQuery = queryOptions({
  queryKey: ['city', 'settings'],
  queryFn: ({ signal }) => api.get<SettingsView>('/settings', signal),
});

export const mergePreviewQuery = (sectionId: string) =>
  queryOptions({
    queryKey: ['city', 'merge', sectionId],
    queryFn: ({ signal }) => api.get<MergePreview>(`/city/sections/${encodeURIComponent(sectionId)}/merge`, signal),
    staleTime: 0,
  });

export const changesQuery = (areas: readonly CityChangeArea[]) =>
  infiniteQueryOptions({
    queryKey: ['city', 'changes', areas],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<CityChangeView>>(`/city/changes${queryOf({ areas: areas.join(','), after: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

/** After a change everything that names a topic, a section or a class is asked for again. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['city'] }),
      client.invalidateQueries({ queryKey: ['reference'] }),
      client.invalidateQueries({ queryKey: ['staff'] }),
    ]);
}

const place = (kind: 'sections' | 'topics', id: string | null) =>
  `/city/${kind}${id === null ? '' : `/${encodeURIComponent(id)}`}`;

export function useSavePlace<R extends SectionRequest | TopicRequest>(kind: 'sections' | 'topics') {
  const onSuccess = useRefresh();
  return useChange({
    mutationFn: ({ id, request }: { id: string | null; request: R }) =>
      id === null ? api.post<PlacesView>(place(kind, null), request) : api.put<PlacesView>(place(kind, id), request),
    onSuccess,
  });
}

export function useOrder(kind: 'sections' | 'topics') {
  const onSuccess = useRefresh();
  return useChange({
    mutationFn: (ids: string[]) => api.put<PlacesView>(`/city/${kind}/order`, { ids }),
    onSuccess,
  });
}

export function useMerge(sectionId: string) {
  const onSuccess = useRefresh();
  return useChange({
    mutationFn: (request: { into: string; version: number }) =>
      api.post<MergeDone>(`${place('sections', sectionId)}/merge`, request),
    onSuccess,
  });
}

export function useSaveClasses() {
  const onSuccess = useRefresh();
  return useChange({
    mutationFn: (view: ClassesView) => api.put<ClassesView>('/city/classes', view),
    onSuccess,
    // Refused because someone else was faster: what they saved is shown beside what was typed.
    onError: onSuccess,
  });
}

export function useSaveSettings() {
  const onSuccess = useRefresh();
  return useChange({
    mutationFn: (view: SettingsView) => api.put<SettingsView>('/settings', view),
    onSuccess,
    onError: onSuccess,
  });
}
