export { STATUS_OF_CODE } from './problem';
export type { Problem, ProofChallenge } from './problem';
export type {
  SubmissionRequest,
  SubmissionAccepted,
  UploadAccepted,
  StatusStep,
  SubmissionStatus,
  ReplyView,
  PublicAnswer,
  Page,
  SimilarAnswer,
  SimilarRequest,
  FeedbackRequest,
  IndicatorView,
  LivingNumber,
  CityView,
  ClassCounts,
} from './portal';
export { CLOSING_MARKS } from './portal';
export { PERMISSIONS } from './desk/session';
export type { SignInRequest, Me, Permission } from './desk/session';
export type { SectionView, TopicView, Reference } from './desk/reference';
export { INBOX_VIEWS, SUBMISSION_STATES, ANSWER_STATES } from './desk/inbox';
export type { InboxView, SubmissionState, AnswerState, InboxChip, InboxRow, InboxCounts } from './desk/inbox';
export { SUBMISSION_ACTIONS } from './desk/submission';
export type {
  Span,
  Guess,
  OpinionGuess,
  SuggestionView,
  UrgencyRequest,
  AnswerView,
  OpinionView,
  AttachmentView,
  SubmitterView,
  SubmissionDetail,
  SubmissionAction,
  SimilarSubmission,
  HistoryEntry,
  RegisterRequest,
  RegisterAccepted,
} from './desk/submission';
export type {
  TriagedOpinion,
  TriageRequest,
  CloseRequest,
  AnswerRequest,
  Versioned,
  AnswerStepRequest,
  OutcomeRequest,
} from './desk/casework';
export type { ReplyDraft, SendReplyRequest, ReplyRequest } from './desk/reply';
export type { TemplateView, TemplateRequest } from './desk/template';
export type {
  PublicationView,
  HiddenMark,
  PublicationCreateRequest,
  PublicationRequest,
  WithdrawRequest,
} from './desk/publication';
export type {
  PlanView,
  OpinionBehind,
  OpinionsBehind,
  DeskIndicatorView,
  IndicatorValueRequest,
  ClosingView,
  RestatementView,
} from './desk/indicator';
export type {
  ProgressCode,
  ProgressReportView,
  ReportClosedView,
  ReportIndicatorView,
  ReportTargetView,
  ReportYearView,
} from './desk/report';
export { VALUE_TABLE_LIMITS } from './desk/value-table';
export type { LineProblemView, ValueChangeView, ValueTableCheck, ValueTableImported } from './desk/value-table';
export type {
  ClosedNumberView,
  ClosedYearView,
  PlanClosings,
  ClosedIndicatorYear,
  ClosingFigureView,
  ClosingLook,
  ClosePlanYearRequest,
  CountedStateView,
  RestatedOpinion,
  RestatedOpinions,
} from './desk/closing';
export type {
  FormulaOpCode,
  CountingSource,
  Labelled,
  IndicatorChoices,
  TargetVersionView,
  DefinitionChangeView,
  DefinitionView,
  CountingPreviewRequest,
  CountingPreviewView,
  CountingPreviews,
  SourceChangeRequest,
  FormulaChangeRequest,
  TargetRequest,
  TargetRevisionRequest,
  WordingChangeRequest,
  NewPlanRequest,
  NewIndicatorRequest,
  MadeView,
} from './desk/definition';
export type { StaffView, StaffRequest } from './desk/staff';
export type { FailedDelivery, OperationsCheck, OperationsView } from './desk/operations';
export type { ModelChange, ModelScoresView, ModelView, TrainingRequestView } from './desk/model';
export { ACCURACY_MONTHS } from './desk/accuracy';
export type {
  AccuracyBand,
  AccuracyMonths,
  AccuracyView,
  MarkNumbers,
  UrgencyNumbers,
  UrgencyVerdictView,
  VoiceNumbers,
  VoteNumbers,
  Agreed,
  SubmissionVerdictView,
  VerdictView,
} from './desk/accuracy';
export type { SettingsView } from './desk/settings';
export { CITY_CHANGE_AREAS } from './desk/city';
export type {
  CityChangeArea,
  CityChangeView,
  ClassView,
  ClassesView,
  FinerClassView,
  MergeDone,
  MergePreview,
  MergeRequest,
  OrderRequest,
  PlacesView,
  SectionAdminView,
  SectionRequest,
  TopicAdminView,
  TopicRequest,
} from './desk/city';
export { ROLE_PERMISSIONS, may } from './permissions';
export type { RenderPortalPage } from './render';
export type { LetterFormValues, PageFrame, PortalPage } from './pages';
