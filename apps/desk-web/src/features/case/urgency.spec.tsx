import type { Reference, SubmissionDetail } from '@kotae/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { ApiError } from '../../shared/api-error';
import { ReferenceContext } from '../../shared/reference';
import { caseQuery, useCaseActions, type CaseActions } from './api';
import { UrgencyBanner } from './urgency';

const ID = '11111111-1111-4111-8111-111111111111';
const BASE = { submissionId: ID, urgent: null, urgencyDecided: null, suggestion: null, actions: ['decide_urgency'] };
const detailOf = (part: Partial<SubmissionDetail>) => ({ ...BASE, ...part }) as SubmissionDetail;
const CITY = { city: { urgentLines: [] as unknown } } as Reference;

function banner(detail: SubmissionDetail, error: Error | null): string {
  const actions = { urgency: { error, isPending: false, submittedAt: 0 } } as unknown as CaseActions;
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <ReferenceContext value={CITY}>
        <UrgencyBanner detail={detail} actions={actions} />
      </ReferenceContext>
    </QueryClientProvider>,
  );
}

describe('UrgencyBanner', () => {
  it('says that a plain letter could not be made urgent', () => {
    const refused = banner(detailOf({}), new ApiError(403, 'forbidden', 'この操作をする権限がありません。'));
    expect(refused).toContain('role="alert"');
    expect(refused).toContain('この操作をする権限がありません。');
    expect(banner(detailOf({}), null)).toBe('');
  });

  it('is urgent, not an error, and its kind can be corrected before and after the decision', () => {
    const open = banner(detailOf({ urgent: 'danger' }), null);
    const decided = banner(
      detailOf({ urgent: 'danger', urgencyDecided: { by: '広聴 花子', at: '2026-11-20T01:00:00Z' } }),
      null,
    );
    for (const markup of [open, decided]) {
      expect(markup).toContain('緊急: ');
      expect(markup).not.toContain('エラー');
      expect(markup).toContain('種類を変える');
    }
    const reader = banner(detailOf({ urgent: 'danger', actions: [] }), null);
    expect(reader).toContain('緊急かもしれません');
    expect(reader).not.toContain('<button');
  });
});

describe('the decision about urgency', () => {
  const fetched = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = fetched;
  });
  const refused = async (code: string) => {
    globalThis.fetch = () =>
      Promise.resolve(Response.json({ title: 'ほかの人が先に決めました。', code }, { status: 409 }));
    const client = new QueryClient();
    client.setQueryData(caseQuery(ID).queryKey, detailOf({}));
    let held: CaseActions | undefined;
    function Screen() {
      held = useCaseActions(ID);
      return null;
    }
    renderToStaticMarkup(
      <QueryClientProvider client={client}>
        <Screen />
      </QueryClientProvider>,
    );
    await expect(held?.urgency.mutateAsync({ urgent: 'danger', decidedAt: null })).rejects.toMatchObject({ code });
    return client.getQueryState(caseQuery(ID).queryKey)?.isInvalidated;
  };

  it('reads the letter again when a colleague decided first', async () => {
    expect(await refused('stale')).toBe(true);
  });

  it('leaves the letter as it stands after any other refusal', async () => {
    expect(await refused('conflict')).toBe(false);
  });
});
