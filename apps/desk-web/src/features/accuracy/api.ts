import type { AccuracyMonths, AccuracyView, Page, SubmissionVerdictView, VerdictView } from '@kotae/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, queryOf } from '../../shared/api';

export const accuracyQuery = (months: AccuracyMonths, version: string | null) =>
  queryOptions({
    queryKey: ['accuracy', 'figures', months, version],
    queryFn: ({ signal }) => api.get<AccuracyView>(`/accuracy${queryOf({ months, version })}`, signal),
  });

export const verdictsQuery = (asked: Readonly<Record<string, string>>) =>
  infiniteQueryOptions({
    queryKey: ['accuracy', 'opinions', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<VerdictView>>(`/accuracy/opinions${queryOf({ ...asked, after: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const submissionVerdictsQuery = (asked: Readonly<Record<string, string>>) =>
  infiniteQueryOptions({
    queryKey: ['accuracy', 'submissions', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<SubmissionVerdictView>>(`/accuracy/submissions${queryOf({ ...asked, after: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
