import type { InboxCounts, Me, Permission } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';
import type { DeskNavItem } from '@kotae/ui';
import { VIEW_WORDS, viewsOf, type ViewWords } from '../shared/inbox-views';

const PLACES: readonly { href: string; label: string; permission: Permission; also?: string }[] = [
  { href: '/register', label: '紙・電話の登録', permission: 'submission.register' },
  { href: '/publications', label: '公表', permission: 'publication.write' },
  { href: '/plans', label: '計画の指標', permission: 'indicator.read', also: '/indicators' },
  { href: '/templates', label: '回答のひな形', permission: 'template.write' },
  { href: '/staff', label: '職員', permission: 'staff.manage' },
  { href: '/city/places', label: '分野と担当課', permission: 'settings.write' },
  { href: '/city/classes', label: '分類の名前', permission: 'settings.write' },
  { href: '/city/settings', label: '市の設定', permission: 'settings.write' },
  { href: '/deliveries', label: '届かなかった処理', permission: 'jobs.read' },
  { href: '/models', label: '分類モデル', permission: 'model.read' },
  { href: '/accuracy', label: '候補の当たり具合', permission: 'model.read' },
];

/** The left rail: what waits first, then the other places this role may go to. */
export function navOf(me: Me, counts: InboxCounts | undefined, pathname: string): DeskNavItem[] {
  const views = me.permissions.includes('inbox.read')
    ? viewsOf(me.role).map((view): DeskNavItem => {
        const words = VIEW_WORDS[view];
        return {
          href: `/inbox/${view}`,
          label: words.label,
          current: pathname === `/inbox/${view}`,
          ...(words.count && counts ? countOf(words.count, counts) : {}),
          tone: words.danger ? 'danger' : 'neutral',
        };
      })
    : [];
  const places = PLACES.filter((place) => me.permissions.includes(place.permission)).map((place): DeskNavItem => ({
    href: place.href,
    label: place.label,
    current: [place.href, place.also].some((start) => start && pathname.startsWith(start)),
  }));
  return [...views, ...places];
}

function countOf(name: NonNullable<ViewWords['count']>, counts: InboxCounts): Pick<DeskNavItem, 'count' | 'orMore'> {
  const count = counts[name];
  return { count, orMore: name !== 'untriaged' && count >= LIMITS.counted };
}
