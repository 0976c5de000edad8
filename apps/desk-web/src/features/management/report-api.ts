import type { ProgressReportView, ValueTableCheck, ValueTableImported } from '@kotae/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, queryOf } from '../../shared/api';
import { useChange } from '../../shared/use-change';
import type { TableFile } from './table-file';
import { formOf } from './table-file';

export const reportQuery = (planId: string, fiscalYear: number) =>
  queryOptions({
    queryKey: ['indicators', 'report', planId, fiscalYear],
    queryFn: ({ signal }) => api.get<ProgressReportView>(`/plans/${planId}/report${queryOf({ fiscalYear })}`, signal),
  });

/** What the chosen file would do now; asked again when somebody was faster. */
export const tableCheckQuery = (planId: string, file: TableFile | null) =>
  queryOptions({
    queryKey: ['indicators', 'table', planId, file?.key],
    queryFn: () => api.post<ValueTableCheck>(`/plans/${planId}/values/check`, formOf(file!)),
    enabled: file !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export function useTakeTable(planId: string) {
  const client = useQueryClient();
  return useChange({
    mutationFn: ({ file, checkId, sourceText }: { file: TableFile; checkId: string; sourceText: string }) =>
      api.post<ValueTableImported>(`/plans/${planId}/values`, formOf(file, { checkId, sourceText })),
    onSettled: () => client.invalidateQueries({ queryKey: ['indicators'] }),
  });
}
