import { AnswerStepRow, AnswerTemplateRow, CaseFactRow, ReplyRow } from './casework';
import { CityChangeRow, CityRow, SectionRow, TopicRow } from './city';
import {
  ModelRow,
  OpinionVerdictRow,
  PiiVerdictRow,
  SuggestionRow,
  SuggestionVerdictRow,
  UrgencyVerdictRow,
} from './classification';
import { CountDeltaRow, CountRollupRow, OpinionFactRow } from './counting';
import { ClosingRow, IndicatorRow, IndicatorValueRow, PlanChangeRow, PlanRow, ProgrammeRow } from './indicators';
import { DeliveryRow, OutboxRow } from './jobs';
import { PublicationRow } from './publication';
import { StaffRow, StaffSessionRow } from './staff';
import {
  AttachmentRow,
  OpinionRow,
  SubmissionBandRow,
  SubmissionRow,
  SubmissionSearchRow,
  SubmitterRow,
} from './submission';

/** Every table of the product. */
export const ENTITIES = [
  AnswerStepRow,
  AnswerTemplateRow,
  AttachmentRow,
  CaseFactRow,
  CityChangeRow,
  CityRow,
  ClosingRow,
  CountDeltaRow,
  CountRollupRow,
  DeliveryRow,
  IndicatorRow,
  IndicatorValueRow,
  ModelRow,
  OpinionFactRow,
  OpinionRow,
  OpinionVerdictRow,
  OutboxRow,
  PiiVerdictRow,
  PlanChangeRow,
  PlanRow,
  ProgrammeRow,
  PublicationRow,
  ReplyRow,
  SectionRow,
  StaffRow,
  StaffSessionRow,
  SubmissionBandRow,
  SubmissionRow,
  SubmissionSearchRow,
  SubmitterRow,
  SuggestionRow,
  SuggestionVerdictRow,
  TopicRow,
  UrgencyVerdictRow,
];
