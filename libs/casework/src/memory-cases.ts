import type { DomainEvent } from '@kotae/kernel';
import type { CaseFactDraft } from './case-fact';
import type { CaseFile } from './case-file';
import type { AnswerStepDraft, CaseStore, CaseStores, CountedState, CaseworkContext } from './ports';

/** For specs: one submission in memory, and everything that was written about it. */
export class MemoryCases {
  readonly facts: CaseFactDraft[] = [];
  readonly steps: AnswerStepDraft[] = [];
  readonly events: DomainEvent[] = [];
  readonly counted: { before: CountedState | null; after: CountedState | null }[] = [];

  constructor(public file: CaseFile) {}

  context(actor: CaseworkContext['actor']): CaseworkContext {
    return {
      uow: { run: (work) => work(this.#stores()) },
      clock: { now: () => new Date('2026-11-20T01:00:00Z') },
      actor,
    };
  }

  #stores(): CaseStores {
    const cases: CaseStore = {
      open: async (id) => (id === this.file.submissionId ? this.file : null),
      openByOpinion: async (id) => (this.file.opinions.some((o) => o.id === id) ? this.file : null),
      openByReply: async (id) => (this.file.reply?.id === id ? this.file : null),
      unknownPlaces: async () => ({ topics: [], sections: [], finerClasses: [] }),
      sectionNames: async (ids) => new Map(ids.map((id) => [id, id])),
      changeSubmission: async (_, change) => {
        this.file = { ...this.file, state: change.state ?? this.file.state, version: this.file.version + 1 };
      },
      decideUrgency: async (_, urgent, { at }) => {
        this.file = { ...this.file, urgent, urgencyDecidedAt: at };
      },
      firstSeen: async () => true,
      saveOpinions: async (_, opinions) => {
        const others = this.file.opinions.filter((o) => !opinions.some((n) => n.id === o.id));
        this.file = { ...this.file, opinions: [...others, ...opinions].sort((a, b) => a.ordinal - b.ordinal) };
      },
      withdrawOpinions: async (ids) => {
        this.file = { ...this.file, opinions: this.file.opinions.filter((o) => !ids.includes(o.id)) };
      },
      saveReply: async (_, reply) => {
        this.file = { ...this.file, reply };
      },
      appendFacts: async (_, facts) => void this.facts.push(...facts),
      appendAnswerStep: async (step) => void this.steps.push(step),
      tellDesks: async () => undefined,
    };
    return {
      cases,
      counts: { record: async (_, changes) => void this.counted.push(...changes) },
      outbox: { add: async (event) => void this.events.push(event) },
    };
  }
}

export function fileOf(changes: Partial<CaseFile> = {}): CaseFile {
  return {
    submissionId: 'letter',
    version: 1,
    state: 'received',
    fiscalYear: 2026,
    receiptSerial: 123,
    body: '図書館を夜8時まで。バス路線を新しく。',
    channel: 'web',
    district: null,
    receivedOn: '2026-11-19',
    replyWanted: true,
    replyChannel: 'email',
    doNotContact: false,
    urgent: null,
    urgencyDecidedAt: null,
    hasEmail: true,
    opinions: [],
    reply: null,
    ...changes,
  };
}
