import type { IndicatorView, LivingNumber, Page, PublicAnswer, SimilarAnswer } from '@kotae/contracts';

export interface AnswersQuery {
  /** Words to look for; empty for all. */
  readonly query: string;
  /** Code of a topic; empty for all. */
  readonly topic: string;
  /** Place after which the page starts, from `Page.next`; null for the first page. */
  readonly after: string | null;
}

/** Everything the public may read without a code. */
export interface PublicReading {
  answers(query: AnswersQuery): Promise<Page<PublicAnswer>>;
  newestAnswers(count: number): Promise<PublicAnswer[]>;
  answer(id: string): Promise<PublicAnswer | null>;
  similar(text: string, count: number): Promise<SimilarAnswer[]>;
  topics(): Promise<{ code: string; name: string }[]>;
  plans(): Promise<{ id: string; name: string; own: boolean }[]>;
  /** Null when there is no such plan. */
  indicators(planId: string): Promise<IndicatorView[] | null>;
  indicator(id: string): Promise<IndicatorView | null>;
  living(): Promise<LivingNumber | null>;
}
