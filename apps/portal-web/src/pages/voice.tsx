import type { PublicAnswer } from '@kotae/contracts';
import { OUTCOME_LABELS } from '@kotae/kernel';
import { Breadcrumbs, DateText, DefinitionList, Exchange, LinkButton, PageHeader } from '@kotae/ui';
import type { PageProps } from './page-props';

/** What became of it as it is now; a decision after publishing is said to be one. */
function OutcomeNow({ answer }: { answer: PublicAnswer }) {
  if (answer.outcome === null) return null;
  return (
    <>
      {OUTCOME_LABELS[answer.outcome]}
      {answer.outcomeOn !== null && (
        <>
          （<DateText day={answer.outcomeOn} />
          {answer.outcomeOn > answer.publishedOn && '。公表した後に決まりました'}）
        </>
      )}
    </>
  );
}

/** One published voice and what the city says to it. */
export function VoicePage({ page }: PageProps<'voice'>) {
  const { answer, similar } = page;
  return (
    <div className="k-container k-container--text k-stack k-stack--large">
      <Breadcrumbs
        items={[
          { label: '最初のページ', href: '/' },
          { label: '市民の声と市の考え方', href: '/voices' },
          { label: answer.title },
        ]}
      />
      <PageHeader title={answer.title} />
      <Exchange voice={answer.question} answer={answer.answer} />
      <DefinitionList
        items={[
          ...(answer.outcome === null ? [] : [{ term: '対応', detail: <OutcomeNow answer={answer} /> }]),
          { term: 'テーマ', detail: <a href={`/voices?topic=${answer.topic}`}>{answer.topicName}</a> },
          { term: '回答した課', detail: answer.sectionName },
          { term: '受け付けた日', detail: <DateText day={answer.receivedOn} /> },
          { term: '回答した日', detail: <DateText day={answer.answeredOn} /> },
          { term: '公表した日', detail: <DateText day={answer.publishedOn} /> },
        ]}
      />
      {similar.length > 0 && (
        <section className="k-stack k-stack--small" aria-labelledby="similar-title">
          <h2 id="similar-title">似た声</h2>
          <ul className="p-links">
            {similar.map((other) => (
              <li key={other.id}>
                <a href={`/voices/${other.id}`}>{other.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="k-cluster">
        <LinkButton href="/letter">声を送る</LinkButton>
        <LinkButton href="/voices" variant="secondary">
          ほかの声を見る
        </LinkButton>
      </div>
    </div>
  );
}
