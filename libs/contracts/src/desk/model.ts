export interface ModelView {
  version: string;
  trainedAt: string;
  trainedOn: number;
  active: boolean;
  evaluation: {
    classAccuracy: number;
    proposalAccuracy: number;
    topicTop1: number;
    topicTop3: number;
    items: number;
  } | null;
  words: string;
}
