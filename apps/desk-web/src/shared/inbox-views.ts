import type { InboxCounts, InboxView } from '@kotae/contracts';
import type { Role } from '@kotae/kernel';

/** The views of the one inbox: name in the rail, the count beside it, and what to say when nothing waits there. */
export interface ViewWords {
  readonly label: string;
  readonly count: Exclude<keyof InboxCounts, 'revision'> | null;
  readonly danger: boolean;
  readonly empty: string;
}

export const VIEW_WORDS: Readonly<Record<InboxView, ViewWords>> = {
  untriaged: { label: '未処理', count: 'untriaged', danger: false, empty: '振り分けを待つ声はありません' },
  urgent: { label: '緊急', count: 'urgent', danger: true, empty: '緊急の声はありません' },
  due_soon: { label: '期限が近い', count: 'dueSoon', danger: false, empty: '期限が近い声はありません' },
  overdue: { label: '期限超過', count: 'overdue', danger: true, empty: '期限を過ぎた声はありません' },
  answering: { label: '回答作成中', count: 'answering', danger: false, empty: '回答を作成中の声はありません' },
  to_approve: { label: '決裁待ち', count: 'toApprove', danger: false, empty: '決裁を待つ回答案はありません' },
  to_send: { label: '発送待ち', count: 'toSend', danger: false, empty: '発送を待つ返信はありません' },
  promises: { label: '約束', count: 'promises', danger: false, empty: '見直しを待つ約束はありません' },
  all: { label: 'すべて', count: null, danger: false, empty: '声はまだありません' },
};

const SECTION_VIEWS: readonly InboxView[] = ['answering', 'to_approve', 'due_soon', 'overdue', 'promises', 'all'];
const DESK_VIEWS: readonly InboxView[] = [
  'untriaged',
  'urgent',
  'due_soon',
  'overdue',
  'answering',
  'to_send',
  'promises',
  'all',
];

/** The views a role works with, in the order of the day. */
export function viewsOf(role: Role): readonly InboxView[] {
  return role === 'section_member' || role === 'section_approver' ? SECTION_VIEWS : DESK_VIEWS;
}

export function homeOf(role: Role): string {
  if (role === 'management') return '/plans';
  if (role === 'administrator') return '/staff';
  if (role === 'section_member') return '/inbox/answering';
  if (role === 'section_approver') return '/inbox/to_approve';
  return '/inbox/untriaged';
}
