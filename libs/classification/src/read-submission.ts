import { bigramIds } from '@kotae/japanese';
import type { Actor, Channel, Clock, UnitOfWork, UrgencyKind } from '@kotae/kernel';
import { findDoNotContact } from './do-not-contact';
import type { Topic } from './labels';
import type { Model } from './model';
import { NEAR_DUPLICATE_THRESHOLD, NearDuplicates } from './near-duplicates';
import type { HeardVoice } from './second-voice';
import { suggest, type Suggestion } from './suggest';
import { findUrgency } from './urgency';

/** What of a submission the program reads. */
export interface ReadableSubmission {
  readonly id: string;
  readonly subject: string | null;
  readonly body: string;
  readonly channel: Channel;
  readonly campaignId: string | null;
}

/** What the program found, as it is kept. */
export interface Findings {
  /** Null while no model is trained yet: it is proposed later. */
  readonly suggestion: Suggestion | null;
  readonly urgent: { readonly kind: UrgencyKind } | null;
  readonly doNotContact: boolean;
  readonly grams: readonly number[];
  readonly bands: readonly number[];
}

export interface SuggestionStore {
  submission(id: string): Promise<ReadableSubmission | null>;
  save(submissionId: string, findings: Findings, at: Date, actor: Actor): Promise<void>;
  /** Other submissions that share a band key, newest first, at most `limit`. Serialises campaign decisions until the commit. */
  sharingBand(submissionId: string, bands: readonly number[], limit: number): Promise<ReadableSubmission[]>;
  putInCampaign(submissionIds: readonly string[], campaignId: string): Promise<void>;
}

export interface ReadingContext {
  readonly uow: UnitOfWork<{ suggestions: SuggestionStore }>;
  readonly clock: Clock;
  readonly model: Model | null;
  readonly topics: readonly Topic[];
  readonly actor: Actor;
  /** What a second voice has said of the submission, where a city has one. */
  readonly heard?: HeardVoice | null;
}

const nearDuplicates = new NearDuplicates();

/**
 * Reads one submission for the first time, or again with a newer model: what it asks for, whether someone is in danger,
 * whose campaign it belongs to, and the index it is found by. Reading twice changes nothing.
 */
export async function readSubmission(context: ReadingContext, submissionId: string): Promise<void> {
  await context.uow.run(async ({ suggestions }) => {
    const submission = await suggestions.submission(submissionId);
    if (submission === null) return;
    const { subject, body, channel } = submission;
    const bands = nearDuplicates.signature(body);
    await suggestions.save(
      submissionId,
      {
        suggestion:
          context.model === null
            ? null
            : suggest(context.model, context.topics, { subject, body, channel, heard: context.heard }),
        urgent: findUrgency(body) ?? (subject === null ? null : findUrgency(subject)),
        doNotContact: findDoNotContact(body) !== null,
        grams: bigramIds(`${subject ?? ''}\n${body}`),
        bands,
      },
      context.clock.now(),
      context.actor,
    );
    if (submission.campaignId !== null || bands.length === 0) return;
    const twin = (await suggestions.sharingBand(submissionId, bands, 20)).find(
      (other) => nearDuplicates.similarity(body, other.body) >= NEAR_DUPLICATE_THRESHOLD,
    );
    if (twin !== undefined) await suggestions.putInCampaign([submissionId, twin.id], twin.campaignId ?? twin.id);
  });
}
