import { portIsFree } from '@kotae/servers';
import { Trouble } from '../trouble';
import type { LauncherEnvironment } from './environment';

/** @throws Trouble naming the port that cannot be used and the variable that changes it. */
export async function checkPorts({ host, portalPort, deskPort }: LauncherEnvironment): Promise<void> {
  for (const [port, variable] of [
    [portalPort, 'KOTAE_PORTAL_PORT'],
    [deskPort, 'KOTAE_DESK_PORT'],
  ] as const) {
    if (await portIsFree(port, host)) continue;
    throw new Trouble(
      `ポート ${port} は、ほかのプログラムが使っています（または、使う権限がありません）。`,
      `そのプログラムを止めるか、「${variable}=${port + 1000} npm start」のように別の番号で始めてください。 / Port ${port} is in use.`,
    );
  }
}
