import type { Page, TemplateRequest, TemplateView } from '@kotae/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { useChange } from '../../shared/use-change';

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: async ({ signal }) => {
    const answer = await api.get<TemplateView[] | Page<TemplateView>>('/templates', signal);
    return Array.isArray(answer) ? answer : answer.items;
  },
});

export function useTemplateActions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['templates'] });
  return {
    save: useChange({
      mutationFn: ({ id, ...request }: TemplateRequest & { id: string | null }) =>
        id ? api.put(`/templates/${id}`, request) : api.post('/templates', request),
      onSuccess,
    }),
    remove: useChange({ mutationFn: (id: string) => api.remove(`/templates/${id}`), onSuccess }),
  };
}
