export { checkSubmission } from './check-submission';
export type { SubmissionRules } from './check-submission';
export { hashReceiptCode, makeReceiptCode, readReceiptCode } from './receipt-code';
export { receiptNumber, receiptNumberWords } from './receipt-number';
export { hashUploadKey, receiveSubmission, replyDueOn } from './receive-submission';
export type {
  AcceptedSubmission,
  Receipt,
  ReceiveContext,
  ReceivedSubmission,
  ReceivingCity,
  SubmissionDoor,
} from './receive-submission';
export type { SubmissionInput, Submitter } from './submission';
