import type { SubmissionDetail } from '@kotae/contracts';
import { URGENCY_LABELS } from '@kotae/kernel';
import { Button, DateText, Kbd, Link, Notice } from '@kotae/ui';
import { useKeys } from '../../shared/keys';
import { useReference } from '../../shared/reference';
import type { CaseActions } from './api';

/** What one must know before reading on: danger to someone, no contact, a campaign, how it ended. */
export function Banners({ detail, actions }: { detail: SubmissionDetail; actions: CaseActions }) {
  return (
    <>
      {detail.urgent && <Urgent detail={detail} actions={actions} />}
      {detail.doNotContact && (
        <Notice kind="warning" title="この方には連絡しないでください" headingLevel={2}>
          <p>返信・電話・受付メールは送りません。終えるときは供覧にしてください。</p>
        </Notice>
      )}
      {detail.campaign && (
        <p className="d-quiet d-campaign">
          <span>
            ほぼ同じ文面の声が、これを含めて<strong>{detail.campaign.size}通</strong>届いています。1通ずつ数えます。
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

function Urgent({ detail, actions }: { detail: SubmissionDetail; actions: CaseActions }) {
  const { urgentLines } = useReference().city;
  const seen = detail.urgentAcknowledged;
  const may = detail.actions.includes('acknowledge_urgent') && !seen;
  const acknowledge = () => actions.acknowledge.mutate(undefined);
  useKeys('緊急', may ? [{ keys: ['g'], label: '緊急を確認', bar: true, run: acknowledge }] : []);
  return (
    <Notice
      kind="error"
      headingLevel={2}
      title={`緊急：${detail.urgent ? URGENCY_LABELS[detail.urgent] : ''}`}
      actions={
        may && (
          <Button
            type="button"
            variant="danger"
            busy={actions.acknowledge.isPending}
            onClick={acknowledge}
            shortcut={<Kbd>g</Kbd>}
          >
            確認し、対応を始めた
          </Button>
        )
      }
    >
      {detail.suggestion?.urgent && detail.suggestion.urgent.reasons.length > 0 && (
        <p>本文の「{detail.suggestion.urgent.reasons.join('」「')}」によります。</p>
      )}
      {seen ? (
        <p>
          <DateText at={seen.at} time /> に{seen.by}が確認しました。
        </p>
      ) : (
        urgentLines.length > 0 && (
          <p>
            つなぎ先：
            {urgentLines.map((line) => `${line.name} ${line.phone}（${line.hours}）`).join('、')}
          </p>
        )
      )}
    </Notice>
  );
}
