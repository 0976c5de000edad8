/** Everything the history of a submission can tell; other rooms write some of them. */
export const CASE_FACT_KINDS = [
  'received',
  'acknowledged',
  'urgent_found',
  'urgent_acknowledged',
  'urgent_marked',
  'urgent_cleared',
  'seen',
  'scan_attached',
  'opinions_decided',
  'opinions_changed',
  'section_moved',
  'answer_drafted',
  'answer_submitted',
  'answer_approved',
  'answer_sent_back',
  'answer_not_needed',
  'outcome_decided',
  'reply_edited',
  'reply_sending',
  'reply_failed',
  'reply_sent',
  'circulated',
  'forwarded',
  'publication_drafted',
  'published',
  'publication_withdrawn',
  'feedback',
] as const;
export type CaseFactKind = (typeof CASE_FACT_KINDS)[number];

/** A fact before the store has given it its place: who did what when, in codes and staff's reasons. */
export interface CaseFactDraft {
  readonly kind: CaseFactKind;
  readonly opinionId: string | null;
  /** Codes and staff's own words; never a resident's text. */
  readonly details: Readonly<Record<string, unknown>>;
}
