import { resolve } from 'node:path';
import { optionalText, readEnvironment, text, wholeNumber } from '@kotae/kernel';
import { Trouble } from '../trouble';

const port = (fallback: number) => wholeNumber(fallback, { min: 1, max: 65_535 });

/** What the launcher reads from its environment; docs/operations.md explains each. */
export interface LauncherEnvironment {
  /** Absolute folder of everything that is kept on this machine. */
  readonly data: string;
  readonly host: string;
  readonly portalPort: number;
  readonly deskPort: number;
  readonly secret: string | null;
  /** A PostgreSQL of the city's own; null = the one that came with npm. */
  readonly databases: DatabaseUrls | null;
}

export interface DatabaseUrls {
  readonly owner: string;
  readonly portal: string;
  readonly desk: string;
  readonly worker: string;
}

/** @throws Trouble that names every wrong variable and none of the values. */
export function launcherEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): LauncherEnvironment {
  let read;
  try {
    read = readEnvironment(env, {
      KOTAE_DATA: text('var'),
      KOTAE_HOST: text('127.0.0.1'),
      KOTAE_PORTAL_PORT: port(8080),
      KOTAE_DESK_PORT: port(8081),
      KOTAE_SECRET: optionalText(),
      DATABASE_URL: optionalText(),
      PORTAL_DATABASE_URL: optionalText(),
      DESK_DATABASE_URL: optionalText(),
      WORKER_DATABASE_URL: optionalText(),
    });
  } catch (error) {
    throw new Trouble(
      `環境変数の値を読み取れませんでした（${error instanceof Error ? error.message : ''}）。`,
      '上に名前の出ている環境変数を直してください。docs/operations.md に一覧があります。 / See docs/operations.md.',
    );
  }
  const databases = databaseUrls(read);
  if (read.KOTAE_SECRET !== null && read.KOTAE_SECRET.length < 32) {
    throw new Trouble(
      'KOTAE_SECRET が短すぎます。',
      '32文字以上にしてください。 / KOTAE_SECRET needs at least 32 characters.',
    );
  }
  if (databases !== null && read.KOTAE_SECRET === null) {
    throw new Trouble(
      'DATABASE_URL で別のデータベースを使うときは、KOTAE_SECRET も必要です。',
      '32文字以上の、他で使っていない文字列を決め、ずっと同じものを使ってください。 / With DATABASE_URL, set KOTAE_SECRET too and keep it.',
    );
  }
  if (read.KOTAE_PORTAL_PORT === read.KOTAE_DESK_PORT) {
    throw new Trouble(
      'KOTAE_PORTAL_PORT と KOTAE_DESK_PORT が同じです。',
      '別の番号にしてください。 / The two ports must differ.',
    );
  }
  return {
    data: resolve(root, read.KOTAE_DATA),
    host: read.KOTAE_HOST,
    portalPort: read.KOTAE_PORTAL_PORT,
    deskPort: read.KOTAE_DESK_PORT,
    secret: read.KOTAE_SECRET,
    databases,
  };
}

function databaseUrls(read: {
  DATABASE_URL: string | null;
  PORTAL_DATABASE_URL: string | null;
  DESK_DATABASE_URL: string | null;
  WORKER_DATABASE_URL: string | null;
}): DatabaseUrls | null {
  const names = ['DATABASE_URL', 'PORTAL_DATABASE_URL', 'DESK_DATABASE_URL', 'WORKER_DATABASE_URL'] as const;
  const missing = names.filter((name) => read[name] === null);
  if (missing.length === names.length) return null;
  if (missing.length > 0) {
    throw new Trouble(
      `データベースの接続先が足りません: ${missing.join(', ')}`,
      '4つとも指定するか、どれも指定しないでください（指定しなければ、付属の PostgreSQL を使います）。 / Set all four or none.',
    );
  }
  return {
    owner: read.DATABASE_URL!,
    portal: read.PORTAL_DATABASE_URL!,
    desk: read.DESK_DATABASE_URL!,
    worker: read.WORKER_DATABASE_URL!,
  };
}
