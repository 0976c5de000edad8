import type { ReportedClosing } from '@kotae/indicators';
import { PDFDocument, PDFDict, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { plainText } from '../typst/pdf-text.testing';
import { demandWholePackage, unzip } from '../xlsx/package.testing';
import { progressReportPdf } from './progress-report';
import type { EvidenceTable } from './report-evidence';
import { progressReportXlsx } from './report-workbook';
import { someReport, someReported, someYear } from './sample-report.testing';
import { typesetHere } from '../typst/typeset-here';

const CLOSED = {
  indicatorId: 'i1',
  name: '提案の件数',
  unit: '件',
  fiscalYear: 2025,
  mode: 'annual',
  then: 41,
  thenWords: '',
  now: 43,
  yearThen: 41,
  yearNow: 43,
  yearUnit: '件',
  difference: 2,
  restated: true,
  otherwise: null,
  counted: true,
  changes: [{ what: null, then: '41件', now: '43件' }],
} as const satisfies ReportedClosing;
const TYPED = someReported({
  id: 'i2',
  code: 'K-2',
  name: '満足度 #strike[a] *b*',
  sourceKind: 'typed',
  years: [
    someYear(2025, {
      value: 64.8,
      printed: '概ね65%',
      sourceText: 'アンケート集計',
      author: '広田 さくら',
      recordedAt: '2026-04-20T01:00:00.000Z',
      origin: 'imported',
      closed: CLOSED,
    }),
    someYear(2026, { value: null }),
  ],
});
const MILESTONE = someReported({
  id: 'i3',
  name: '計画の策定',
  achievement: { ...someReported().achievement, formula: 'milestone', percent: null },
  current: { fiscalYear: 2026, value: 1, asOf: '2026-11-20', closed: false },
  years: [someYear(2026, { value: 1 })],
});
const EVIDENCE: EvidenceTable = {
  columns: [{ header: '受付番号', width: 12 }],
  evidence: [
    { indicatorId: 'i1', name: '提案の件数', total: 3, unlisted: [], rows: [['R8-1'], ['R8-2']] },
    { indicatorId: 'i9', name: '別の指標', total: 1, unlisted: [], rows: [['R8-3']] },
  ],
};

describe('the report on paper', () => {
  it('begins with the summary and carries what management asks for, word for word', async () => {
    const text = await plainText(
      await progressReportPdf(typesetHere, someReport([someReported(), TYPED, MILESTONE]), 'こだま市'),
    );
    expect(text.indexOf('総括')).toBeLessThan(text.indexOf('提案の件数'));
    for (const words of [
      '令和8年度進捗状況報告書',
      '総合計画（広聴の部）',
      '令和7年度〜令和11年度',
      'この年度は締めていません',
      '目安に届いています。',
      '95件',
      '90件（令和6年度）',
      '100件（令和11年度）',
      '（実績−基準）÷（目標−基準）＝50%',
      '順調（いまの目安94件）',
      '修正再表示：締めた時41件→現在43件',
      '概ね65%',
      'アンケート集計',
      '取り込み：広田',
      '満足度#strike[a]*b*',
      'できた',
      '架空の市です。',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/null|none|NaN|undefined/);
  });

  it('is A4 portrait, tagged, in Japanese, with its headings as outline and the charts in words', async () => {
    const pdf = await progressReportPdf(typesetHere, someReport([someReported()]), 'こだま市');
    const document = await PDFDocument.load(pdf);
    const page = document.getPage(0);
    expect(page.getWidth()).toBeLessThan(page.getHeight());
    expect(document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true');
    expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toContain('ja');
    expect(document.catalog.get(PDFName.of('Outlines'))).toBeDefined();
    const objects = document.context.enumerateIndirectObjects().map(([, object]) => object);
    const said = objects.filter((object) => object instanceof PDFDict && object.get(PDFName.of('Alt')) !== undefined);
    expect(said).toHaveLength(1);
  });

  it('names every version of a target and prints years only from the first known one', async () => {
    const targets = [
      { ...TYPED.targets[0]!, inForce: false },
      {
        version: 2,
        printed: '120 件',
        asOf: null,
        fromFiscalYear: 2026,
        decidedOn: '2026-03-20',
        reason: '見直し',
        inForce: true,
      },
    ];
    const years = [
      someYear(2023, { value: null }),
      someYear(2024, { value: 7 }),
      someYear(2025, { value: null }),
      someYear(2026, { value: null }),
    ];
    const text = await plainText(
      await progressReportPdf(typesetHere, someReport([someReported({ targets, years })]), 'こだま市'),
    );
    expect(text).toContain('120件（第2版・令和8年度から・令和8年3月20日決定・見直し・この年度の目標）');
    expect(text).not.toContain('令和5年度');
    const without = someReported({ years: [someYear(2026, { value: null })] });
    expect(await plainText(await progressReportPdf(typesetHere, someReport([without]), 'こだま市'))).not.toContain(
      '出典・締め',
    );
  });

  it('draws values below zero, ranges and years without a value', async () => {
    const odd = someReported({
      years: [someYear(2025, { value: -40 }), someYear(2026, { value: null })],
      chart: {
        ...someReported().chart,
        bottom: -50,
        targets: [
          { value: 5, label: '' },
          { value: 10, label: '' },
        ],
      },
    });
    const text = await plainText(await progressReportPdf(typesetHere, someReport([odd]), 'こだま市'));
    expect(text).toContain('−40');
    expect(text).toContain('値なし');
  });
});

describe('a share that does not come out even', () => {
  const UNEVEN = 100 / 6;
  const share = someReport([
    someReported({
      unit: '%',
      yearUnit: '%',
      current: { fiscalYear: 2026, value: UNEVEN, asOf: '2026-11-20', closed: false },
      years: [someYear(2025, { value: 12.5 }), someYear(2026, { value: UNEVEN })],
    }),
  ]);

  it('is printed with two decimals wherever it is printed or said', async () => {
    const pdf = await progressReportPdf(typesetHere, share, 'こだま市');
    const text = await plainText(pdf);
    expect(text).toContain('16.67%');
    expect(text).not.toContain('16.666');
    const objects = (await PDFDocument.load(pdf)).context.enumerateIndirectObjects().map(([, object]) => object);
    const said = objects
      .map((object) => (object instanceof PDFDict ? object.get(PDFName.of('Alt')) : undefined))
      .map((alt) => (alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : ''))
      .join('');
    expect(said).toContain('16.67');
    expect(said).not.toContain('16.666');
  });

  it('stays whole in its cells, which show two decimals, and in the chart’s words', () => {
    const parts = unzip(progressReportXlsx(share, EVIDENCE));
    const list = parts.get('xl/worksheets/sheet2.xml') ?? '';
    expect(list).toContain(`<c r="F3" s="6"><v>${UNEVEN}</v></c>`);
    const drawings = [...parts]
      .filter(([path]) => path.startsWith('xl/drawings/'))
      .map(([, xml]) => xml)
      .join('');
    expect(drawings).toContain('16.67%');
    expect(drawings).not.toContain('16.666');
  });
});

describe('the report as a workbook', () => {
  const files = (evidence = EVIDENCE) =>
    unzip(progressReportXlsx(someReport([someReported(), TYPED, MILESTONE]), evidence));
  const sheet = (number: number, evidence?: EvidenceTable) =>
    files(evidence).get(`xl/worksheets/sheet${number}.xml`) ?? '';

  it('is a whole package with a chart for the summary and one for each indicator with numbers', () => {
    demandWholePackage(files());
    expect([...files().keys()].filter((path) => path.startsWith('xl/charts/'))).toHaveLength(3);
    expect(files().get('xl/charts/chart2.xml')).toContain("'指標一覧'!$F$2:$F$3");
    expect(files().get('xl/charts/chart3.xml')).toContain("'指標一覧'!$F$4:$F$5");
  });

  it('keeps numbers as numbers and links the value to the opinions behind it', () => {
    expect(sheet(2)).toContain('<c r="F3" s="4"><v>95</v></c>');
    expect(sheet(2)).toContain('<c r="I3" s="5"><v>95</v></c>');
    expect(sheet(2)).toContain(`<hyperlink ref="I3" location="'根拠'!A2"`);
    expect(sheet(2).match(/<hyperlink /g)).toHaveLength(1);
    expect(sheet(2)).toContain('修正再表示：締めた時 41件 → 現在 43件');
  });

  it('says how many opinions there are where not all are listed, and that they may not be seen', () => {
    expect(sheet(4)).toContain('提案の件数：3件（一覧は2件まで');
    expect(sheet(4)).toContain('>別の指標：1件<');
    const block = { indicatorId: 'i9', name: '和', total: 1, rows: [['R8-3']] };
    const unlisted = [{ fiscalYear: 2025, value: 50, sourceText: '年報' }];
    expect(sheet(4, { columns: [], evidence: [{ ...block, unlisted }] })).toContain(
      '和：1件、ほかに令和7年度の値50（意見から数える前の年度のため、一覧はありません。出典：年報）',
    );
    expect(sheet(4, { columns: [], evidence: null })).toContain('権限がない');
    expect(sheet(2, { columns: [], evidence: null })).not.toContain('<hyperlink');
    expect(sheet(4, { columns: [], evidence: [] })).toContain('意見から数えた値は');
  });
});

describe('what was judged and what a year brought', () => {
  const GROWTH = someReported({
    name: '来場者数',
    unit: '%',
    yearUnit: '人',
    baseline: { value: null, asOf: null },
    target: { value: 5, asOf: null },
    current: { fiscalYear: 2026, value: 4.0909090909, asOf: '2026-11-20', closed: false },
    achievement: { ...someReported().achievement, formula: 'growth', formulaName: '前年比', percent: 4.1 },
    years: [someYear(2025, { value: 2200 }), someYear(2026, { value: 2290 })],
    chart: { top: 2500, bottom: 0, cumulative: false, baseline: null, targets: [] },
  });
  const SUM = someReported({
    id: 'i4',
    current: { fiscalYear: 2026, value: 214, asOf: '2026-11-20', closed: false },
    years: [
      someYear(2025, { value: 104, cumulative: 104 }),
      someYear(2026, {
        value: 110,
        cumulative: 214,
        closed: {
          ...CLOSED,
          mode: 'cumulative',
          then: 210,
          now: 214,
          yearThen: 110,
          yearNow: 110,
          changes: [{ what: '累計', then: '210件', now: '214件' }],
        },
      }),
    ],
    chart: { ...someReported().chart, cumulative: true, baseline: null },
  });

  it('stand apart on paper, each in its unit', async () => {
    const text = await plainText(await progressReportPdf(typesetHere, someReport([GROWTH, SUM]), 'こだま市'));
    for (const words of [
      '4.1%',
      '2,200人',
      '2,290人',
      '（人）',
      '110件214件',
      '修正再表示：累計締めた時210件→現在214件',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/2,2[09]0%|4\.09/);
  });

  it('stand in columns of their own in the workbook, and charts are of the years', () => {
    const book = unzip(progressReportXlsx(someReport([GROWTH, SUM]), { columns: [], evidence: null }));
    const list = book.get('xl/worksheets/sheet2.xml') ?? '';
    const row = (number: number) =>
      [
        ...(new RegExp(`<row r="${number}".*?</row>`).exec(list)?.[0] ?? '').matchAll(/(?:<v>|preserve">)([^<]*)</g),
      ].map(([, cell]) => cell);
    const words = ['その年度の値', '累計', '値の単位', '評価に使う値', '基準値', '目標値', '目標の上限', '評価の単位'];
    expect(row(1).slice(5, 13)).toEqual(words);
    expect(row(3).slice(5, 11)).toEqual(['2290', '人', '4.0909090909', '5', '%', '順調']);
    expect(row(5).slice(5, 10)).toEqual(['110', '214', '件', '214', '90']);
    expect(row(1).slice(23, 25)).toEqual(['数え直した、その年度の値', '数え直した、評価に使う値']);
    expect(list).toMatch(/<c r="X5" s="4"><v>110<.*<c r="Y5" s="4"><v>214</);
    expect(list).toContain('修正再表示：累計 締めた時 210件 → 現在 214件');
    const growth = book.get('xl/charts/chart2.xml') ?? '';
    expect(growth).toContain('<a:t>人</a:t>');
    expect(growth).not.toMatch(/<a:t>%|lineChart/);
    expect(book.get('xl/charts/chart3.xml')).toContain("'指標一覧'!$G$4:$G$5");
  });

  it('gives both ends of a span a line', () => {
    const targets = [
      { value: 90, label: '' },
      { value: 110, label: '' },
    ];
    const span = someReported({ target: { value: null, asOf: null }, chart: { ...someReported().chart, targets } });
    const chart = unzip(progressReportXlsx(someReport([span]), { columns: [], evidence: null })).get(
      'xl/charts/chart2.xml',
    );
    expect(chart).toMatch(/目標の下限.*<c:v>90<.*目標の上限.*<c:v>110</);
  });
});
