import type { ClassView } from '@kotae/contracts';
import { classNames } from './class-names';

const finer = [
  { code: 'f-1', name: '街路灯', active: true },
  { code: 'f-2', name: '側溝', active: false },
];
const classes: ClassView[] = [
  { code: 'complaint', name: '困りごと', rule: '直してほしい声', finer },
  { code: 'operations_improvement', name: '要望', rule: '', finer: [] },
];

describe('the names of classes', () => {
  const names = classNames({ classes });

  it('are the city’s, with the sub-type where the class has one and the finer class where one was chosen', () => {
    expect(names.words('operations_improvement', 'proposal_led')).toBe('要望（提案型）');
    expect(names.words('complaint', 'proposal_led')).toBe('困りごと');
    expect(names.words('complaint', null, 'f-2')).toBe('困りごと・側溝');
    expect(names.rule('complaint')).toBe('直してほしい声');
  });

  it('offer finer classes that are in use, and the one that is chosen', () => {
    expect(names.finer('complaint').map(({ code }) => code)).toEqual(['f-1']);
    expect(names.finer('complaint', 'f-2').map(({ code }) => code)).toEqual(['f-1', 'f-2']);
  });
});
