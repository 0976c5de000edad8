import { freshDraft, isTouched, requestOf } from './draft';

const TODAY = '2026-11-20';

describe('freshDraft', () => {
  it('keeps kind, channel and date of the pile, and makes a new key', () => {
    const first = { ...freshDraft(TODAY), channel: 'fax' as const, receivedOn: '2026-11-17', body: '直して' };
    const next = freshDraft(TODAY, first);
    expect(next).toMatchObject({ channel: 'fax', receivedOn: '2026-11-17', body: '' });
    expect(next.idempotencyKey).not.toBe(first.idempotencyKey);
  });
});

describe('requestOf', () => {
  it('sends null for what is not on the sheet', () => {
    const request = requestOf({ ...freshDraft(TODAY), body: ' 側溝のふたが割れている ' });
    expect(request).toMatchObject({
      body: '側溝のふたが割れている',
      subject: null,
      submitter: null,
      ageBand: null,
      reply: { wanted: false, channel: null },
    });
  });

  it('keeps the name though no reply is wanted, and names the way of the reply only when one is', () => {
    const request = requestOf({ ...freshDraft(TODAY), body: 'x', name: '大沢 キヨ', wanted: true });
    expect(request.submitter?.name).toBe('大沢 キヨ');
    expect(request.reply).toEqual({ wanted: true, channel: 'post' });
  });

  it('sends scans by id and key only', () => {
    const scan = { id: 'a', key: 'k', fileName: 'x.jpg', mediaType: 'image/jpeg', byteSize: 1 };
    expect(requestOf({ ...freshDraft(TODAY), scans: [scan] }).attachments).toEqual([{ id: 'a', key: 'k' }]);
  });
});

describe('isTouched', () => {
  it('minds what was typed, not what was preset', () => {
    expect(isTouched(freshDraft(TODAY))).toBe(false);
    expect(isTouched({ ...freshDraft(TODAY), body: 'あ' })).toBe(true);
  });
});
