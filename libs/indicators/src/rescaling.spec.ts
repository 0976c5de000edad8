import { rescales } from './rescaling';

describe('a changed unit', () => {
  it.each([
    ['人', '千人'],
    ['千円', '百万円'],
    ['分', '時間'],
    ['件', '%'],
    ['%', '‰'],
    ['㎡', 'ha'],
    ['件／月', '件'],
    ['件/千人', '件/万人'],
    ['延 人／年', '千人'],
    [null, '千人'],
    ['千人', null],
    ['日', ''],
  ])('%s → %s makes another number of the same digits', (before, after) => {
    expect(rescales(before, after)).toBe(true);
  });

  it.each([
    ['件', '通'],
    ['人', '名'],
    ['％', '%'],
    ['パーセント', '%'],
    ['㎡', '平方メートル'],
    ['千人', '千 名'],
    ['日', '日間'],
    ['延 人／年', '人'],
    [null, '%'],
    ['件', null],
  ])('%s → %s only names it otherwise', (before, after) => {
    expect(rescales(before, after)).toBe(false);
  });
});
