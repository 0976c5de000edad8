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

/** What was found in one submission. */
export interface Reading {
  readonly submissionId: string;
  readonly findings: Findings;
}

/** A submission that turned out to belong to a campaign; one that has a campaign keeps it. */
export interface CampaignMember {
  readonly submissionId: string;
  readonly campaignId: string;
}

export interface SuggestionStore {
  submissions(ids: readonly string[]): Promise<ReadableSubmission[]>;
  /**
   * Keeps the band keys, and answers for each submission others that share keys with it, those that share most first, at
   * most `limit`. Serialises campaign decisions until the commit.
   */
  sharingBands(
    readings: readonly Reading[],
    limit: number,
  ): Promise<ReadonlyMap<string, readonly ReadableSubmission[]>>;
  save(readings: readonly Reading[], campaigns: readonly CampaignMember[], at: Date, actor: Actor): Promise<void>;
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

/** Others that are compared with a submission; those that share most keys are looked at first. */
const COMPARED = 12;

const nearDuplicates = new NearDuplicates();

/**
 * Reads one submission for the first time, or again with a newer model: what it asks for, whether someone is in danger,
 * whose campaign it belongs to, and the index it is found by. Reading twice changes nothing.
 */
export async function readSubmission(context: ReadingContext, submissionId: string): Promise<void> {
  await read(context, [submissionId]);
}

/**
 * Reads several submissions and keeps what was found in one transaction: all or none. For many of them a fraction of the
 * cost of one after the other. What a second voice has said belongs to one submission, so there is none here.
 */
export async function readSubmissions(
  context: Omit<ReadingContext, 'heard'>,
  submissionIds: readonly string[],
): Promise<void> {
  await read({ ...context, heard: null }, submissionIds);
}

async function read(context: ReadingContext, submissionIds: readonly string[]): Promise<void> {
  const submissions = await context.uow.run(({ suggestions }) => suggestions.submissions(submissionIds));
  const readings: Reading[] = [];
  for (const submission of submissions) {
    readings.push({ submissionId: submission.id, findings: findingsOf(context, submission) });
    // A few milliseconds each: whoever else waits in this process comes in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (readings.length === 0) return;
  await context.uow.run(async ({ suggestions }) => {
    const sharing = await suggestions.sharingBands(readings, COMPARED);
    await suggestions.save(readings, campaignsOf(submissions, sharing), context.clock.now(), context.actor);
  });
}

function findingsOf(
  { model, topics, heard }: ReadingContext,
  { subject, body, channel }: ReadableSubmission,
): Findings {
  const suggestion = model === null ? null : suggest(model, topics, { subject, body, channel, heard });
  const { urgent, doNotContact } = suggestion ?? {
    urgent: findUrgency(body) ?? (subject === null ? null : findUrgency(subject)),
    doNotContact: findDoNotContact(body),
  };
  return {
    suggestion,
    urgent,
    doNotContact: doNotContact !== null,
    grams: bigramIds(`${subject ?? ''}\n${body}`),
    bands: nearDuplicates.signature(body),
  };
}

/** Who joins which campaign: a submission and the first other whose text is nearly the same, under that one's campaign. */
function campaignsOf(
  submissions: readonly ReadableSubmission[],
  sharing: ReadonlyMap<string, readonly ReadableSubmission[]>,
): CampaignMember[] {
  const campaignOf = new Map<string, string>();
  for (const { id, body, campaignId } of submissions) {
    const others = sharing.get(id);
    if (campaignId !== null || campaignOf.has(id) || others === undefined) continue;
    const similarity = nearDuplicates.similarityTo(body);
    const twin = others.find((other) => similarity(other.body) >= NEAR_DUPLICATE_THRESHOLD);
    if (twin === undefined) continue;
    const campaign = twin.campaignId ?? campaignOf.get(twin.id) ?? twin.id;
    campaignOf.set(id, campaign);
    if (twin.campaignId === null) campaignOf.set(twin.id, campaign);
  }
  return [...campaignOf].map(([submissionId, campaignId]) => ({ submissionId, campaignId }));
}
