import type { ClassesView } from '@kotae/contracts';
import { sameClasses, withClass, withFinerAdded, withFinerChanged, withFinerRemoved } from './class-drafts';

const VIEW: ClassesView = {
  version: 3,
  classes: [
    { code: 'complaint', name: '苦情', rule: '', finer: [{ code: 'f-1', name: '街路灯', active: true }] },
    { code: 'inquiry', name: '問合せ', rule: '', finer: [] },
  ],
};

describe('classes being edited', () => {
  it('change where they are edited, and nowhere else', () => {
    const named = withClass(VIEW, 1, { name: '質問' });
    expect(named.classes.map(({ name }) => name)).toEqual(['苦情', '質問']);
    expect(sameClasses(VIEW, named)).toBe(false);
    expect(sameClasses(named, withClass(VIEW, 1, { name: '質問' }))).toBe(true);
  });

  it('take, name and drop finer ones', () => {
    const added = withFinerChanged(withFinerAdded(VIEW, 1), 1, 0, { name: '手続き' });
    expect(added.classes[1]?.finer).toEqual([{ code: '', name: '手続き', active: true }]);
    expect(sameClasses(VIEW, withFinerRemoved(added, 1, 0))).toBe(true);
    expect(withFinerChanged(VIEW, 0, 0, { active: false }).classes[0]?.finer[0]?.active).toBe(false);
  });
});
