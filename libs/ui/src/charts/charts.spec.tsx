import { renderToStaticMarkup } from 'react-dom/server';
import { ChartWithTable } from './chart-with-table';
import type { ChartWithTableProps } from './chart-with-table';
import { TargetBar } from './target-bar';

const props: ChartWithTableProps = {
  kind: 'bar',
  title: '提案の件数',
  description: '12件から42件まで増えています。',
  categories: ['R6', 'R7', 'R8'],
  categoryHeader: '年度',
  series: [
    { label: '政策提案', values: [12, null, 42] },
    { label: '要望', values: [3, 5, 8] },
  ],
  unit: '件',
  reference: { label: '目標', value: 50 },
};

function ids(markup: string): string[] {
  return [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
}

describe.each(['bar', 'line'] as const)('ChartWithTable of kind %s', (kind) => {
  const markup = renderToStaticMarkup(<ChartWithTable {...props} kind={kind} />);

  it('names and describes every drawing', () => {
    const drawings = markup.match(/<svg[^>]*role="img"[^>]*>/g) ?? [];
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      const title = drawing.match(/aria-labelledby="([^"]+)"/)?.[1];
      const desc = drawing.match(/aria-describedby="([^"]+)"/)?.[1];
      expect(markup).toContain(`<title id="${title}">提案の件数</title>`);
      expect(markup).toContain(`<desc id="${desc}">12件から42件まで増えています。</desc>`);
    }
  });

  it('carries the same values in a table it points to', () => {
    const table = markup.match(/aria-details="([^"]+)"/)?.[1];
    expect(markup).toContain(`<table id="${table}"`);
    expect(markup).toMatch(/<caption[^>]*>提案の件数の表（件）<\/caption>/);
    const cells = [...markup.matchAll(/<td[^>]*>(?:<span[^>]*>)?([^<]*)/g)].map((match) => match[1]);
    expect(cells).toEqual(['12', '3', '…', '5', '42', '8']);
  });

  it('marks only the categories that have a mark', () => {
    const marked = renderToStaticMarkup(
      <ChartWithTable {...props} kind={kind} mark={(at) => (at === 0 ? '確定' : null)} />,
    );
    expect(marked.match(/<small[^>]*>[^<]*<\/small>/g)).toEqual(['<small class="k-table__mark">確定</small>']);
  });

  it('has unique ids and no inline style, so a strict CSP may stand', () => {
    expect(new Set(ids(markup)).size).toBe(ids(markup).length);
    expect(markup).not.toMatch(/ style=|<style|<script/);
  });

  it('strikes no value through, and names the target where no value stands', () => {
    for (const drawing of markup.split('<svg class="k-chart__svg').slice(1)) {
      const line = drawing.indexOf('k-chart__reference');
      expect(drawing.indexOf('k-chart__value')).toBeGreaterThan(line);
      const name = Number(drawing.match(/<text x="[\d.]+" y="([\d.]+)"[^>]*>目標 50件/)?.[1]);
      const values = [...drawing.matchAll(/k-chart__value" x="[\d.]+" y="([\d.]+)"/g)].map((match) => Number(match[1]));
      for (const value of values) expect(value - name).toBeGreaterThanOrEqual(14);
    }
  });

  it('draws nothing where there is no value, and the target in words', () => {
    const marks =
      kind === 'bar' ? /class="k-chart__bar k-chart__bar--0"[^>]* y=/g : /<circle[^>]*cx="[\d.]+"[^>]*r="4.5"/g;
    const legendSamples = kind === 'bar' ? 1 : 0;
    expect((markup.match(marks) ?? []).length - legendSamples).toBe(2 * 2);
    expect(markup).toContain('目標 50件');
  });
});

describe('bars', () => {
  it('tell series apart by pattern, not by colour alone', () => {
    const markup = renderToStaticMarkup(<ChartWithTable {...props} />);
    const fills = [...markup.matchAll(/fill="url\(#([^)]+)\)"/g)].map((match) => match[1] ?? '');
    expect(new Set(fills.map((fill) => fill.slice(-2)))).toEqual(new Set(['p0', 'p1']));
    for (const fill of fills) expect(ids(markup)).toContain(fill);
  });

  it.each([934, 990, 1000, 1040])('write %d clear of the line of the target', (value) => {
    const markup = renderToStaticMarkup(
      <ChartWithTable
        {...props}
        series={[{ label: 'その年度', values: [812, value] }]}
        categories={['R6', 'R7']}
        reference={{ label: '目標', value: 1000 }}
      />,
    );
    for (const drawing of markup.split('<svg class="k-chart__svg').slice(1)) {
      const line = Number(drawing.match(/k-chart__reference"><line [^>]*y1="([\d.]+)"/)?.[1]);
      const labels = [...drawing.matchAll(/k-chart__value"[^>]* y="([\d.]+)"/g)].map((match) => Number(match[1]));
      expect(labels).toHaveLength(2);
      for (const y of labels) expect(line > y + 2 || line < y - 12).toBe(true);
    }
  });

  it('open each number to what is behind it', () => {
    const markup = renderToStaticMarkup(
      <ChartWithTable
        {...props}
        cell={(value, at) => <a href={`/opinions?y=${at.category}&s=${at.series}`}>{value}</a>}
      />,
    );
    expect(markup).toContain('<a href="/opinions?y=2&amp;s=0">42</a>');
  });
});

describe('TargetBar', () => {
  it('says baseline, today and target as one name', () => {
    const markup = renderToStaticMarkup(
      <TargetBar
        name="提案"
        baseline={{ value: 185, text: '185件' }}
        target={{ value: 50, text: '50件' }}
        actual={{ value: 100, text: '100件' }}
        verdict="半分をこえました"
        formula="(実績−基準)÷(目標−基準)"
      />,
    );
    expect(markup).toMatch(/<title[^>]*>基準 185件、現在 100件、目標 50件<\/title>/);
    expect(markup).toContain('(実績−基準)÷(目標−基準)');
    expect(markup).not.toContain(' style=');
  });

  it('shows as printed what is long, under the bar and not over the other end', () => {
    const markup = renderToStaticMarkup(
      <TargetBar
        name="出前講座の参加人数"
        baseline={{ value: 812, text: '延 812 人' }}
        target={{ value: 1000, text: '延 1,000 人以上／年' }}
        actual={{ value: 934, text: '934延人/年' }}
        verdict="9割まで来ています"
      />,
    );
    expect(markup).toMatch(
      /<p class="k-target__words"><span>基準 延 812 人<\/span><span>目標 延 1,000 人以上／年<\/span>/,
    );
    expect(markup).not.toContain('k-target__end');
  });

  it('says in the plan’s words why a baseline is not known', () => {
    const markup = renderToStaticMarkup(
      <TargetBar
        name="満足度"
        baseline={{ value: null, text: '調査していないため不明' }}
        target={{ value: 70, text: '70%' }}
        actual={null}
        verdict="まだ分かりません"
      />,
    );
    expect(markup).toContain('基準 調査していないため不明');
    expect(markup).not.toContain('なし');
  });

  it('is honest about what is missing', () => {
    const markup = renderToStaticMarkup(
      <TargetBar
        name="満足度"
        baseline={null}
        target={{ value: 70, text: '70%' }}
        actual={null}
        verdict="まだ分かりません"
      />,
    );
    expect(markup).toContain('基準 なし');
    expect(markup).toContain('現在の値はまだありません');
    expect(markup).not.toContain('k-target__now');
  });
});
