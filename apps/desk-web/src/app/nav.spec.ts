import type { InboxCounts, Me } from '@kotae/contracts';
import { navOf } from './nav';

const ME = { role: 'desk', permissions: ['inbox.read'] } as unknown as Me;
const COUNTS: InboxCounts = {
  untriaged: 100_000,
  urgent: 3,
  dueSoon: 999,
  overdue: 1_000,
  answering: 0,
  toApprove: 0,
  toSend: 0,
  promises: 0,
  revision: '1',
};

describe('the rail', () => {
  it('says how many wait: what nobody has sorted exactly, of the others where counting has stopped', () => {
    const shown = navOf(ME, COUNTS, '/inbox/untriaged').map(({ label, count, orMore }) => [label, count, orMore]);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['未処理', 100_000, false],
        ['緊急', 3, false],
        ['期限が近い', 999, false],
        ['期限超過', 1_000, true],
        ['すべて', undefined, undefined],
      ]),
    );
  });

  it('shows no counts that have not been read yet', () => {
    expect(navOf(ME, undefined, '/').every(({ count }) => count === undefined)).toBe(true);
  });
});
