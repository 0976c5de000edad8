import type { XlsxChart } from './chart';
import { chartXml } from './chart-xml';
import { drawingXml } from './drawing-xml';
import { sheetNames } from './sheet-names';
import { columnName, sheetReference, worksheetXml } from './worksheet';
import type { XlsxSheet } from './worksheet';
import { xmlText } from './xml-text';
import { zip } from './zip';
import type { ZipEntry } from './zip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Numbers with decimals, header (bold on grey, wrapped), text (wrapped, from the top, kept as text), link, and whole numbers
 * (a pattern with optional decimals would print 「4.」 for 4). Order: see `STYLE`.
 */
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0#"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="游ゴシック"/></font><font><b/><sz val="11"/><name val="游ゴシック"/></font>' +
  '<font><u/><sz val="11"/><color rgb="FF0017C1"/><name val="游ゴシック"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE6E6EA"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="7">' +
  // The first is what cells without a style of their own look like.
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="164" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>' +
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>' +
  '<xf numFmtId="3" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/**
 * A workbook (Office Open XML, ISO/IEC 29500). Strings are stored as text: nothing is run as a formula and leading zeros
 * stay. Control characters are dropped; a cell over 32,767 characters is cut and says so. Charts are native ones: they stay
 * editable and follow their cells.
 *
 * @throws RangeError when there is no sheet, or one is larger than Excel can open.
 */
export function xlsx(sheets: readonly XlsxSheet[]): Buffer {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const names = sheetNames(sheets.map(({ name }) => name));
  const pictures = drawnParts(sheets, names);
  return zip([
    { path: '[Content_Types].xml', content: contentTypes(names.length, pictures) },
    { path: '_rels/.rels', content: relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }]) },
    { path: 'xl/workbook.xml', content: workbook(sheets, names) },
    { path: 'xl/_rels/workbook.xml.rels', content: workbookRelationships(names.length) },
    { path: 'xl/styles.xml', content: STYLES },
    ...sheets.map((sheet, index) => ({ path: sheetPath(index), content: worksheetXml(sheet, names) })),
    ...pictures,
  ]);
}

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** For each sheet with charts: its relationship to one drawing, the drawing, and the charts of the drawing. */
function drawnParts(sheets: readonly XlsxSheet[], names: readonly string[]): ZipEntry[] {
  let drawn = 0;
  let charted = 0;
  return sheets.flatMap((sheet, index): ZipEntry[] => {
    const charts: readonly XlsxChart[] = sheet.charts ?? [];
    if (charts.length === 0) return [];
    drawn += 1;
    const drawing = `drawing${drawn}.xml`;
    const files = charts.map((chart) => {
      charted += 1;
      return { target: `../charts/chart${charted}.xml`, content: chartXml(chart, { sheets, names }) };
    });
    return [
      {
        path: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
        content: relationships([{ type: 'drawing', target: `../drawings/${drawing}` }]),
      },
      { path: `xl/drawings/${drawing}`, content: drawingXml(charts) },
      {
        path: `xl/drawings/_rels/${drawing}.rels`,
        content: relationships(files.map(({ target }) => ({ type: 'chart', target }))),
      },
      ...files.map(({ target, content }) => ({ path: target.replace('..', 'xl'), content })),
    ];
  });
}

const PICTURE_TYPES = [
  ['xl/drawings/drawing', 'application/vnd.openxmlformats-officedocument.drawing+xml'],
  ['xl/charts/chart', 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
] as const;

function contentTypes(sheets: number, pictures: readonly ZipEntry[]): string {
  const parts = Array.from({ length: sheets }, (_, index) => override(sheetPath(index), `${SHEET_TYPE}.worksheet+xml`));
  const drawn = pictures.flatMap(({ path }) =>
    PICTURE_TYPES.filter(([start]) => path.startsWith(start)).map(([, type]) => override(path, type)),
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`) +
    override('xl/styles.xml', `${SHEET_TYPE}.styles+xml`) +
    `${[...parts, ...drawn].join('')}</Types>`
  );
}

function override(path: string, type: string): string {
  return `<Override PartName="/${path}" ContentType="${type}"/>`;
}

function workbook(given: readonly XlsxSheet[], names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets><definedNames>${given.map((sheet, index) => repeated(sheet, names[index] ?? '', index)).join('')}</definedNames></workbook>`;
}

/** What is printed again on every page: the header, and the fixed columns. */
function repeated({ fixedColumns = 0 }: XlsxSheet, name: string, index: number): string {
  const sheet = sheetReference(name);
  const columns = fixedColumns === 0 ? '' : `${sheet}!$A:$${columnName(fixedColumns - 1)},`;
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`${columns}${sheet}!$1:$1`)}</definedName>`;
}

function workbookRelationships(sheets: number): string {
  return relationships([
    ...Array.from({ length: sheets }, (_, index) => ({
      type: 'worksheet',
      target: `worksheets/sheet${index + 1}.xml`,
    })),
    { type: 'styles', target: 'styles.xml' },
  ]);
}

function relationships(targets: readonly { type: string; target: string }[]): string {
  const items = targets.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}
