import { demandWholePackage, unzip } from './package.testing';
import { sheetNames } from './sheet-names';
import { columnName } from './worksheet';
import { xlsx } from './write-xlsx';

const COLUMNS = [
  { header: '番号', width: 8 },
  { header: '内容', width: 40 },
];
const firstSheet = (rows: (string | number | null)[][]) =>
  unzip(xlsx([{ name: '一覧', columns: COLUMNS, rows }])).get('xl/worksheets/sheet1.xml') ?? '';

describe('workbook', () => {
  it('holds every part that its relationships and content types name', () => {
    const files = unzip(
      xlsx([
        { name: '一', columns: COLUMNS, rows: [] },
        { name: '二', columns: COLUMNS, rows: [] },
      ]),
    );
    demandWholePackage(files);
    expect(files.size).toBe(7);
    expect(files.get('xl/workbook.xml')).toContain('<sheet name="二" sheetId="2" r:id="rId2"/>');
  });

  it('keeps numbers as numbers and text as text', () => {
    const sheet = firstSheet([
      [1.5, '=1+1'],
      [null, '007'],
      [Number.NaN, ''],
    ]);
    expect(sheet).toContain('<c r="A2" s="0"><v>1.5</v></c>');
    expect(sheet).toContain('<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet).toContain('>007</t>');
    expect(sheet).toContain('<row r="4"></row>');
    expect(sheet).not.toContain('<f>');
  });

  it('escapes text and drops what XML cannot hold', () => {
    const sheet = firstSheet([[0, '<a> & "b" \u0000\u0008\u001f\ud800 𠮷\r\n_x0041_']]);
    expect(sheet).toContain('&lt;a&gt; &amp; &quot;b&quot; \ufffd 𠮷\n_x005F_x0041_</t>');
  });

  it('cuts a cell that Excel could not open, and says so', () => {
    const sheet = firstSheet([[0, 'あ'.repeat(40_000)]]);
    const text = /<t xml:space="preserve">(あ[^<]*)</.exec(sheet)?.[1] ?? '';
    expect(text).toHaveLength(32_767);
    expect(text.endsWith('…（以下省略）')).toBe(true);
  });

  it('refuses a workbook without sheets', () => {
    expect(() => xlsx([])).toThrow(RangeError);
  });
});

describe('names', () => {
  it('are made such that Excel accepts them', () => {
    const names = sheetNames([
      '令和8年度/分類[別]',
      '',
      'a',
      'A',
      "'b'",
      '長'.repeat(40),
      '長'.repeat(40),
      '𠮷'.repeat(20),
    ]);
    expect(names).toEqual([
      '令和8年度 分類 別',
      'Sheet2',
      'a',
      'A (2)',
      'b',
      '長'.repeat(31),
      `${'長'.repeat(27)} (2)`,
      '𠮷'.repeat(15),
    ]);
  });

  it('of columns count on after Z', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
