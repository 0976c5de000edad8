import type { CaseOpinion } from './case-file';
import type { CountedState } from './ports';

/** What of an opinion the ledger of counts sees. */
export function countedState(opinion: CaseOpinion): CountedState {
  const { id, topic, sectionId, outcome, outcomeOn } = opinion;
  return { opinionId: id, class: opinion.class, topic, sectionId, outcome, outcomeOn };
}
