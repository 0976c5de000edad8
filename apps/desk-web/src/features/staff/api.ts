import type { Page, StaffRequest, StaffView } from '@kotae/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { useChange } from '../../shared/use-change';

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }) => {
    const everyone: StaffView[] = [];
    // All pages: a city has tens or hundreds of accounts, and the list is searched as a whole.
    for (let after: string | null = null; ;) {
      const page: Page<StaffView> | StaffView[] = await api.get(
        `/staff${after ? `?after=${encodeURIComponent(after)}` : ''}`,
        signal,
      );
      if (Array.isArray(page)) return page;
      everyone.push(...page.items);
      if (!page.next) return everyone;
      after = page.next;
    }
  },
});

export function useSaveStaff() {
  const client = useQueryClient();
  return useChange({
    mutationFn: ({ id, ...request }: StaffRequest & { id: string | null }) =>
      id ? api.put(`/staff/${id}`, request) : api.post('/staff', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['staff'] }),
  });
}
