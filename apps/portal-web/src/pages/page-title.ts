import type { PortalPage } from '@kotae/contracts';
import { SUBMISSION_KIND_LABELS } from '@kotae/kernel';

/** Title of a page in the browser's tab, before the city's name; null for the home page. Each page has its own. */
export function pageTitle(page: PortalPage): string | null {
  switch (page.name) {
    case 'home':
      return null;
    case 'letter':
      return `${page.problems.length > 0 ? 'エラー: ' : ''}${SUBMISSION_KIND_LABELS[page.values.kind]}を書く`;
    case 'letter-check':
      return '送る前の確認';
    case 'letter-done':
      return '受け付けました';
    case 'status-form':
      return `${page.problem === null ? '' : 'エラー: '}送った声のその後を見る`;
    case 'status':
      return `受付番号 ${page.status.receiptNumber} のその後`;
    case 'voices':
      return page.query === '' ? '市民の声と市の考え方' : `「${page.query}」の検索結果 - 市民の声と市の考え方`;
    case 'voice':
      return page.answer.title;
    case 'plan':
      return `計画の進みぐあい${page.plans.length > 1 ? ` - ${page.plans.find((p) => p.id === page.planId)?.name ?? ''}` : ''}`;
    case 'indicator':
      return `${page.indicator.name} - 計画の進みぐあい`;
    case 'privacy':
      return '個人情報の取り扱い';
    case 'accessibility':
      return 'アクセシビリティ';
    case 'error':
      return page.title;
  }
}
