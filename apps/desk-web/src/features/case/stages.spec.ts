import type { AnswerState, OpinionView, SubmissionDetail } from '@kotae/contracts';
import { SUBMISSION_STATES } from '@kotae/contracts';
import { stagesOf } from './stages';

const opinion = (state: AnswerState): OpinionView => ({
  id: state,
  ordinal: 1,
  start: 0,
  end: 1,
  text: '',
  class: 'complaint',
  subtype: null,
  finerClass: null,
  topic: 'roads',
  topicName: '道路',
  sectionId: 's',
  sectionName: '道路課',
  decidedBy: '',
  decidedAt: '',
  answer: { state, body: '', version: 1, route: [], steps: [], updatedAt: null },
  outcome: null,
});
const now = (state: SubmissionDetail['state'], ...answers: AnswerState[]) =>
  stagesOf({ state, opinions: answers.map(opinion) }).find((stage) => stage.state === 'now')?.name;

describe('stagesOf', () => {
  it('shows where a letter stands', () => {
    expect(now('received')).toBe('振り分け');
    expect(now('triaged', 'approved', 'sent_back')).toBe('回答案');
    expect(now('triaged', 'approved', 'submitted')).toBe('決裁');
    expect(now('answered', 'approved')).toBe('返信');
  });

  it('is all done at an end, and names the end', () => {
    for (const state of ['replied', 'circulated', 'forwarded'] as const) expect(now(state, 'approved')).toBeUndefined();
    expect(stagesOf({ state: 'circulated', opinions: [] }).at(-1)).toEqual({ name: '供覧', state: 'done' });
    expect(stagesOf({ state: 'forwarded', opinions: [] }).at(-1)?.name).toBe('移ちょう');
  });

  it('always has the same four places', () => {
    for (const state of SUBMISSION_STATES) expect(stagesOf({ state, opinions: [] })).toHaveLength(4);
  });
});
