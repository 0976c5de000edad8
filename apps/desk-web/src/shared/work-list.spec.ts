import { neighbours, without } from './work-list';

const list = { view: 'untriaged', ids: ['a', 'b', 'c'] };

describe('neighbours', () => {
  it('knows what comes before and after', () => {
    expect(neighbours(list, 'b')).toEqual({ previous: 'a', next: 'c' });
    expect(neighbours(list, 'a')).toEqual({ previous: null, next: 'b' });
    expect(neighbours(list, 'c')).toEqual({ previous: 'b', next: null });
  });

  it('starts at the top when the letter was opened from elsewhere', () => {
    expect(neighbours(list, 'x')).toEqual({ previous: null, next: 'a' });
    expect(neighbours(null, 'x')).toEqual({ previous: null, next: null });
  });
});

describe('without', () => {
  it('takes out what is done and keeps the order', () => {
    expect(without(list, 'b')).toEqual({ view: 'untriaged', ids: ['a', 'c'] });
  });
});
