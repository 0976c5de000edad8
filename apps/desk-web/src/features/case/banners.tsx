import type { SubmissionDetail } from '@kotae/contracts';
import { LIMITS } from '@kotae/kernel';
import { DateText, Link, Notice } from '@kotae/ui';
import type { CaseActions } from './api';
import { UrgencyBanner } from './urgency';

/** What one must know before reading on: danger to someone, no contact, a campaign, how it ended. */
export function Banners({ detail, actions }: { detail: SubmissionDetail; actions: CaseActions }) {
  return (
    <>
      <UrgencyBanner detail={detail} actions={actions} />
      {detail.doNotContact && (
        <Notice kind="warning" title="この方には連絡しないでください" headingLevel={2}>
          <p>返信・電話・受付メールは送りません。終えるときは供覧にしてください。</p>
        </Notice>
      )}
      {detail.campaign && (
        <p className="d-quiet d-campaign">
          <span>
            ほぼ同じ文面の声が、これを含めて<strong>{campaignWords(detail.campaign.size)}</strong>
            届いています。1通ずつ数えます。
          </span>
          {detail.campaign.submissionIds
            .filter((id) => id !== detail.submissionId)
            .slice(0, 3)
            .map((id, index) => (
              <Link key={id} href={`/submissions/${id}`}>
                同じ文面の声 {index + 1}
              </Link>
            ))}
        </p>
      )}
      {detail.follows && (
        <p className="d-quiet">
          <Link href={`/submissions/${detail.follows.submissionId}`}>{detail.follows.receiptNumber}</Link>
          への書き足しです。
        </p>
      )}
      {detail.closing && detail.closing.kind !== 'replied' && (
        <p className="d-quiet">
          <DateText day={detail.closing.on} format="short" />に
          {detail.closing.kind === 'circulated' ? '供覧' : '移ちょう'}で終えました。
          {detail.closing.reason && <>理由：{detail.closing.reason}</>}
        </p>
      )}
    </>
  );
}

/** A count that ends at its limit means so many or more. */
function campaignWords(size: number): string {
  return `${size.toLocaleString('ja-JP')}通${size >= LIMITS.counted ? '以上' : ''}`;
}
