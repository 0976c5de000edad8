import type { AgeBand, Channel, DayString, ReplyChannel, SubmissionKind } from '@kotae/kernel';

/** Who sent it. Null in a submission = anonymous: it is received, counted and read all the same. */
export interface Submitter {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly postalCode: string | null;
  readonly address: string | null;
}

/** A submission as a door hands it in: shape checked, rules not yet. */
export interface SubmissionInput {
  readonly kind: SubmissionKind;
  readonly channel: Channel;
  /** The civil date it really arrived; today for what comes through the portal. */
  readonly receivedOn: DayString;
  readonly subject: string | null;
  readonly body: string;
  readonly reply: { readonly wanted: boolean; readonly channel: ReplyChannel | null };
  readonly submitter: Submitter | null;
  readonly district: string | null;
  readonly ageBand: AgeBand | null;
  readonly publishConsent: boolean;
  readonly attachments: readonly { readonly id: string; readonly key: string }[];
  /** Receipt code of an earlier submission that this one adds to. */
  readonly follows: string | null;
}
