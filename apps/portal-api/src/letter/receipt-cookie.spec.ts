import { FakeClock } from '@kotae/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReceiptCookie, type Receipt } from './receipt-cookie';

const SECRET = 'a secret of forty characters, for tests.';
const receipt: Receipt = {
  receiptNumber: 'R8-000123',
  receiptCode: '7KQ2M-VX9RA-4TPD',
  receivedOn: '2026-11-20',
  dueOn: '2026-12-04',
  replyWanted: 'email',
  doNotContact: false,
};

describe('the receipt in the browser', () => {
  const clock = new FakeClock('2026-11-20T03:00:00Z');
  const kept = (by: ReceiptCookie, how: 'keep' | 'probe' = 'keep') => {
    const cookies: Record<string, string> = {};
    const settings: unknown[] = [];
    const reply = {
      setCookie: (name: string, value: string, options: unknown) => {
        cookies[name] = value;
        settings.push(options);
      },
    } as unknown as FastifyReply;
    if (how === 'keep') by.keep(reply, receipt);
    else by.probe(reply);
    return { request: { cookies } as unknown as FastifyRequest, cookies, settings };
  };

  it('is read again by every process with the secret, and says nothing to who has not', () => {
    const { request, cookies } = kept(new ReceiptCookie(SECRET, clock, false));
    expect(new ReceiptCookie(SECRET, clock, false).read(request)).toEqual(receipt);
    expect(new ReceiptCookie(`${SECRET}!`, clock, false).read(request)).toBeNull();
    const [value = ''] = Object.values(cookies);
    expect(Buffer.from(value, 'base64url').toString('latin1')).not.toMatch(/7KQ2M|R8-|email/);
  });

  it('cannot be changed, cut or made up', () => {
    const cookie = new ReceiptCookie(SECRET, clock, false);
    const { cookies } = kept(cookie);
    const [[name, value] = ['', '']] = Object.entries(cookies);
    for (let at = 0; at < value.length - 1; at += 7) {
      const other = value[at] === 'A' ? 'B' : 'A';
      const forged = value.slice(0, at) + other + value.slice(at + 1);
      expect(cookie.read({ cookies: { [name]: forged } } as unknown as FastifyRequest)).toBeNull();
    }
    for (const forged of ['', 'ready', value.slice(0, 30), '!!!']) {
      expect(cookie.read({ cookies: { [name]: forged } } as unknown as FastifyRequest)).toBeNull();
    }
  });

  it('tells a browser that keeps cookies from one that does not, without showing anything', () => {
    const cookie = new ReceiptCookie(SECRET, clock, true);
    const { request, cookies, settings } = kept(cookie, 'probe');
    expect([cookie.isKept(request), cookie.read(request)]).toEqual([true, null]);
    expect(cookie.isKept({ cookies: {} } as unknown as FastifyRequest)).toBe(false);
    expect(Object.keys(cookies)).toEqual(['__Secure-kotae-receipt']);
    expect(settings).toEqual([{ path: '/letter', maxAge: 1800, httpOnly: true, sameSite: 'strict', secure: true }]);
  });
});
