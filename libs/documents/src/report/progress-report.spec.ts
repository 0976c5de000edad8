import { PDFDocument, PDFDict, PDFName } from 'pdf-lib';
import { plainText } from '../typst/pdf-text.testing';
import { demandWholePackage, unzip } from '../xlsx/package.testing';
import { progressReportPdf } from './progress-report';
import type { EvidenceTable } from './report-evidence';
import { progressReportXlsx } from './report-workbook';
import { someReport, someReported, someYear } from './sample-report.testing';

const CLOSED = {
  indicatorId: 'i1',
  name: '提案の件数',
  unit: '件',
  fiscalYear: 2025,
  then: 41,
  thenWords: '',
  now: 43,
  difference: 2,
  restated: true,
  otherwise: null,
  counted: true,
};
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
  current: { fiscalYear: 2026, value: 1, asOf: '2026-11-20' },
  years: [someYear(2026, { value: 1 })],
});
const EVIDENCE: EvidenceTable = {
  columns: [{ header: '受付番号', width: 12 }],
  evidence: [
    { indicatorId: 'i1', name: '提案の件数', total: 3, rows: [['R8-1'], ['R8-2']] },
    { indicatorId: 'i9', name: '別の指標', total: 1, rows: [['R8-3']] },
  ],
};

describe('the report on paper', () => {
  it('begins with the summary and carries what management asks for, word for word', async () => {
    const text = await plainText(await progressReportPdf(someReport([someReported(), TYPED, MILESTONE]), 'こだま市'));
    expect(text.indexOf('総括')).toBeLessThan(text.indexOf('提案の件数'));
    for (const words of [
      '令和8年度進捗状況報告書',
      '総合計画（広聴の部）',
      '令和7年度〜令和11年度',
      '年度は締めていません',
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
    const pdf = await progressReportPdf(someReport([someReported()]), 'こだま市');
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
    const text = await plainText(await progressReportPdf(someReport([someReported({ targets, years })]), 'こだま市'));
    expect(text).toContain('120件（第2版・令和8年度から・令和8年3月20日決定・見直し・この年度の目標）');
    expect(text).not.toContain('令和5年度');
    const without = someReported({ years: [someYear(2026, { value: null })] });
    expect(await plainText(await progressReportPdf(someReport([without]), 'こだま市'))).not.toContain('出典・締め');
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
    const text = await plainText(await progressReportPdf(someReport([odd]), 'こだま市'));
    expect(text).toContain('−40');
    expect(text).toContain('値なし');
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
    expect(files().get('xl/charts/chart2.xml')).toContain("'指標一覧'!$G$2:$G$3");
    expect(files().get('xl/charts/chart3.xml')).toContain("'指標一覧'!$G$4:$G$5");
  });

  it('keeps numbers as numbers and links the value to the opinions behind it', () => {
    expect(sheet(2)).toContain('<c r="G3" s="0"><v>95</v></c>');
    expect(sheet(2)).toContain('<c r="K3" s="3"><v>95</v></c>');
    expect(sheet(2)).toContain(`<hyperlink ref="K3" location="'根拠'!A2"`);
    expect(sheet(2).match(/<hyperlink /g)).toHaveLength(1);
    expect(sheet(2)).toContain('修正再表示：締めた時 41件 → 現在 43件');
  });

  it('says how many opinions there are where not all are listed, and that they may not be seen', () => {
    expect(sheet(4)).toContain('提案の件数：3件（一覧は2件まで');
    expect(sheet(4)).toContain('>別の指標：1件<');
    expect(sheet(4, { columns: [], evidence: null })).toContain('権限がない');
    expect(sheet(2, { columns: [], evidence: null })).not.toContain('<hyperlink');
    expect(sheet(4, { columns: [], evidence: [] })).toContain('意見から数えた値は');
  });
});
