import { draftKeys } from './draft-keys';
import type { DraftOpinion } from './triage-draft';

const opinion = (key: string, start: number): DraftOpinion => ({
  key,
  id: null,
  start,
  end: start + 5,
  class: null,
  subtype: null,
  finerClass: null,
  topic: null,
  sectionId: null,
  guess: null,
  touched: { class: false, topic: false, section: false },
});

function offered(count: number, changed: boolean): string[] {
  const opinions = Array.from({ length: count }, (_, index) => opinion(`o${index}`, index * 5));
  const draft = { body: '', opinions, current: 0 };
  const nothing = () => undefined;
  return draftKeys({ draft, changed, change: nothing, look: nothing, undo: nothing }).flatMap(({ keys }) => keys);
}

it('offers a key only while it does something', () => {
  expect(offered(1, false)).toEqual([]);
  expect(offered(2, false)).toEqual(['m']);
  expect(offered(1, true)).toEqual(['z']);
  expect(offered(2, true)).toEqual(['m', 'z']);
});
