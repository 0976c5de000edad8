import type { XlsxChart, XlsxLine, XlsxRange } from './chart';
import type { XlsxCell, XlsxSheet } from './worksheet';
import { columnName, sheetReference } from './worksheet';
import { xmlText } from './xml-text';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const BAR_COLOUR = '3460FB';
const LINE_COLOURS = { dash: 'B3261E', dot: '595959' } as const;
/** `sysDot` is the round dot of the printed page. */
const DASHES = { dash: 'dash', dot: 'sysDot' } as const;

const WHOLE = '#,##0';

/** The sheets a chart may point into, with the names that they have in the workbook. */
export interface ChartGround {
  readonly sheets: readonly XlsxSheet[];
  readonly names: readonly string[];
}

/** One chart part (ISO/IEC 29500, DrawingML charts), with the values of its cells kept beside the references. */
export function chartXml(chart: XlsxChart, ground: ChartGround): string {
  const lines = chart.lines.map((line, index) => lineSeries(line, index + 1, chart.categories, ground)).join('');
  const lineChart =
    lines === ''
      ? ''
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`;
  return (
    `${HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>` +
    `${title(chart.title, 1200)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${barSeries(chart, ground)}` +
    `<c:gapWidth val="70"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${lineChart}${axes(chart, ground)}</c:plotArea>` +
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>' +
    '</c:chart></c:chartSpace>'
  );
}

function barSeries({ bars, categories }: XlsxChart, ground: ChartGround): string {
  return (
    `<c:ser><c:idx val="0"/><c:order val="0"/>${name(bars.name)}` +
    `<c:spPr><a:solidFill><a:srgbClr val="${BAR_COLOUR}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
    `<c:dLbls><c:numFmt formatCode="${formatOf(numbersOf(bars.values, ground))}" sourceLinked="0"/>` +
    '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>' +
    '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `${categoriesOf(categories, ground)}${valuesOf(bars.values, ground)}</c:ser>`
  );
}

function lineSeries(line: XlsxLine, index: number, categories: XlsxRange, ground: ChartGround): string {
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name(line.name)}` +
    `<c:spPr><a:ln w="22225"><a:solidFill><a:srgbClr val="${LINE_COLOURS[line.dash]}"/></a:solidFill><a:prstDash val="${DASHES[line.dash]}"/></a:ln></c:spPr>` +
    '<c:marker><c:symbol val="none"/></c:marker>' +
    `${categoriesOf(categories, ground)}${valuesOf(line.values, ground)}<c:smooth val="0"/></c:ser>`
  );
}

/** From zero unless something is below it: bars that begin elsewhere would lie. Small whole numbers are counted one by one. */
function axes({ unit, bars, lines }: XlsxChart, ground: ChartGround): string {
  const numbers = [bars, ...lines].flatMap(({ values }) => numbersOf(values, ground));
  const whole = numbers.every(Number.isInteger);
  const bottom = numbers.every((number) => number >= 0) ? '<c:min val="0"/>' : '';
  const step = whole && Math.max(...numbers, 1) <= 5 ? '<c:majorUnit val="1"/>' : '';
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';
  return (
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>' +
    `<c:numFmt formatCode="General" sourceLinked="0"/>${ticks}<c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${bottom}</c:scaling>` +
    '<c:delete val="0"/><c:axPos val="l"/>' +
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D8D8DB"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>' +
    `${unit === '' ? '' : title(unit, 900)}<c:numFmt formatCode="${whole || Math.max(...numbers) >= 10 ? WHOLE : 'General'}" sourceLinked="0"/>${ticks}<c:tickLblPos val="nextTo"/>` +
    `<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>${step}</c:valAx>`
  );
}

/** A pattern with optional decimals would print 「4.」 for 4. */
function formatOf(numbers: readonly number[]): string {
  if (numbers.every(Number.isInteger)) return WHOLE;
  return numbers.every((number) => Number.isInteger(Number((number * 10).toPrecision(12)))) ? '#,##0.0' : '#,##0.00';
}

/** `size` in hundredths of a point. */
function title(text: string, size: number): string {
  return (
    `<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr>` +
    `<a:r><a:rPr lang="ja-JP" sz="${size}" b="0"/><a:t>${xmlText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function name(text: string): string {
  return `<c:tx><c:v>${xmlText(text)}</c:v></c:tx>`;
}

function categoriesOf(range: XlsxRange, ground: ChartGround): string {
  const points = cellsOf(range, ground).map((cell, index) =>
    cell === null ? '' : `<c:pt idx="${index}"><c:v>${xmlText(String(cell))}</c:v></c:pt>`,
  );
  return `<c:cat><c:strRef><c:f>${reference(range, ground)}</c:f><c:strCache><c:ptCount val="${points.length}"/>${points.join('')}</c:strCache></c:strRef></c:cat>`;
}

function valuesOf(range: XlsxRange, ground: ChartGround): string {
  const points = cellsOf(range, ground).map((cell, index) =>
    typeof cell === 'number' && Number.isFinite(cell) ? `<c:pt idx="${index}"><c:v>${cell}</c:v></c:pt>` : '',
  );
  return `<c:val><c:numRef><c:f>${reference(range, ground)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${points.length}"/>${points.join('')}</c:numCache></c:numRef></c:val>`;
}

function numbersOf(range: XlsxRange, ground: ChartGround): number[] {
  return cellsOf(range, ground).filter((cell): cell is number => typeof cell === 'number' && Number.isFinite(cell));
}

function cellsOf(range: XlsxRange, { sheets }: ChartGround): XlsxCell[] {
  const rows = sheets[range.sheet]?.rows.slice(range.firstRow, range.lastRow + 1) ?? [];
  return rows.map((row) => row[range.column] ?? null);
}

function reference(range: XlsxRange, { names }: ChartGround): string {
  const column = columnName(range.column);
  const cells = `$${column}$${range.firstRow + 2}:$${column}$${range.lastRow + 2}`;
  return xmlText(`${sheetReference(names[range.sheet] ?? '')}!${cells}`);
}
