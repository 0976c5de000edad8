import { renderToStaticMarkup } from 'react-dom/server';
import { PagedList } from './paged-list';

function markupOf(isFetchNextPageError: boolean, isFetchingNextPage = false): string {
  const query = {
    data: { pages: [{ items: ['一通目'], next: 'x' }] },
    error: isFetchNextPageError ? new Error('offline') : null,
    refetch: () => undefined,
    hasNextPage: true,
    isFetchingNextPage,
    isFetchNextPageError,
    fetchNextPage: () => undefined,
  };
  return renderToStaticMarkup(
    <PagedList query={query} label="読み込んでいます" empty={null}>
      {(rows) => <p>{rows.join('')}</p>}
    </PagedList>,
  );
}

describe('PagedList', () => {
  it('says that more could not be fetched, keeps the rows and offers to try again', () => {
    const failed = markupOf(true);
    expect(failed).toContain('一通目');
    expect(failed).toContain('role="alert"');
    expect(failed).toContain('もう一度読み込む');
    expect(markupOf(false)).toContain('もっと見る');
    expect(markupOf(false)).not.toContain('role="alert"');
  });

  it('takes the words away while it tries again, so that a second failure is said too', () => {
    expect(markupOf(true, true)).not.toContain('role="alert"');
  });
});
