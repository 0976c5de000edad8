import { startLocalDatabase, type LocalDatabase } from './local-database';
import { failureText } from '../terminal/failure-text';
import type { Screen } from '../terminal/steps';
import type { Shutdown } from './shutdown';

const MOST_RESTARTS = 3;
const HEALTHY_MS = 60_000;

/** Starts the folder's PostgreSQL, registers its end, and starts it again when it ends by itself. */
export async function keepDatabaseRunning(data: string, screen: Screen, shutdown: Shutdown): Promise<LocalDatabase> {
  const database = await startLocalDatabase(data);
  let current = database;
  let restarts = 0;
  const watch = (started: number) => {
    void current.server.ended.then(async (code) => {
      if (shutdown.asked) return;
      restarts = performance.now() - started > HEALTHY_MS ? 1 : restarts + 1;
      screen.write(
        `\n  ! データベースが止まりました（${code ?? 'signal'}）。始め直します。 / PostgreSQL ended; restarting.\n`,
      );
      try {
        if (restarts > MOST_RESTARTS) throw new Error('PostgreSQL keeps ending');
        current = await startLocalDatabase(data);
        screen.write('  ✓ データベースを始め直しました。\n');
        watch(performance.now());
      } catch (error) {
        if (shutdown.asked) return;
        screen.write(failureText(error));
        await shutdown.run();
        process.exit(1);
      }
    });
  };
  shutdown.add(
    () => current.server.stop(),
    () => {
      try {
        process.kill(current.server.pid, 'SIGQUIT');
      } catch {
        // It has ended already.
      }
    },
  );
  watch(performance.now());
  return database;
}
