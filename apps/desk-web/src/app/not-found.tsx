import { EmptyState, LinkButton } from '@kotae/ui';
import { usePageTitle } from '../shared/page-title';

export function NotFound() {
  usePageTitle('ページが見つかりません');
  return (
    <EmptyState
      title="ページが見つかりません"
      headingLevel={1}
      actions={
        <LinkButton href="/" variant="secondary">
          はじめの画面へ
        </LinkButton>
      }
    >
      アドレスを確かめるか、左の一覧から選んでください。
    </EmptyState>
  );
}
