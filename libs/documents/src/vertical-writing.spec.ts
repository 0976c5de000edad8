import { verticalCells } from './vertical-writing';

const shown = (line: string) =>
  verticalCells(line).map(({ kind, text }) => (kind === 'upright' ? text : `${kind}:${text}`));

describe('vertical writing', () => {
  it('sets a two-digit number side by side and other digits one by one', () => {
    expect(shown('23番105号')).toEqual(['pair:23', '番', '１', '０', '５', '号']);
  });

  it('turns hyphens of any kind and narrows spaces', () => {
    expect(shown(' 3-2－1　A棟 ')).toEqual(['３', 'turned:－', '２', 'turned:－', '１', 'space:', 'Ａ', '棟']);
  });

  it('keeps characters outside the basic plane whole', () => {
    expect(shown('𠮷野')).toEqual(['𠮷', '野']);
  });
});
