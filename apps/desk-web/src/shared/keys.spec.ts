import { activeGroups } from './keys';
import type { KeyGroup } from './keys';

const binding = { keys: ['j'], label: '次', run: () => undefined };
const group = (name: string, more: Partial<KeyGroup> = {}): KeyGroup => ({
  name,
  alone: false,
  bindings: [binding],
  ...more,
});
const names = (groups: KeyGroup[]) => activeGroups(groups).map((one) => one.name);

describe('activeGroups', () => {
  it('asks what was added last first, and leaves out what has no keys', () => {
    expect(names([group('a'), group('empty', { bindings: [] }), group('b')])).toEqual(['b', 'a']);
  });

  it('lets one group stand alone', () => {
    expect(names([group('a'), group('mode', { alone: true }), group('b')])).toEqual(['mode']);
  });
});
