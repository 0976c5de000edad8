import { EMPTY_LETTER, readLetterForm } from './letter-form';
import { inputOfLetter, problemsOfLetter } from './letter-input';

const rules = { districts: ['中央'], today: '2026-11-20' };
const fields = (entries: Record<string, string | string[]>) =>
  new Map(Object.entries(entries).map(([name, value]) => [name, [value].flat()]));

describe('a posted letter', () => {
  it('is read as typed, with one kind of line end', () => {
    const posted = readLetterForm(fields({ body: '一行目\r\n\r\n　二行目 ', subject: ' 件名 ', action: 'check' }));
    expect(posted.values).toMatchObject({ body: '一行目\n\n　二行目 ', subject: ' 件名 ', kind: 'web_opinion' });
  });
  it('gets a token of its own when it brings none of ours', () => {
    for (const formToken of ['', 'x', '../../etc', `${'1'.repeat(36)}`]) {
      expect(readLetterForm(fields({ formToken })).formToken).toMatch(/^[0-9a-f-]{36}$/);
    }
    const kept = '6F9619FF-8B86-4D01-B42D-00CF4FC964FF';
    expect(readLetterForm(fields({ formToken: kept })).formToken).toBe(kept.toLowerCase());
  });
  it('never takes a choice that was not offered', () => {
    const posted = readLetterForm(fields({ kind: 'proposal_postcard', replyWanted: 'fax', publishConsent: 'on' }));
    expect(posted.values).toMatchObject({ kind: 'web_opinion', replyWanted: '', publishConsent: '' });
  });
  it('names its files by id and key only', () => {
    const id = '01990c7e-5f0a-7b3c-8d21-3f5e6a7b8c9d';
    const posted = readLetterForm(fields({ attachment: [`${id}.abc`, 'nonsense', `${id}.`, ''] }));
    expect(posted.attachments).toEqual([{ id, key: 'abc' }]);
    expect(readLetterForm(fields({ action: `remove:${id}` })).action).toEqual({ kind: 'remove', id });
  });
  it('tells who filled in what people do not see', () => {
    expect(readLetterForm(fields({ website: 'https://example.com' })).trapped).toBe(true);
    expect(readLetterForm(fields({ website: '' })).trapped).toBe(false);
  });
});

describe('what of it is taken along', () => {
  const typed = {
    ...EMPTY_LETTER,
    body: 'バス停に屋根を',
    name: '髙﨑 花子',
    email: 'a@example.jp',
    postalCode: '123-4567',
    address: '中央1-1',
  };
  it('is nothing about the person when no reply is wanted', () => {
    expect(inputOfLetter({ ...typed, replyWanted: 'none' }, [], '2026-11-20').submitter).toBeNull();
  });
  it('is what the way of replying needs', () => {
    expect(inputOfLetter({ ...typed, replyWanted: 'email' }, [], '2026-11-20').submitter).toEqual({
      name: '髙﨑 花子',
      email: 'a@example.jp',
      phone: null,
      postalCode: null,
      address: null,
    });
    expect(inputOfLetter({ ...typed, replyWanted: 'post' }, [], '2026-11-20').submitter?.email).toBeNull();
  });
  it('is not yet right when the reply was not chosen or needs more', () => {
    const fieldsOf = (values: Partial<typeof typed>) =>
      problemsOfLetter({ ...typed, ...values }, [], rules).map((problem) => problem.field);
    expect(fieldsOf({ replyWanted: '' })).toEqual(['replyWanted']);
    expect(fieldsOf({ replyWanted: 'email', email: '' })).toEqual(['email']);
    expect(fieldsOf({ replyWanted: 'post', name: '', address: '', postalCode: '12' })).toEqual([
      'postalCode',
      'address',
      'name',
    ]);
    expect(fieldsOf({ replyWanted: 'none', body: ' ', follows: 'x' })).toEqual(['body', 'follows']);
    expect(fieldsOf({ replyWanted: 'none', email: 'not an address' })).toEqual([]);
  });
});
