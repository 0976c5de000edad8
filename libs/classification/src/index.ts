export { findDoNotContact } from './do-not-contact';
export type { DoNotContact } from './do-not-contact';
export { assessModel, evaluate } from './evaluate';
export type { CalibrationBin, Confusion, CrossValidationOptions, Evaluation } from './evaluate';
export { judgeSuggestion } from './judge-suggestion';
export type { DecidedOpinion, OpinionVerdict, ProposedLabels } from './judge-suggestion';
export { parseLabelledLetters, trainingOpinionsOf } from './labelled-letters';
export type { LabelledLetter } from './labelled-letters';
export type { Topic, TrainingOpinion } from './labels';
export type { Model } from './model';
export { groupNearDuplicates, NearDuplicates } from './near-duplicates';
export type { Confident } from './predict';
export { deserialiseModel, serialiseModel } from './serialise';
export { splitOpinions } from './split-opinions';
export type { OpinionSpan } from './split-opinions';
export { trainSplitter } from './split-training';
export type { MarkedLetter } from './split-training';
export { STANDARD_TOPICS } from './standard-topics';
export { suggest } from './suggest';
export type { OpinionSuggestion, SubmissionToRead, Suggestion } from './suggest';
export { DEFAULT_TOPIC_KEYWORDS } from './topic-lexicon';
export { train } from './train';
export type { TrainingOptions } from './train';
export { findUrgency } from './urgency';
export type { Urgency } from './urgency';
export { readSubmission, readSubmissions } from './read-submission';
export type {
  CampaignMember,
  Findings,
  ReadableSubmission,
  Reading,
  ReadingContext,
  SuggestionStore,
} from './read-submission';
export { tookOver, trainModel } from './train-model';
export type {
  DatedDecision,
  ModelInUse,
  ModelEvaluation,
  ModelScores,
  ModelStore,
  StoredModel,
  Trainer,
  TrainingContext,
} from './train-model';
export type { ModelChange } from './change-words';
export { evaluateWithVoice } from './evaluate-voice';
export type { VoiceEvaluation, VoiceOf } from './evaluate-voice';
export { heardBefore, hearSecondVoice, learnVoiceWeights } from './hear-second-voice';
export type { HeardAndDecided, SecondVoice, VoiceOutcome, VoiceStore } from './hear-second-voice';
export type { HeardVoice, OpinionVoice, VoiceLabels, VoiceNote } from './second-voice';
export { readVoiceAnswer } from './voice-answer';
export { MOST_VOICE_TEXT, voiceQuestion } from './voice-question';
export type { LetterToAsk, VoiceQuestion } from './voice-question';
export { FIXED_VOICE_WEIGHTS } from './voice-weights';
export type { LabelWeights, VoiceWeights } from './voice-weights';
