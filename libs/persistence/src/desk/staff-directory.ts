import type { Role } from '@kotae/kernel';
import type { EntityManager } from 'typeorm';

/** An account as the administrator sees it. */
export interface StaffRecord {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly sectionId: string | null;
  readonly active: boolean;
  readonly lockedUntil: Date | null;
}

export interface StaffChange {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly sectionId: string | null;
  readonly active: boolean;
  /** Null keeps the password. */
  readonly passwordHash: string | null;
}

const COLUMNS = `id, login, name, role, section_id as "sectionId", active, locked_until as "lockedUntil"`;

/** Accounts for the administrator; sign-in is `StaffStore`'s. */
export class StaffDirectory {
  constructor(private readonly tx: EntityManager) {}

  async list(): Promise<StaffRecord[]> {
    return this.tx.query(`select ${COLUMNS} from staff order by active desc, login`);
  }

  /** Locked until the transaction ends. */
  async open(id: string): Promise<StaffRecord | null> {
    const rows: StaffRecord[] = await this.tx.query(`select ${COLUMNS} from staff where id = $1 for update`, [id]);
    return rows[0] ?? null;
  }

  /**
   * Whether a section is in use; it stays so until the transaction ends. Asked before any account is opened, as who merges
   * two sections takes the sections first and their people after.
   */
  async holdSection(sectionId: string): Promise<boolean> {
    const rows: unknown[] = await this.tx.query('select 1 from section where id = $1 and active for share', [
      sectionId,
    ]);
    return rows.length > 0;
  }

  /** Throws the database's unique violation when the login is taken. A new password unlocks the account. */
  async change({ id, login, name, role, sectionId, active, passwordHash }: StaffChange): Promise<void> {
    await this.tx.query(
      `update staff set login = $2, name = $3, role = $4, section_id = $5, active = $6,
         password_hash = coalesce($7, password_hash),
         failed_count = case when $7::text is null then failed_count else 0 end,
         locked_until = case when $7::text is null then locked_until end
       where id = $1`,
      [id, login, name, role, sectionId, active, passwordHash],
    );
  }
}
