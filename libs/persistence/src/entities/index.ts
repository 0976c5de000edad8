import { AnswerStepRow, AnswerTemplateRow, CaseFactRow, ReplyRow } from './casework';
import { CityRow, SectionRow, TopicRow } from './city';
import { ModelRow, SuggestionRow } from './classification';
import { CountDeltaRow, CountRollupRow, OpinionFactRow } from './counting';
import { ClosingRow, IndicatorRow, IndicatorValueRow, PlanRow, ProgrammeRow } from './indicators';
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
  OutboxRow,
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
  TopicRow,
];
