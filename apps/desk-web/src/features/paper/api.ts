import type { RegisterRequest, UploadAccepted } from '@kotae/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';

export interface Registered {
  readonly submissionId: string;
  readonly receiptNumber: string;
  /** For the resident, when the city hands it out at the counter. Shown once. */
  readonly receiptCode?: string | null;
}

export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RegisterRequest) => api.post<Registered>('/submissions', request),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: ['counts'] });
    },
  });
}

export function useUpload() {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return api.post<UploadAccepted>('/attachments', form);
    },
  });
}
