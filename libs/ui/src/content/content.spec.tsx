import { renderToStaticMarkup } from 'react-dom/server';
import { Chip } from './chip';
import { DataTable } from './data-table';
import { DateText } from './date-text';
import { QrCode } from './qr-code';
import { qrPath } from './qr-path';
import { Steps } from './steps';
import { Timeline } from './timeline';

describe('DateText', () => {
  it('says the date in words with the machine’s date beside it', () => {
    expect(renderToStaticMarkup(<DateText day="2026-11-20" />)).toBe(
      '<time class="k-date" dateTime="2026-11-20">令和8年11月20日（金）</time>',
    );
    expect(renderToStaticMarkup(<DateText day="2026-11-05" format="compact" />)).toContain('>11/5<');
  });

  it('reads an instant in Tokyo, also past midnight', () => {
    const markup = renderToStaticMarkup(<DateText at="2026-11-19T15:05:00Z" time />);
    expect(markup).toContain('令和8年11月20日（金） 0時05分');
    expect(markup).toContain('dateTime="2026-11-19T15:05:00.000Z"');
    expect(renderToStaticMarkup(<DateText at={new Date('2026-11-19T15:05:00Z')} />)).toContain('dateTime="2026-11-20"');
  });
});

describe('Chip', () => {
  it('tells suggested from decided in words, not by colour', () => {
    const suggested = renderToStaticMarkup(<Chip state="suggested">防災</Chip>);
    const decided = renderToStaticMarkup(<Chip state="decided">防災</Chip>);
    expect(suggested).toContain('（候補）');
    expect(suggested).toContain('>?<');
    expect(decided).not.toMatch(/候補|\?/);
  });

  it('shows who and when to the keyboard too', () => {
    const markup = renderToStaticMarkup(
      <Chip state="decided" detail="佐藤 11/19">
        政策提案
      </Chip>,
    );
    const tip = markup.match(/aria-describedby="([^"]+)"/)?.[1];
    expect(markup).toMatch(/^<span[^>]*><button type="button"/);
    expect(markup).toMatch(new RegExp(`role="tooltip" id="${tip}"[^>]*>佐藤 11/19`));
  });
});

describe('Steps and Timeline', () => {
  it('mark where one is', () => {
    const markup = renderToStaticMarkup(<Steps label="手順" items={['書く', '確かめる', '完了']} current={1} />);
    expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
    expect(markup).toMatch(/aria-current="step">.*確かめる/);
    expect(markup.match(/（済み）/g)).toHaveLength(1);
  });

  it('say the state of each step in words', () => {
    const markup = renderToStaticMarkup(
      <Timeline
        label="これまでとこれから"
        items={[
          { key: 'a', title: '受け付けました', state: 'done', day: '2026-11-20' },
          { key: 'b', title: '検討しています', state: 'current' },
          { key: 'c', title: '回答します', state: 'next', day: '2026-12-04', daySuffix: 'まで' },
        ]}
      />,
    );
    expect(markup).toMatch(/済み.*いまここ.*これから/);
    expect(markup).toContain('令和8年12月4日（金）</time>まで');
  });
});

describe('DataTable', () => {
  const columns = [
    { key: 'name', header: '課', rowHeader: true, cell: (row: [string, number]) => row[0] },
    { key: 'count', header: '件数', kind: 'number' as const, cell: (row: [string, number]) => row[1] },
  ];

  it('has a caption, column and row headers, and a frame that can be scrolled by keyboard', () => {
    const markup = renderToStaticMarkup(
      <DataTable caption="課ごとの件数" columns={columns} rows={[['道路課', 120]]} rowKey={(row) => row[0]} />,
    );
    const caption = markup.match(/role="region" aria-labelledby="([^"]+)" tabindex="0"/)?.[1];
    expect(markup).toContain(`<caption id="${caption}">課ごとの件数</caption>`);
    expect(markup).toContain('<th scope="col">課</th>');
    expect(markup).toContain('<th scope="row">道路課</th>');
  });

  it('says when it is empty', () => {
    const markup = renderToStaticMarkup(
      <DataTable caption="件数" columns={columns} rows={[]} rowKey={(row) => row[0]} />,
    );
    expect(markup).toMatch(/<td colSpan="2"[^>]*>まだありません/);
  });
});

describe('QrCode', () => {
  it('draws every dark module once', () => {
    expect(
      qrPath([
        [true, true, false],
        [false, true, false],
        [true, false, true],
      ]),
    ).toBe('M0 0h2v1h-2zM1 1h1v1h-1zM0 2h1v1h-1zM2 2h1v1h-1z');
  });

  it('is an image with a name and a quiet zone of four modules', () => {
    const markup = renderToStaticMarkup(<QrCode label="QRコード" path="M0 0h1v1h-1z" modules={21} />);
    expect(markup).toContain('viewBox="-4 -4 29 29"');
    expect(markup).toMatch(/role="img"[^>]*>.*<title[^>]*>QRコード<\/title>/);
  });
});
