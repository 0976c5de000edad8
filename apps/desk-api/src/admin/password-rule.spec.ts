import { passwordProblem } from './password-rule';

describe('passwordProblem', () => {
  it('takes any long enough password, also words, blanks and Japanese', () => {
    for (const password of ['correct horse battery', 'とても長い合言葉 123', 'k7#Vq2!mZ9pL'])
      expect(passwordProblem(password, 'kouhou')).toBeNull();
  });

  it.each([
    ['short', 'aB3$efgh9'],
    ['short by what a person sees', '𠮷野家𠮷野家𠮷野家𠮷野'],
    ['the login', 'kouhou-tantou'],
    ['the login in other letters', 'KOUHOU-TANTOU1'],
    ['the login again and again', 'kouhou-tantoukouhou-tantou'],
    ['one letter', 'aaaaaaaaaaaaaaaaaa'],
    ['endless', 'aB3$'.repeat(60)],
  ])('refuses a password that is %s', (_, password) => {
    expect(passwordProblem(password, 'kouhou-tantou')).toMatch(/。$/);
  });
});
