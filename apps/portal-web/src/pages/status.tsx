import type { StatusStep, SubmissionStatus } from '@kotae/contracts';
import { OUTCOME_LABELS, PROMISE_OUTCOMES, SUBMISSION_KIND_LABELS } from '@kotae/kernel';
import { Button, DateText, Exchange, LinkButton, Notice, PageHeader, Timeline, type TimelineItem } from '@kotae/ui';
import type { PageProps } from './page-props';

/** What happened since, the reply with each opinion above its answer, and a way to add something. */
export function StatusPage({ page, frame }: PageProps<'status'>) {
  const { status, code } = page;
  return (
    <div className="k-container k-container--text k-stack k-stack--section">
      <section className="k-stack k-stack--large">
        <PageHeader
          eyebrow={SUBMISSION_KIND_LABELS[status.kind]}
          title={<>受付番号 {status.receiptNumber}</>}
          lead={
            <p>
              <DateText day={status.receivedOn} />
              に受け付けた声の、いまの様子です。
            </p>
          }
        />
        <Timeline label="これまでとこれから" items={status.steps.map(timelineItem)} />
      </section>
      {status.reply && <Reply status={status} code={code} cityName={frame.city.name} />}
      {status.outcomes.length > 0 && <Outcomes status={status} />}
      <section className="k-stack" aria-labelledby="more-title">
        <h2 id="more-title">書き足したいとき</h2>
        <p>前の声とつながる新しい声として届きます。</p>
        <form method="post" action="/letter" encType="multipart/form-data">
          <input type="hidden" name="action" value="start" />
          <input
            type="hidden"
            name="kind"
            value={status.kind === 'letter_to_mayor' ? 'letter_to_mayor' : 'web_opinion'}
          />
          <input type="hidden" name="follows" value={code} />
          <Button type="submit" variant="secondary">
            書き足す
          </Button>
        </form>
      </section>
    </div>
  );
}

function timelineItem(step: StatusStep): TimelineItem {
  return {
    key: step.code,
    title: step.text,
    state: step.state === 'now' ? 'current' : step.state,
    ...(step.on === null ? {} : { day: step.on }),
    ...(step.on !== null && (step.state === 'next' || (step.state === 'now' && step.code === 'answered'))
      ? { daySuffix: 'まで' }
      : {}),
    ...(step.note === null ? {} : { children: step.note }),
  };
}

function Reply({ status, code, cityName }: { status: SubmissionStatus; code: string; cityName: string }) {
  const { reply } = status;
  if (reply === null) return null;
  return (
    <section className="k-stack k-stack--large" aria-labelledby="reply-title">
      <h2 id="reply-title">{cityName}からの返事</h2>
      <div className="k-stack">
        <p className="k-preserve">{reply.opening}</p>
        {reply.parts.map((part) => (
          <Exchange
            key={part.ordinal}
            voiceLabel={reply.parts.length > 1 ? `いただいた声 ${part.ordinal}` : 'いただいた声'}
            voice={part.quote}
            answerLabel={`${part.sectionName}からの回答`}
            answer={part.answer}
          />
        ))}
        <p className="k-preserve">{reply.closing}</p>
        <p className="p-signer">
          <DateText day={reply.sentOn} />
          <br />
          {reply.signer}
        </p>
      </div>
      <Feedback status={status} code={code} />
      {status.publicationId && (
        <p>
          この声は、だれの声か分からない形で<a href={`/voices/${status.publicationId}`}>公表しています</a>。
        </p>
      )}
    </section>
  );
}

function Feedback({ status, code }: { status: SubmissionStatus; code: string }) {
  if (status.feedback !== null) {
    return (
      <Notice kind="success" headingLevel={3} title="教えていただき、ありがとうございました">
        <p>
          {status.feedback === 'understood'
            ? '「分かった」とうかがいました。'
            : '「分からないところがある」とうかがいました。担当に伝えます。下から書き足すこともできます。'}
        </p>
      </Notice>
    );
  }
  return (
    <form className="p-feedback" method="post" action="/status" aria-labelledby="feedback-title">
      <input type="hidden" name="code" value={code} />
      <h3 id="feedback-title">この回答で分かりましたか</h3>
      <div className="k-cluster">
        <Button type="submit" name="understood" value="yes" variant="secondary">
          分かった
        </Button>
        <Button type="submit" name="understood" value="no" variant="secondary">
          分からないところがある
        </Button>
      </div>
    </form>
  );
}

function Outcomes({ status }: { status: SubmissionStatus }) {
  return (
    <section className="k-stack" aria-labelledby="outcome-title">
      <h2 id="outcome-title">市の対応</h2>
      <ul className="p-outcomes">
        {status.outcomes.map((outcome) => (
          <li key={outcome.ordinal}>
            <strong>{OUTCOME_LABELS[outcome.outcome]}</strong>
            <span className="k-small k-muted">
              {status.outcomes.length > 1 && `声${outcome.ordinal}について、`}
              <DateText day={outcome.on} />
              {PROMISE_OUTCOMES.includes(outcome.outcome) && outcome.nextLookOn && (
                <>
                  。次は
                  <DateText day={outcome.nextLookOn} format="short" />
                  ごろに確かめます
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <div>
        <LinkButton href="/plan" variant="tertiary">
          市全体の進みぐあいを見る
        </LinkButton>
      </div>
    </section>
  );
}
