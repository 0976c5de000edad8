export {
  AGE_BANDS,
  AGE_BAND_LABELS,
  CHANNELS,
  CHANNEL_LABELS,
  MARK_KINDS,
  OPINION_CLASSES,
  OPINION_CLASS_LABELS,
  OPINION_SUBTYPES,
  OPINION_SUBTYPE_LABELS,
  OUTCOMES,
  OUTCOME_LABELS,
  PII_KINDS,
  PII_LABELS,
  PROMISE_OUTCOMES,
  PROPOSAL_CLASSES,
  REPLY_CHANNELS,
  ROLES,
  ROLE_LABELS,
  SUBMISSION_KINDS,
  SUBMISSION_KIND_LABELS,
  URGENCY_FATES,
  URGENCY_KINDS,
  URGENCY_LABELS,
} from './codes';
export type {
  AgeBand,
  Channel,
  MarkKind,
  OpinionClass,
  OpinionSubtype,
  Outcome,
  PiiKind,
  ReplyChannel,
  Role,
  SubmissionKind,
  UrgencyFate,
  UrgencyKind,
} from './codes';
export { OPINION_CLASS_RULES, classNamesOf, classWordsOf } from './class-words';
export type { CityClasses, ClassWords, FinerClass } from './class-words';
export { systemClock, today } from './clock';
export type { Clock } from './clock';
export { readDecimal } from './decimal';
export type { DecimalReading } from './decimal';
export { DomainError, ERROR_CODES } from './errors';
export type { ErrorCode, FieldProblem } from './errors';
export type { DomainEvent, DomainEvents, EventName, Outbox } from './events';
export {
  addDays,
  dayOf,
  daysBetween,
  fiscalYearLabel,
  fiscalYearMonths,
  fiscalYearOf,
  fiscalYearRange,
  fiscalYearShort,
  isDay,
  japaneseDate,
} from './fiscal-year';
export type { DayString } from './fiscal-year';
export { isId, newId } from './ids';
export { addOpenDays, deadlineOf, isNationalHoliday, isOpenDay } from './open-days';
export type { DeadlineRule } from './open-days';
export { actorName } from './unit-of-work';
export type { Actor, UnitOfWork } from './unit-of-work';
export { ATTACHMENT_TYPES, LIMITS, characters } from './limits';
export type { AttachmentType } from './limits';
export { flag, oneOf, optionalText, readEnvironment, text, wholeNumber } from './environment';
export type { Variable } from './environment';
