import { Button, EmptyState, LinkButton, PageHeader, Pagination, Select, TextInput } from '@kotae/ui';
import { LIMITS } from '@kotae/kernel';
import { VoiceList } from '../parts/voice-list';
import type { PageOf, PageProps } from './page-props';

/** What is published: newest first, by words, by topic. */
export function VoicesPage({ page }: PageProps<'voices'>) {
  const { page: found, query, topic, topics, older } = page;
  const filtered = query !== '' || topic !== '';
  return (
    <div className="k-container k-stack k-stack--large">
      <PageHeader
        title="市民の声と市の考え方"
        lead="いただいた声と市の回答を、だれの声か分からない形にまとめて公表しています。"
      />
      <form className="p-search" method="get" action="/voices" role="search">
        <TextInput
          id="q"
          name="q"
          type="search"
          label="ことばで探す"
          badge="none"
          maxLength={LIMITS.searchQuery}
          autoComplete="off"
          defaultValue={query}
        />
        <Select
          id="topic"
          name="topic"
          label="テーマ"
          badge="none"
          emptyLabel="すべて"
          defaultValue={topic}
          options={topics.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Button type="submit" icon="search">
          探す
        </Button>
      </form>
      <section className="k-stack" aria-labelledby="found-title">
        <h2 id="found-title" className="p-h3">
          {heading(page)}
        </h2>
        {found.items.length > 0 ? (
          <VoiceList answers={found.items} headingLevel={3} />
        ) : (
          <EmptyState
            headingLevel={3}
            title={filtered ? '当てはまる声はありませんでした' : '公表された声は、まだありません'}
            actions={
              <LinkButton href={filtered ? '/voices' : '/letter'} variant="secondary">
                {filtered ? 'すべての声を見る' : '声を送る'}
              </LinkButton>
            }
          >
            {filtered && <p>ことばを短くすると、見つかることがあります。</p>}
          </EmptyState>
        )}
        <Pagination
          label="市民の声"
          newerHref={older ? address(query, topic, null) : undefined}
          newerLabel="いちばん新しいものへ"
          olderHref={found.next === null ? undefined : address(query, topic, found.next)}
        />
      </section>
    </div>
  );
}

function heading({ query, topic, topics, older }: PageOf<'voices'>): string {
  const where = topics.find((candidate) => candidate.code === topic)?.name;
  const what = [where, query === '' ? undefined : `「${query}」をふくむ声`].filter(Boolean).join('の');
  return `${what === '' ? 'すべての声' : what}${older ? '（続き）' : '（新しい順）'}`;
}

function address(query: string, topic: string, after: string | null): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  if (topic !== '') parameters.set('topic', topic);
  if (after !== null) parameters.set('after', after);
  const text = parameters.toString();
  return text === '' ? '/voices' : `/voices?${text}`;
}
