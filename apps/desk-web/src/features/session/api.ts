import type { Me, SignInRequest } from '@kotae/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { api, setCsrfToken } from '../../shared/api';
import { useChange } from '../../shared/use-change';
import { meQuery } from '../../shared/session';

export function useSignIn() {
  const client = useQueryClient();
  return useChange({
    mutationFn: async (request: SignInRequest) => {
      const me = await api.post<Me>('/session', request);
      setCsrfToken(me.csrfToken);
      return me;
    },
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
  });
}

/** Ends this session, or every session of this person on every machine. The page starts afresh, with nothing kept. */
export function useSignOut() {
  return useChange({
    mutationFn: (everywhere: boolean) => api.remove(everywhere ? '/sessions' : '/session'),
    onSettled: () => {
      sessionStorage.clear();
      window.location.assign('/');
    },
  });
}
