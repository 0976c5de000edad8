import { newId, type Role } from '@kotae/kernel';
import type { DataSource, EntityManager } from 'typeorm';

/** Wrong passwords in a row after which an account is locked, and for how long. */
export const LOCK_OUT = { attempts: 5, minutes: 15 } as const;
/** Clocks of two servers, or of one before and after a correction, may be this far apart without a lock being doubted. */
const CLOCKS_APART_MINUTES = 5;

export interface NewStaff {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly sectionId: string | null;
  /** From `hashPassword` of libs/http; a password itself never comes here. */
  readonly passwordHash: string;
  readonly createdAt: Date;
}

/** Adds an account. Throws the database's unique violation when the login is taken. Returns its id. */
export async function createStaff(tx: DataSource | EntityManager, staff: NewStaff): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into staff (id, login, name, role, section_id, password_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, staff.login, staff.name, staff.role, staff.sectionId, staff.passwordHash, staff.createdAt],
  );
  return id;
}

/** A session with the account it belongs to, as it stands now. */
export interface StaffSession {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  readonly sectionId: string | null;
  readonly sectionName: string | null;
  readonly csrfToken: string;
  readonly lastSeenAt: Date;
}

/** Accounts and their server-side sessions. */
export class StaffStore {
  constructor(private readonly source: DataSource | EntityManager) {}

  /**
   * Counts one attempt to sign in before the password is looked at, so that many attempts at once cannot outrun the lock.
   * Null for an unknown or inactive login; `locked` when the attempt must be refused whatever the password is. A lock that
   * ends minutes later than any lock can was set by a clock far ahead, and does not hold.
   */
  async takeAttempt(
    login: string,
    now: Date,
  ): Promise<{ staffId: string; passwordHash: string; locked: boolean } | null> {
    const [counted] = (await this.source.query(
      `update staff set
         failed_count = case when locked_until is null then failed_count + 1 else 1 end,
         locked_until = case when locked_until is null and failed_count + 1 >= $3 then $2::timestamptz + make_interval(mins => $4) end
       where login = $1 and active
         and (locked_until is null or locked_until <= $2 or locked_until > $2::timestamptz + make_interval(mins => $4 + ${CLOCKS_APART_MINUTES}))
       returning id as "staffId", password_hash as "passwordHash"`,
      [login, now, LOCK_OUT.attempts, LOCK_OUT.minutes],
    )) as [{ staffId: string; passwordHash: string }[], number];
    if (counted[0] !== undefined) return { ...counted[0], locked: false };
    const rows: { staffId: string; passwordHash: string }[] = await this.source.query(
      'select id as "staffId", password_hash as "passwordHash" from staff where login = $1 and active',
      [login],
    );
    return rows[0] === undefined ? null : { ...rows[0], locked: true };
  }

  async forgetAttempts(staffId: string): Promise<void> {
    await this.source.query('update staff set failed_count = 0, locked_until = null where id = $1', [staffId]);
  }

  async openSession(session: {
    tokenHash: Buffer;
    staffId: string;
    csrfToken: string;
    now: Date;
    expiresAt: Date;
  }): Promise<void> {
    await this.source.query(
      `with old as (delete from staff_session where staff_id = $2 and expires_at <= $4)
       insert into staff_session (token_hash, staff_id, csrf_token, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $4, $5)`,
      [session.tokenHash, session.staffId, session.csrfToken, session.now, session.expiresAt],
    );
  }

  /**
   * The living session of an active account; null when it ended, was idle since before `idleSince`, or never was. One that
   * was opened by a clock far ahead of `now` counts as ended: it would live for too long.
   */
  async session(tokenHash: Buffer, now: Date, idleSince: Date): Promise<StaffSession | null> {
    const rows: StaffSession[] = await this.source.query(
      `select s.id as "staffId", s.name, s.role, s.section_id as "sectionId", c.name as "sectionName",
              t.csrf_token as "csrfToken", t.last_seen_at as "lastSeenAt"
       from staff_session t join staff s on s.id = t.staff_id left join section c on c.id = s.section_id
       where t.token_hash = $1 and s.active and t.expires_at > $2 and t.last_seen_at > $3
         and t.created_at <= $2::timestamptz + interval '5 minutes'`,
      [tokenHash, now, idleSince],
    );
    return rows[0] ?? null;
  }

  async touchSession(tokenHash: Buffer, now: Date): Promise<void> {
    await this.source.query(
      `update staff_session set last_seen_at = $2
       where token_hash = $1 and (last_seen_at < $2 or last_seen_at > $2::timestamptz + interval '1 minute')`,
      [tokenHash, now],
    );
  }

  async endSession(tokenHash: Buffer): Promise<void> {
    await this.source.query('delete from staff_session where token_hash = $1', [tokenHash]);
  }

  /** Signs an account out everywhere. */
  async endSessionsOf(staffId: string): Promise<void> {
    await this.source.query('delete from staff_session where staff_id = $1', [staffId]);
  }
}
