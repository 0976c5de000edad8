import type { Reference } from '@kotae/contracts';
import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { api } from './api';

/** The city, its sections and topics. Loaded once by the shell. */
export const referenceQuery = queryOptions({
  queryKey: ['reference'],
  queryFn: ({ signal }) => api.get<Reference>('/reference', signal),
  staleTime: 60_000,
  // What an administrator renames reaches every open screen without a reload.
  refetchInterval: 5 * 60_000,
});

export const ReferenceContext = createContext<Reference | null>(null);

export function useReference(): Reference {
  const reference = use(ReferenceContext);
  if (!reference) throw new Error('useReference outside the shell');
  return reference;
}
