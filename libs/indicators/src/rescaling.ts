/** Units that measure: another unit beside them is another number. What people and things are counted in has many names. */
const MEASURES = new Set(
  '% ‰ 割 ポイント 倍 秒 分 時間 日 週 月 年 mm cm m km m2 km2 a ha m3 mL L kL mg g kg t W kW MW kWh MWh GJ 円 銭 ドル'.split(
    ' ',
  ),
);

/** The same unit by another name. */
const NAMES: Readonly<Record<string, string>> = {
  パーセント: '%',
  百分率: '%',
  日間: '日',
  週間: '週',
  年間: '年',
  か月: '月',
  カ月: '月',
  ヶ月: '月',
  ヵ月: '月',
  箇月: '月',
  メートル: 'm',
  キロメートル: 'km',
  平方メートル: 'm2',
  ヘクタール: 'ha',
  リットル: 'L',
  l: 'L',
  グラム: 'g',
  キログラム: 'kg',
  トン: 't',
};

const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 1e2, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };

/**
 * Whether the same number means something else in another unit: 人 → 千人, 分 → 時間, 件 → %, 件/月 → 件/年. What only renames
 * (件 → 通, 人 → 名) does not, and neither does naming the unit of numbers that had none.
 */
export function rescales(before: string | null, after: string | null): boolean {
  const [was, is] = [parts(before), parts(after)];
  if (was.times !== is.times || was.per !== is.per) return true;
  if (was.of === is.of || was.of === '') return false;
  return MEASURES.has(was.of) || MEASURES.has(is.of);
}

/** 「延 千人／年」 → a thousand, 人, 年. Indicators have a value for each year: a unit without 「／」 is one by the year. */
function parts(unit: string | null): { readonly times: number; readonly of: string; readonly per: string } {
  const [whole = '', per = '年'] = (unit ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^延べ?/, '')
    .split('/');
  const known = NAMES[whole];
  if (known !== undefined) return { times: 1, of: known, per };
  const [powers = ''] = /^[十百千万億兆]*/.exec(whole) ?? [];
  const times = [...powers].reduce((product, sign) => product * (POWERS[sign] ?? 1), 1);
  const of = whole.slice(powers.length);
  return { times, of: NAMES[of] ?? of, per };
}
