import type { RegisterAccepted, RegisterRequest, UploadAccepted } from '@kotae/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';

export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RegisterRequest) => api.post<RegisterAccepted>('/submissions', request),
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
