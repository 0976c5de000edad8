import type { InboxChip, InboxRow } from '@kotae/contracts';
import { CHANNEL_LABELS, SUBMISSION_KIND_LABELS, URGENCY_LABELS } from '@kotae/kernel';
import { Chip, DateText, Link } from '@kotae/ui';
import { useClassNames } from '../../shared/class-names';
import { dueWords } from '../../shared/words';

/** Two lines: what it says, and what it needs. The whole row is the link's target. */
export function InboxRowItem({ row, view, current }: { row: InboxRow; view: string; current: boolean }) {
  const due = dueWords(row.daysLeft);
  return (
    <li className={row.seen ? 'k-row' : 'k-row d-row--unseen'} aria-current={current || undefined}>
      <span className="d-row__when">
        <DateText day={row.receivedOn} format="compact" />
        <span className="d-row__channel">{CHANNEL_LABELS[row.channel]}</span>
      </span>
      <p className="k-row__title">
        <Link href={`/submissions/${row.submissionId}?view=${view}`} id={`row-${row.submissionId}`}>
          {!row.seen && <span className="d-row__new">新着</span>}
          {row.subject && <>{row.subject}　</>}
          <span className="d-row__excerpt">{row.excerpt}</span>
        </Link>
      </p>
      <div className="k-row__line">
        {row.urgent && (
          <Chip state="decided" tone="danger">
            緊急 {URGENCY_LABELS[row.urgent]}
          </Chip>
        )}
        {row.doNotContact && (
          <Chip state="decided" tone="warning">
            連絡不可
          </Chip>
        )}
        {row.chips.map((chip, index) => (
          <OpinionChip key={index} chip={chip} />
        ))}
        {row.opinionCount > row.chips.length && (
          <span className="k-muted k-small">ほか{row.opinionCount - row.chips.length}件</span>
        )}
        <span className="d-row__facts">
          {row.receiptNumber}
          {row.kind !== 'web_opinion' && <>　{SUBMISSION_KIND_LABELS[row.kind]}</>}
          {row.replyWanted ? '' : '　返事不要'}
        </span>
      </div>
      <div className="k-row__due d-due">
        <span className="d-due__needs">{row.needs}</span>
        {due && <span className={`d-due__days d-due__days--${due.tone}`}>{due.text}</span>}
        {row.dueOn && (
          <span className="d-due__date">
            期限 <DateText day={row.dueOn} format="compact" />
          </span>
        )}
      </div>
    </li>
  );
}

function OpinionChip({ chip }: { chip: InboxChip }) {
  const { name } = useClassNames();
  return (
    <Chip state={chip.origin} tone="accent">
      {name(chip.class)}
      <span className="d-chip__where">{chip.sectionName || chip.topicName}</span>
    </Chip>
  );
}
