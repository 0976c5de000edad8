import type { RegisterAccepted, RegisterRequest, UploadAccepted } from '@kotae/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { useChange } from '../../shared/use-change';

export function useRegister() {
  const client = useQueryClient();
  return useChange({
    mutationFn: (request: RegisterRequest) => api.post<RegisterAccepted>('/submissions', request),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: ['counts'] });
    },
  });
}

export function useUpload() {
  return useChange({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return api.post<UploadAccepted>('/attachments', form);
    },
  });
}
