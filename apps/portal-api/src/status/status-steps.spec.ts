import type { FoundSubmission } from '@kotae/persistence';
import { statusOf, statusSteps } from './status-steps';

const found = (part: Partial<FoundSubmission>): FoundSubmission => ({
  fiscalYear: 2026,
  receiptSerial: 123,
  kind: 'web_opinion',
  receivedOn: '2026-11-20',
  state: 'received',
  replyWanted: true,
  dueOn: '2026-12-04',
  closedOn: null,
  closingReason: null,
  seenOn: null,
  understood: null,
  triagedOn: null,
  sections: [],
  outcomes: [],
  publishedOn: null,
  publicationId: null,
  reply: null,
  ...part,
});
const words = (part: Partial<FoundSubmission>) =>
  statusSteps(found(part), '広報広聴課').map((step) => `${step.state} ${step.text} ${step.on ?? '-'}`);

const STATES = ['received', 'triaged', 'answered', 'replied', 'circulated', 'forwarded'] as const;
const ENDED = ['replied', 'circulated', 'forwarded'];

describe('the steps of a submission', () => {
  it('tells the way from hand to reply in words', () => {
    expect(words({})).toEqual([
      'done 受け付けました 2026-11-20',
      'now 広報広聴課が読みます -',
      'next 担当の課を決めて、検討します -',
      'next 回答をお送りします 2026-12-04',
    ]);
    expect(words({ state: 'triaged', seenOn: '2026-11-21', triagedOn: '2026-11-24', sections: ['道路課'] })).toEqual([
      'done 受け付けました 2026-11-20',
      'done 広報広聴課が読みました 2026-11-21',
      'now 道路課が検討しています 2026-11-24',
      'next 回答をお送りします 2026-12-04',
    ]);
    expect(words({ state: 'answered', triagedOn: '2026-11-24', sections: ['道路課', '公園課'] }).slice(2)).toEqual([
      'done 道路課と公園課が検討しました 2026-11-24',
      'now 回答を準備しています 2026-12-04',
    ]);
  });

  it('promises no reply to who wants none', () => {
    for (const state of STATES)
      expect(words({ state, replyWanted: false }).join()).not.toMatch(/回答をお送り|回答を準備/);
    expect(statusOf(found({ replyWanted: false }), '課').replyDueOn).toBeNull();
  });

  it('says why it ended without a reply', () => {
    const steps = statusSteps(found({ state: 'forwarded', closedOn: '2026-11-25', closingReason: '県道のため' }), '課');
    expect(steps.at(-1)).toMatchObject({ code: 'forwarded', on: '2026-11-25', note: '県道のため', state: 'done' });
    expect(steps.map((step) => step.code)).not.toContain('in_section');
  });

  it.each(STATES.flatMap((state) => [true, false].map((seen) => ({ state, seen }))))(
    'is done, then now, then next in $state (seen: $seen)',
    ({ state, seen }) => {
      const steps = statusSteps(found({ state, seenOn: seen ? '2026-11-21' : null, sections: ['道路課'] }), '課');
      const order = steps.map((step) => ['done', 'now', 'next'].indexOf(step.state));
      expect(order).toEqual([...order].sort());
      expect(steps.filter((step) => step.state === 'now')).toHaveLength(ENDED.includes(state) ? 0 : 1);
    },
  );

  it('shows only what a resident may see', () => {
    const leaky = { ...found({}), body: '本文', submitter: '名前' };
    expect(Object.keys(statusOf(leaky, '課')).sort()).toEqual([
      'feedback',
      'kind',
      'outcomes',
      'publicationId',
      'receiptNumber',
      'receivedOn',
      'reply',
      'replyDueOn',
      'replyWanted',
      'steps',
    ]);
  });
});
