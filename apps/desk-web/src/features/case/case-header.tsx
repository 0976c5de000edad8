import type { SubmissionDetail } from '@kotae/contracts';
import { CHANNEL_LABELS, SUBMISSION_KIND_LABELS } from '@kotae/kernel';
import { DateText } from '@kotae/ui';
import { STATE_WORDS, dueWords } from '../../shared/words';
import type { CaseActions } from './api';
import { stagesOf } from './stages';
import { MarkUrgent } from './urgency';

/** Which letter this is, where it stands, and until when. One line on a desktop. */
export function CaseHeader({ detail, actions }: { detail: SubmissionDetail; actions: CaseActions }) {
  const due = dueWords(detail.daysLeft);
  return (
    <header className="d-case__head">
      <div className="d-case__facts">
        <h1>
          {detail.receiptNumber}
          <span className="k-visually-hidden"> {STATE_WORDS[detail.state]}</span>
        </h1>
        <span>{SUBMISSION_KIND_LABELS[detail.kind]}</span>
        <span>{CHANNEL_LABELS[detail.channel]}</span>
        <span>
          <DateText day={detail.receivedOn} format="short" />
          受付
        </span>
        <span>
          {detail.reply.wanted
            ? `返事を希望（${detail.reply.channel === 'post' ? '郵送' : detail.reply.channel === 'email' ? 'メール' : '方法未定'}）`
            : '返事は不要'}
        </span>
        {detail.dueOn && (
          <span>
            期限 <DateText day={detail.dueOn} format="compact" />{' '}
            {due && <strong className={`d-due__days d-due__days--${due.tone}`}>{due.text}</strong>}
          </span>
        )}
        <MarkUrgent detail={detail} actions={actions} />
      </div>
      <ol className="d-stages" aria-label="この声の進みぐあい">
        {stagesOf(detail).map((stage) => (
          <li
            key={stage.name}
            className={`d-stages__item d-stages__item--${stage.state}`}
            aria-current={stage.state === 'now' ? 'step' : undefined}
          >
            {stage.name}
            {stage.state === 'done' && <span className="k-visually-hidden">（済み）</span>}
          </li>
        ))}
      </ol>
    </header>
  );
}
