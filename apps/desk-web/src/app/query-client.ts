import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../shared/api-error';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a server that was not reached is asked again.
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.status === 0),
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    // Without a connection a change is refused at once and said so, instead of waiting silently under a busy button.
    mutations: { networkMode: 'always' },
  },
});
