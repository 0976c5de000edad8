import { PDFDocument } from 'pdf-lib';
import { tablePdf } from './table-report';
import { plainText } from './typst/pdf-text.testing';
import { TypesettingError } from './typst/typesetter';
import { typesetHere } from './typst/typeset-here';

const COLUMNS = [
  { header: '指標', width: 2 },
  { header: '現状値', align: 'right' as const },
];
const CHART = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="5" height="5"/></svg>';

describe('table report', () => {
  it('is A4 landscape, repeats its header and numbers its pages', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [`指標${index}`, 1234.5 + index]);
    const pdf = await tablePdf(typesetHere, {
      title: '進捗報告',
      note: '注記',
      columns: COLUMNS,
      rows,
      footer: 'こだま市',
    });
    const document = await PDFDocument.load(pdf);
    const count = document.getPageCount();
    expect(count).toBeGreaterThan(1);
    expect(document.getPage(0).getWidth()).toBeGreaterThan(document.getPage(0).getHeight());
    const text = await plainText(pdf);
    expect(text.match(/現状値/g)).toHaveLength(count);
    expect(text.match(/こだま市/g)).toHaveLength(count);
    expect(text).toContain('1,234.5');
    expect(text).toContain('指標89');
    expect(text).toContain(`${count}/${count}`);
  });

  it('says that there is nothing rather than showing an empty frame', async () => {
    expect(await plainText(await tablePdf(typesetHere, { title: '空', columns: COLUMNS, rows: [] }))).toContain(
      '該当するものはありません',
    );
  });

  it('leaves empty and non-finite cells blank and keeps markup as text', async () => {
    const rows = [
      ['#strike[a] *b*', null],
      ['c', Number.NaN],
    ];
    const text = await plainText(await tablePdf(typesetHere, { title: '表', columns: COLUMNS, rows }));
    expect(text).toContain('#strike[a]*b*');
    expect(text).not.toMatch(/NaN|null|none/);
  });

  it('draws a chart, and refuses a broken one without saying what was in it', async () => {
    const input = { title: '表', columns: COLUMNS, rows: [['a', 1]] };
    const [plain, charted] = [
      await tablePdf(typesetHere, input),
      await tablePdf(typesetHere, { ...input, chartSvg: CHART }),
    ];
    expect((await PDFDocument.load(charted)).getPageCount()).toBe(1);
    expect(charted.equals(plain)).toBe(false);
    const broken = tablePdf(typesetHere, { ...input, chartSvg: '<svg>secret' });
    await expect(broken).rejects.toThrow(TypesettingError);
    await expect(broken).rejects.toThrow(/^typesetting failed: table-report$/);
    expect((await tablePdf(typesetHere, input)).equals(plain)).toBe(true);
  });

  it('refuses a table whose rows do not fit its columns', async () => {
    await expect(tablePdf(typesetHere, { title: '表', columns: COLUMNS, rows: [['a']] })).rejects.toThrow(RangeError);
    await expect(tablePdf(typesetHere, { title: '表', columns: [], rows: [] })).rejects.toThrow(RangeError);
  });
});
