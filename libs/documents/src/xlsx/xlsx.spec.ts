import { demandWholePackage, unzip } from './package.testing';
import { sheetNames } from './sheet-names';
import { columnName, type XlsxSheet } from './worksheet';
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
    expect(sheet).toContain('<c r="A2" s="6"><v>1.5</v></c>');
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

describe('a sheet as it is shown and printed', () => {
  const book = (change: Partial<XlsxSheet>) =>
    unzip(xlsx([{ name: 'A&B', columns: COLUMNS, rows: [[1, '短い']], ...change }]));
  const sheet = (change: Partial<XlsxSheet>) => book(change).get('xl/worksheets/sheet1.xml') ?? '';

  it('gives rows the height that their wrapped text needs, in full-width and half-width characters', () => {
    const rows = [
      [1, 'あ'.repeat(19)],
      [2, 'あ'.repeat(20)],
      [3, 'a'.repeat(39)],
      [4, '一\n二\n三'],
      [5, 'あ'.repeat(4000)],
    ];
    expect([...sheet({ rows }).matchAll(/<row r="(\d)"(?: ht="([\d.]+)")?/g)].map(([, , height]) => height)).toEqual([
      undefined,
      undefined,
      '37.5',
      undefined,
      '56.25',
      '409',
    ]);
  });

  it('fits the page to its width, repeats the header, and breaks where it is told', () => {
    expect(sheet({})).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/>/);
    expect(sheet({})).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet({})).toContain('<oddFooter>&amp;LA&amp;&amp;B&amp;R&amp;P / &amp;N</oddFooter>');
    const page = { paper: 'A3', orientation: 'portrait', pagesWide: 2, breaks: [10] } as const;
    expect(sheet({ page })).toMatch(
      /<pageSetup paperSize="8" orientation="portrait" fitToWidth="2".*<rowBreaks count="1" manualBreakCount="1"><brk id="11" max="16383" man="1"\/>/,
    );
    const titles = (change: Partial<XlsxSheet>) =>
      /<definedName name="_xlnm.Print_Titles" localSheetId="0">([^<]*)</.exec(
        book(change).get('xl/workbook.xml') ?? '',
      )?.[1];
    expect(titles({})).toBe("'A&amp;B'!$1:$1");
    expect(titles({ fixedColumns: 2 })).toBe("'A&amp;B'!$A:$B,'A&amp;B'!$1:$1");
  });

  it('keeps the header and the fixed columns in view', () => {
    expect(sheet({})).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet({ fixedColumns: 2 })).toContain(
      '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>',
    );
  });

  it('tells whole numbers from others, and headings from rows', () => {
    const xml = sheet({
      rows: [
        [1300, '小計'],
        [64.8, ''],
      ],
      headings: [0],
    });
    expect(xml).toContain('<c r="A2" s="4"><v>1300</v></c><c r="B2" s="1"');
    expect(xml).toContain('<c r="A3" s="6"><v>64.8</v></c>');
    const styles = book({}).get('xl/styles.xml') ?? '';
    expect(styles).toContain('<numFmt numFmtId="164" formatCode="#,##0.0#"/>');
    expect([...styles.split('<cellXfs')[1]!.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id)).toEqual([
      '0',
      '49',
      '49',
      '164',
      '3',
      '3',
      '164',
    ]);
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
