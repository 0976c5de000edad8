import type {
  CloseRequest,
  HistoryEntry,
  OutcomeRequest,
  Page,
  PublicationCreateRequest,
  PublicationView,
  ReplyDraft,
  ReplyRequest,
  SimilarSubmission,
  SubmissionDetail,
  TemplateView,
  TriageRequest,
  UrgencyRequest,
  Versioned,
} from '@kotae/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { ApiError } from '../../shared/api-error';
import { useChange } from '../../shared/use-change';

/** While the machine has not read a new letter yet, or a reply is on its way, look again after this. */
const SOON_MS = 2_000;

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => api.get<SubmissionDetail>(`/submissions/${id}`, signal),
    refetchInterval: (query) => (query.state.data && worthAnotherLook(query.state.data) ? SOON_MS : false),
  });

function worthAnotherLook(detail: SubmissionDetail): boolean {
  const unread = !detail.suggestion && detail.actions.includes('triage');
  return unread || detail.replyView?.state === 'sending';
}

export const similarQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'similar'],
    queryFn: async ({ signal }) =>
      itemsOf(await api.get<SimilarSubmission[] | Page<SimilarSubmission>>(`/submissions/${id}/similar`, signal)),
    staleTime: 60_000,
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'history'],
    queryFn: async ({ signal }) =>
      itemsOf(await api.get<HistoryEntry[] | Page<HistoryEntry>>(`/submissions/${id}/history`, signal)),
  });

export const replyQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'reply'],
    queryFn: ({ signal }) => api.get<ReplyDraft>(`/submissions/${id}/reply`, signal),
  });

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: async ({ signal }) => itemsOf(await api.get<TemplateView[] | Page<TemplateView>>('/templates', signal)),
  staleTime: 60_000,
});

/** One letter's changes. Each ends by reading the letter again, so that version and buttons are the server's. */
export function useCaseActions(id: string) {
  const client = useQueryClient();
  const again = async () => {
    await client.invalidateQueries({ queryKey: ['case', id] });
    void client.invalidateQueries({ queryKey: ['inbox'] });
    void client.invalidateQueries({ queryKey: ['counts'] });
  };
  const change = <T, A = unknown>(send: (request: T) => Promise<A>) => ({ mutationFn: send, onSuccess: again });
  return {
    triage: useChange(change((request: TriageRequest) => api.post(`/submissions/${id}/triage`, request))),
    close: useChange(change((request: CloseRequest) => api.post(`/submissions/${id}/close`, request))),
    urgency: useChange({
      ...change((request: UrgencyRequest) => api.post(`/submissions/${id}/urgency`, request)),
      // A colleague decided first: what they decided is shown beside the refusal.
      onError: (error) => (error instanceof ApiError && error.code === 'stale' ? again() : undefined),
    }),
    saveAnswer: useChange(
      change((request: { opinionId: string; body: string; version: number }) =>
        api.put<Versioned>(`/opinions/${request.opinionId}/answer`, { body: request.body, version: request.version }),
      ),
    ),
    answerStep: useChange(
      change(
        (request: {
          opinionId: string;
          step: 'submit' | 'approve' | 'send-back' | 'not-needed';
          version: number;
          comment?: string | null;
        }) =>
          api.post(`/opinions/${request.opinionId}/answer/${request.step}`, {
            version: request.version,
            comment: request.comment ?? null,
          }),
      ),
    ),
    outcome: useChange(
      change(({ opinionId, ...request }: OutcomeRequest & { opinionId: string }) =>
        api.post(`/opinions/${opinionId}/outcome`, request),
      ),
    ),
    saveReply: useChange(change((request: ReplyRequest) => api.put<ReplyDraft>(`/submissions/${id}/reply`, request))),
    sendReply: useChange(change((version: number) => api.post(`/submissions/${id}/reply/send`, { version }))),
    replyPosted: useChange(change((version: number) => api.post(`/submissions/${id}/reply/posted`, { version }))),
    attachScan: useChange(change((file: File) => api.post(`/submissions/${id}/scans`, formOf(file)))),
    publish: useChange({
      mutationFn: (request: PublicationCreateRequest) => api.post<PublicationView>('/publications', request),
      onSuccess: again,
    }),
  };
}

export type CaseActions = ReturnType<typeof useCaseActions>;

/** Reads the letter's version as it is now, after an earlier step changed it. */
export function useFreshVersion(id: string) {
  const client = useQueryClient();
  return async () => (await client.fetchQuery({ ...caseQuery(id), staleTime: 0 })).version;
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

function itemsOf<T>(answer: T[] | Page<T>): T[] {
  return Array.isArray(answer) ? answer : answer.items;
}
