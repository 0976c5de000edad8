import { systemClock } from '@kotae/kernel';
import { migrate, openDatabase, readCitySettings } from '@kotae/persistence';
import type { DataSource } from 'typeorm';
import { cityExists, loadDemoCity, refreshLocalAddresses } from '../demo/load';
import { DEMO_PASSWORD } from '../demo/staff';
import { ROOT } from '../places';
import { readWords } from '../terminal/read-words';
import { step, terminal, type Screen } from '../terminal/steps';
import { printedAccounts } from './accounts';
import { prepareDataFolder } from './data-folder';
import { launcherEnvironment, type DatabaseUrls, type LauncherEnvironment } from './environment';
import { explain } from './explain';
import { keepDatabaseRunning } from './keep-database';
import { lockDataFolder } from './lock';
import { openLogFiles } from './log-files';
import { checkPorts } from './ports';
import { endProcess } from './process-alive';
import { programs, reachable } from './programs';
import { runPrograms } from './run-programs';
import { endOnSignals, Shutdown } from './shutdown';
import { summary } from './summary';

/** `kotae start`: everything from an empty folder to pages that answer, in this terminal, until Ctrl-C. */
export async function start(words: readonly string[], screen: Screen = terminal): Promise<void> {
  const began = performance.now();
  const { dev = false } = readWords(words, { dev: { type: 'boolean' } });
  const environment = launcherEnvironment(process.env, ROOT);
  const shutdown = new Shutdown();
  endOnSignals(shutdown, (text) => screen.write(text));
  try {
    const starting = startAll(environment, { dev, began, screen, shutdown });
    shutdown.awaitFirst(starting);
    await starting;
  } catch (error) {
    // Someone pressed Ctrl-C while we were starting: what failed then is no news.
    if (shutdown.asked) return;
    await shutdown.run();
    throw explain(error, { data: environment.data });
  }
}

interface Start {
  readonly dev: boolean;
  readonly began: number;
  readonly screen: Screen;
  readonly shutdown: Shutdown;
}

async function startAll(environment: LauncherEnvironment, { dev, began, screen, shutdown }: Start): Promise<void> {
  const { data } = environment;
  await prepareDataFolder(data);
  const lock = await lockDataFolder(data);
  shutdown.add(() => lock.release());
  await Promise.all(lock.left.map((mark) => endProcess(mark, 'SIGTERM', 5_000)));
  await checkPorts(environment);
  const logs = openLogFiles(data);
  shutdown.add(() => logs.close());

  const { urls, secret } = await database(environment, screen, shutdown);
  shutdown.check();
  const portalUrl = `http://${reachable(environment.host)}:${environment.portalPort}`;
  const deskUrl = `http://${reachable(environment.host)}:${environment.deskPort}`;
  const cityName = await withOwner(hurried(urls.owner), async (source) => {
    await step(screen, 'データベースの形を整えています', () => migrate(source));
    if (await cityExists(source)) {
      await refreshLocalAddresses(source, portalUrl, deskUrl);
    } else {
      await step(screen, 'こだま市（デモ）を読み込んでいます', (detail) => {
        const onProgress = (text: string) => {
          shutdown.check();
          detail(text);
        };
        return loadDemoCity({ source, secret, clock: systemClock, root: ROOT, portalUrl, deskUrl, onProgress });
      });
    }
    return (await readCitySettings(source)).name;
  });
  shutdown.check();

  await runPrograms(await programs(environment, urls, secret, process.env), { dev, screen, shutdown, lock, logs });
  shutdown.check();
  const accounts = await withOwner(urls.owner, printedAccounts);
  screen.write(
    summary({
      cityName,
      portalUrl: `${portalUrl}/`,
      deskUrl: `${deskUrl}/`,
      data,
      seconds: (performance.now() - began) / 1000,
      accounts,
      password: accounts.length > 0 ? DEMO_PASSWORD : null,
      mailFolder: process.env['SMTP_URL'] ? null : `${data}/mail`,
    }),
  );
}

async function database(
  environment: LauncherEnvironment,
  screen: Screen,
  shutdown: Shutdown,
): Promise<{ urls: DatabaseUrls; secret: string }> {
  if (environment.databases !== null) return { urls: environment.databases, secret: environment.secret! };
  const local = await step(screen, 'データベースを始めています (PostgreSQL)', () =>
    keepDatabaseRunning(environment.data, screen, shutdown),
  );
  return { urls: local.urls, secret: environment.secret ?? local.secrets.kotaeSecret };
}

/** A load that a power cut would only take up again at the next start need not wait for the disk at every step. */
function hurried(url: string): string {
  const hurry = new URL(url);
  hurry.searchParams.set('options', '-c synchronous_commit=off');
  return hurry.href;
}

/** Does something as the owner and lets the connection go: the programs never get it. */
async function withOwner<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await openDatabase({ url, poolSize: 6, applicationName: 'kotae cli' });
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
