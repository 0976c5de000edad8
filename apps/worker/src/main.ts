import 'reflect-metadata';
import { join } from 'node:path';
import { errorFacts, makeLog } from '@kotae/http';
import { BullCarrier, InProcessCarrier, deliver, startRelay, type DeliveryOptions } from '@kotae/jobs';
import { systemClock } from '@kotae/kernel';
import { folderMailer, sendOnce, smtpMailer } from '@kotae/mail';
import { OperationsReader, PgDeliveryBook, openDatabase, readCitySettings, requireSchema } from '@kotae/persistence';
import { workerEnvironment } from './environment';
import { healthServer } from './health-server';
import { makeMetrics } from './metrics';
import { givenUp, reactions, reactionsTogether } from './reactions';
import { startSchedules } from './schedules';
import { makeWorkshop } from './workshop';

async function main(): Promise<void> {
  const log = makeLog('worker');
  const env = workerEnvironment(process.env);
  const source = await openDatabase({ url: env.WORKER_DATABASE_URL, poolSize: 12, applicationName: 'kotae worker' });
  await requireSchema(source);
  const city = await readCitySettings(source);
  const sender = async () => {
    const { name, deskName, deskEmail } = await readCitySettings(source);
    return { name: `${name} ${deskName}`, address: deskEmail };
  };
  const mailer = sendOnce(
    env.SMTP_URL === null ? folderMailer(join(env.KOTAE_DATA, 'mail'), sender) : smtpMailer(env.SMTP_URL, sender),
  );
  const shop = makeWorkshop({
    source,
    secret: env.KOTAE_SECRET,
    mailer,
    root: env.KOTAE_ROOT,
    mailDomain: city.deskEmail.split('@')[1] ?? 'kotae.invalid',
    secondVoice: env.secondVoice,
    log,
  });

  const book = new PgDeliveryBook(source);
  const carrier =
    env.REDIS_URL === null
      ? new InProcessCarrier()
      : new BullCarrier(env.REDIS_URL, (code) =>
          log.warn({ code }, 'queue cannot be reached; deliveries wait in the database'),
        );
  const delivery: DeliveryOptions = {
    book,
    handlers: reactions(shop),
    together: reactionsTogether(shop),
    givenUp: givenUp(shop),
    onFailure: ({ eventId, reaction, attempt }, code, final) =>
      log.error(
        { eventId, reaction, attempt, code, final },
        final ? 'delivery failed for good' : 'delivery failed, will be tried again',
      ),
  };
  await carrier.start((batch, stop) => deliver(delivery, batch, stop));
  const relay = startRelay(book, carrier, (error) => log.error({ error: errorFacts(error) }, 'relay'));
  const schedules = startSchedules(
    { source, clock: systemClock, onUnseen: (letters) => log.warn({ letters }, 'letters have stayed unseen') },
    (name, error) => log.error({ schedule: name, error: errorFacts(error) }, 'schedule'),
  );
  const health = healthServer({
    ready: () => requireSchema(source),
    metrics: makeMetrics(new OperationsReader(source), async () => {
      const { work, mail } = await carrier.depth();
      return work + mail;
    }),
  });
  if (env.KOTAE_WORKER_PORT !== 0) health.listen(env.KOTAE_WORKER_PORT, env.KOTAE_HOST);
  log.info(
    {
      queue: env.REDIS_URL === null ? 'in-process' : 'redis',
      mail: env.SMTP_URL === null ? 'folder' : 'smtp',
      secondVoice: env.secondVoice?.model ?? 'none',
    },
    'worker is ready',
  );

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    health.close();
    await relay.stop();
    await Promise.all([schedules.stop(), carrier.stop()]);
    await shop.secondVoice?.stop();
    await mailer.close();
    await source.destroy();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  // The message of a start-up error names variables and servers, never a resident's data.
  process.stderr.write(`worker could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
