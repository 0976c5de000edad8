import type {
  AccuracyMonths,
  AccuracyView,
  Page,
  SubmissionVerdictView,
  UrgencyVerdictView,
  VerdictView,
} from '@kotae/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, queryOf } from '../../shared/api';

export const accuracyQuery = (months: AccuracyMonths, version: string | null) =>
  queryOptions({
    queryKey: ['accuracy', 'figures', months, version],
    queryFn: ({ signal }) => api.get<AccuracyView>(`/accuracy${queryOf({ months, version })}`, signal),
  });

/** A list of verdicts, page by page. */
const listQuery =
  <T>(what: 'opinions' | 'submissions' | 'urgency') =>
  (asked: Readonly<Record<string, string>>) =>
    infiniteQueryOptions({
      queryKey: ['accuracy', what, asked],
      queryFn: ({ pageParam, signal }) =>
        api.get<Page<T>>(`/accuracy/${what}${queryOf({ ...asked, after: pageParam })}`, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
    });

export const verdictsQuery = listQuery<VerdictView>('opinions');
export const submissionVerdictsQuery = listQuery<SubmissionVerdictView>('submissions');
export const urgencyVerdictsQuery = listQuery<UrgencyVerdictView>('urgency');
