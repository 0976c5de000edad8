import { renderToStaticMarkup } from 'react-dom/server';
import { Card } from '../content/card';
import { LinkProvider } from '../link';
import type { LinkComponentProps } from '../link';
import { Breadcrumbs } from '../page/breadcrumbs';
import { Pagination } from '../page/pagination';
import { Button } from './button';
import { LinkButton } from './link-button';

describe('Button', () => {
  it('stays focusable while busy and takes no second click', () => {
    const clicked: string[] = [];
    const busy = Button({
      type: 'submit',
      busy: true,
      onClick: () => clicked.push('again'),
      children: '送信しています',
    });
    expect(renderToStaticMarkup(busy)).toContain('aria-disabled="true"');
    expect(renderToStaticMarkup(busy)).not.toMatch(/ disabled=/);
    let prevented = false;
    const { onClick } = busy.props as { onClick: (event: unknown) => void };
    onClick({ preventDefault: () => (prevented = true) });
    expect([prevented, clicked]).toEqual([true, []]);
  });

  it('sends a form with the first click of a double click only', () => {
    const clicked: number[] = [];
    const button = Button({ type: 'submit', onClick: (event) => clicked.push(event.detail), children: '保存' });
    let prevented = 0;
    const { onClick } = button.props as { onClick: (event: unknown) => void };
    for (const detail of [1, 2]) onClick({ detail, preventDefault: () => (prevented += 1) });
    expect([clicked, prevented]).toEqual([[1], 1]);
  });

  it('says what kind it is, so a form is never submitted by accident', () => {
    expect(renderToStaticMarkup(<Button type="button">もどる</Button>)).toContain('type="button"');
  });
});

describe('links', () => {
  const RouterLink = ({ href, ...rest }: LinkComponentProps) => <a data-router="" href={`/desk${href}`} {...rest} />;

  it('are plain addresses without a router', () => {
    expect(renderToStaticMarkup(<LinkButton href="/letters">送る</LinkButton>)).toMatch(/^<a href="\/letters"/);
  });

  it('all go through the web’s own link when there is one', () => {
    const markup = renderToStaticMarkup(
      <LinkProvider component={RouterLink}>
        <LinkButton href="/a">a</LinkButton>
        <Card href="/b" title="b" />
        <Breadcrumbs items={[{ label: '上', href: '/c' }, { label: 'ここ' }]} />
        <Pagination label="声" olderHref="/d" />
      </LinkProvider>,
    );
    expect([...markup.matchAll(/<a data-router="" href="([^"]+)"/g)].map((match) => match[1])).toEqual([
      '/desk/a',
      '/desk/b',
      '/desk/c',
      '/desk/d',
    ]);
    expect(markup.match(/<a /g)).toHaveLength(4);
  });

  it('mark the page itself, and leave paging out where there is nothing to page', () => {
    expect(renderToStaticMarkup(<Breadcrumbs items={[{ label: 'ここ' }]} />)).toContain('aria-current="page">ここ');
    expect(renderToStaticMarkup(<Pagination label="声" />)).toBe('');
  });
});
