import type { Me, Permission } from '@kotae/contracts';
import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { api, setCsrfToken } from './api';
import { ApiError } from './api-error';

/** Who is signed in; null for nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      const me = await api.get<Me>('/session');
      setCsrfToken(me.csrfToken);
      return me;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
  retry: 1,
});

export const MeContext = createContext<Me | null>(null);

/** The person at the screen. Only inside the shell, where there is one. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe outside the shell');
  return me;
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}

/** The section whose matters alone this person works on; null for the roles that work for the whole city. */
export function useOwnSection(): string | null {
  const { role, sectionId } = useMe();
  return role === 'section_member' || role === 'section_approver' ? sectionId : null;
}
