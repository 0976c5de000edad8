import type { CaseworkContext } from '@kotae/casework';
import {
  readSubmission,
  readSubmissions,
  type ReadingContext,
  type TrainingContext,
  type TrainingOpinion,
} from '@kotae/classification';
import { systemClock, type Actor } from '@kotae/kernel';
import type { Mailer } from '@kotae/mail';
import { MailReader, PgModelStore, PgSuggestionStore, PgUnitOfWork, caseStores } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { readLabelledLetters } from './labelled-letters';
import { ModelInUse } from './model-in-use';
import type { SecondVoiceSettings } from './second-voice/settings';
import { WorkersVoice, type VoiceLog } from './second-voice/workers-voice';
import { threadTrainer } from './training-thread';

/** Everything that reactions work with, wired once. */
export interface Workshop {
  readonly source: DataSource;
  readonly secret: string;
  readonly mailer: Mailer;
  readonly mails: MailReader;
  readonly modelInUse: ModelInUse;
  readonly reading: Omit<ReadingContext, 'model' | 'topics'>;
  readonly training: Omit<TrainingContext, 'topics' | 'letters'>;
  readonly casework: CaseworkContext;
  /** Null where the city has none, as at first. */
  readonly secondVoice: WorkersVoice | null;
  letters(): Promise<TrainingOpinion[]>;
  /** After a new model: propose again for what nobody has sorted yet. */
  readUnsortedAgain(): Promise<void>;
  /** The same event makes the same id, so that a mail sent twice is recognisably one. */
  messageId(eventId: string, reaction: string): string;
}

const PROGRAM: Actor = { kind: 'system', name: '応え' };

export function makeWorkshop(options: {
  source: DataSource;
  secret: string;
  mailer: Mailer;
  root: string;
  mailDomain: string;
  secondVoice: SecondVoiceSettings | null;
  log: VoiceLog;
}): Workshop {
  const { source } = options;
  const models = new PgModelStore(source);
  const modelInUse = new ModelInUse(source, models);
  const reading = {
    uow: new PgUnitOfWork(source, (tx) => ({ suggestions: new PgSuggestionStore(tx) })),
    clock: systemClock,
    actor: PROGRAM,
  };
  const secondVoice =
    options.secondVoice === null
      ? null
      : new WorkersVoice({
          settings: options.secondVoice,
          source,
          reading: async () => ({ ...reading, ...(await modelInUse.current()) }),
          log: options.log,
        });
  return {
    source,
    secret: options.secret,
    mailer: options.mailer,
    mails: new MailReader(source),
    modelInUse,
    reading,
    training: { models, trainer: threadTrainer, clock: systemClock },
    casework: {
      uow: new PgUnitOfWork(source, caseStores),
      clock: systemClock,
      actor: PROGRAM,
    },
    secondVoice,
    letters: () => readLabelledLetters(options.root),
    messageId: (eventId, reaction) => `<${eventId}.${reaction}@${options.mailDomain}>`,
    readUnsortedAgain: async () => {
      const { model, topics } = await modelInUse.current();
      for (let after: string | null = null; ;) {
        const ids: string[] = await models.unsortedAfter(after, 50);
        const unheard: string[] = [];
        for (const id of ids) {
          const heard = (await secondVoice?.heard(id)) ?? null;
          if (heard === null) unheard.push(id);
          else await readSubmission({ ...reading, model, topics, heard }, id);
        }
        await readSubmissions({ ...reading, model, topics }, unheard);
        for (const id of unheard) secondVoice?.hearLater(id);
        if (ids.length < 50) return;
        after = ids.at(-1)!;
      }
    },
  };
}
