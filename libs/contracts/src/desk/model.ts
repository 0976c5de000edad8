/** What re-training changed for one class or topic, on the same new decisions. */
export interface ModelChange {
  kind: 'class' | 'topic';
  code: string;
  /** Decisions of this class or topic among those compared. */
  count: number;
  /** How many of them the model before and this one got right. */
  before: number;
  after: number;
  /** In one plain sentence or two. */
  words: string;
}

export interface ModelScoresView {
  classAccuracy: number;
  proposalAccuracy: number;
  topicTop1: number;
  topicTop3: number;
  items: number;
}

export interface ModelView {
  version: string;
  trainedAt: string;
  trainedOn: number;
  active: boolean;
  /** It was put into use when it was made; another may have followed since. */
  tookOver: boolean;
  evaluation: ModelScoresView | null;
  /** The model before it on the same decisions; null where nothing was compared. */
  before: ModelScoresView | null;
  /** Classes in their order, then the topics that changed most. */
  changes: ModelChange[];
  words: string;
}

/** What asking for a training answers: the training that was asked for, now or before. */
export interface TrainingRequestView {
  requestedAt: string;
  /** It waited, or was under way, already. */
  already: boolean;
}
