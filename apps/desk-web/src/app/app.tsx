import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { KeyProvider } from '../shared/keys';
import { queryClient } from './query-client';
import { router } from './routes';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <KeyProvider>
        <RouterProvider router={router} />
      </KeyProvider>
    </QueryClientProvider>
  );
}
