import type { XlsxChart } from './chart';
import { demandWellFormed, demandWholePackage, unzip } from './package.testing';
import type { XlsxSheet } from './worksheet';
import { xlsx } from './write-xlsx';

const NUMBERS: XlsxSheet = {
  name: "数'字",
  columns: [
    { header: '年度', width: 10 },
    { header: '値', width: 10 },
    { header: '目標', width: 10 },
  ],
  rows: [
    ['令和7年度', 244, 1300],
    ['令和8年度 <&>', null, 1300],
    ['令和9年度', 3.5, 1300],
  ],
};
const range = (column: number) => ({ sheet: 0, column, firstRow: 0, lastRow: 2 });
const CHART: XlsxChart = {
  title: '提案 <件数> & "率"',
  unit: '件',
  description: '増えています',
  at: { column: 1, row: 2 },
  size: { columns: 3, rows: 10 },
  categories: range(0),
  bars: { name: '値', values: range(1) },
  lines: [{ name: '目標', values: range(2), dash: 'dash' }],
};
const book = (charts: readonly XlsxChart[]) =>
  unzip(xlsx([NUMBERS, { name: 'グラフ', columns: [], rows: [], charts }]));

describe('charts of a workbook', () => {
  it('stand in a package that is whole: parts, types, relationships, XML', () => {
    const files = book([CHART, { ...CHART, lines: [], unit: '' }]);
    demandWholePackage(files);
    expect([...files.keys()].filter((path) => /chart|drawing|sheet\d.xml.rels/.test(path))).toEqual([
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/drawings/drawing1.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
    ]);
    expect(files.get('xl/worksheets/sheet2.xml')).toContain('<drawing r:id="rId1"/></worksheet>');
    expect(files.get('xl/worksheets/sheet1.xml')).not.toContain('<drawing');
    expect(files.get('xl/charts/chart2.xml')).not.toContain('lineChart');
  });

  it('point at their cells and carry what stands in them; an empty cell is a gap, never zero', () => {
    const chart = book([CHART]).get('xl/charts/chart1.xml') ?? '';
    expect(chart).toContain("<c:f>'数''字'!$B$2:$B$4</c:f>");
    expect(chart).toContain(
      '<c:ptCount val="3"/><c:pt idx="0"><c:v>244</c:v></c:pt><c:pt idx="2"><c:v>3.5</c:v></c:pt></c:numCache>',
    );
    expect(chart).toContain('<c:pt idx="1"><c:v>令和8年度 &lt;&amp;&gt;</c:v></c:pt>');
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
    expect(chart).toContain('<a:t>提案 &lt;件数&gt; &amp; &quot;率&quot;</a:t>');
  });

  it('begin at zero unless something is below it, and print no lone decimal point', () => {
    const drawn = (values: (number | null)[]) => {
      const rows = values.map((value, index) => [`令和${index}年度`, value, 2]);
      const chart = { ...CHART, categories: rangeOf(0), bars: { name: '値', values: rangeOf(1) }, lines: [] };
      return unzip(xlsx([{ ...NUMBERS, rows, charts: [chart] }])).get('xl/charts/chart1.xml') ?? '';
    };
    const rangeOf = (column: number) => ({ sheet: 0, column, firstRow: 0, lastRow: 1 });
    const axis = (xml: string) => /<c:valAx>.*<\/c:valAx>/.exec(xml)?.[0] ?? '';
    expect(axis(drawn([92, 95]))).toContain('<c:min val="0"/>');
    expect(axis(drawn([-92, 95]))).not.toContain('<c:min ');
    expect(axis(drawn([0, 4]))).toContain('<c:majorUnit val="1"/>');
    expect(axis(drawn([0, 0.4]))).not.toContain('majorUnit');
    const labels = (values: (number | null)[]) => /<c:dLbls><c:numFmt formatCode="([^"]*)"/.exec(drawn(values))?.[1];
    expect([labels([1300, 4]), labels([null, 64.8]), labels([0.25, 1])]).toEqual(['#,##0', '#,##0.0', '#,##0.00']);
    expect(drawn([1, 2.5])).not.toContain('#,##0.##');
  });

  it('say in words what they show, and stand where they were put', () => {
    const drawing = book([CHART]).get('xl/drawings/drawing1.xml') ?? '';
    expect(drawing).toContain('descr="増えています"');
    expect(drawing).toMatch(
      /<xdr:from><xdr:col>1<\/xdr:col>.*<xdr:row>2<\/xdr:row>.*<xdr:to><xdr:col>4<\/xdr:col>.*<xdr:row>12</,
    );
  });
});

describe('links of a workbook', () => {
  it('lead from a cell to a row of another sheet', () => {
    const links = [{ row: 0, column: 1, to: { sheet: 1, row: 41 }, words: 'もとになった意見 <1>' }];
    const files = unzip(
      xlsx([
        { ...NUMBERS, links },
        { name: '根拠', columns: [], rows: [] },
      ]),
    );
    demandWholePackage(files);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain(
      `</sheetData><hyperlinks><hyperlink ref="B2" location="'根拠'!A43" display="もとになった意見 &lt;1&gt;" tooltip="もとになった意見 &lt;1&gt;"/></hyperlinks><pageMargins`,
    );
    expect(sheet).toContain('<c r="B2" s="5"><v>244</v></c>');
  });
});

describe('the check of parts itself', () => {
  it.each(['<a>', '<a></b>', '<a/><b/>', '<a x="1" x="2"/>', '<a>&x;</a>', '<c:a/>', 'text', '<a b=1/>'])(
    'refuses %s',
    (xml) => expect(() => demandWellFormed('part', xml)).toThrow(),
  );
});
