import { Inject, Injectable } from '@nestjs/common';
import { hashPassword } from '@kotae/http';
import { DomainError, type Clock, type FieldProblem } from '@kotae/kernel';
import { StaffDirectory, StaffStore, createStaff, isUniqueViolation, type StaffRecord } from '@kotae/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { StaffActor } from '../access/access';
import { CLOCK, DATABASE } from '../platform/tokens';
import { passwordProblem } from './password-rule';
import type { StaffDto } from './staff.dto';

/** Accounts, as the administrator keeps them. */
@Injectable()
export class StaffDesk {
  constructor(
    @Inject(DATABASE) private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(): Promise<StaffRecord[]> {
    return new StaffDirectory(this.source.manager).list();
  }

  async add(account: StaffDto): Promise<StaffRecord> {
    if (!account.password) throw refused([{ field: 'password', message: 'パスワードを入力してください。' }]);
    const problems = passwordProblems(account);
    const passwordHash = await hashPassword(account.password);
    return this.#transaction(async (tx) => {
      const directory = new StaffDirectory(tx);
      demandNone([...(await sectionProblems(directory, account)), ...problems]);
      const id = await createStaff(tx, { ...fieldsOf(account), passwordHash, createdAt: this.clock.now() });
      if (!account.active) await directory.change({ id, ...fieldsOf(account), active: false, passwordHash: null });
      return this.#opened(directory, id);
    });
  }

  /** Changes an account. A new password or the end of an account signs it out everywhere. */
  async change(actor: StaffActor, id: string, account: StaffDto): Promise<StaffRecord> {
    // Nobody can lock themselves out; so whatever administrators do to each other, whoever did it last still is one.
    if (id === actor.staffId && (!account.active || account.role !== actor.role))
      throw new DomainError('wrong_state', '自分のアカウントを使えなくしたり、自分の役割を変えたりはできません。');
    const problems = passwordProblems(account);
    const passwordHash = account.password ? await hashPassword(account.password) : null;
    return this.#transaction(async (tx) => {
      const directory = new StaffDirectory(tx);
      demandNone([...(await sectionProblems(directory, account)), ...problems]);
      await this.#stillAdministrator(directory, actor, id);
      await this.#opened(directory, id);
      await directory.change({ id, ...fieldsOf(account), active: account.active, passwordHash });
      if (passwordHash !== null || !account.active) await new StaffStore(tx).endSessionsOf(id);
      return this.#opened(directory, id);
    });
  }

  /** Two administrators who end each other's account at once: rows are locked in one order, the second finds itself ended. */
  async #stillAdministrator(directory: StaffDirectory, actor: StaffActor, id: string): Promise<void> {
    for (const staffId of [...new Set([actor.staffId, id])].sort()) await directory.open(staffId);
    const self = await directory.open(actor.staffId);
    if (self === null || !self.active || self.role !== 'administrator')
      throw new DomainError('forbidden', 'この操作をする権限がありません。');
  }

  async #opened(directory: StaffDirectory, id: string): Promise<StaffRecord> {
    const found = await directory.open(id);
    if (found === null) throw new DomainError('not_found', 'この職員は見つかりません。');
    return found;
  }

  async #transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.source.transaction(work);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('conflict', 'このログインIDは、すでに使われています。', [
        { field: 'login', message: 'このログインIDは、すでに使われています。' },
      ]);
    }
  }
}

function fieldsOf({ login, name, role, sectionId }: StaffDto) {
  return { login, name, role, sectionId: sectionId || null };
}

function passwordProblems({ password, login }: StaffDto): FieldProblem[] {
  const message = password ? passwordProblem(password, login) : null;
  return message === null ? [] : [{ field: 'password', message }];
}

/** The section cannot be merged away before the account is in it. */
async function sectionProblems(directory: StaffDirectory, { role, sectionId }: StaffDto): Promise<FieldProblem[]> {
  const ofSection = role === 'section_member' || role === 'section_approver';
  const fine = sectionId ? await directory.holdSection(sectionId) : !ofSection;
  return fine ? [] : [{ field: 'sectionId', message: '担当課を選んでください。' }];
}

function demandNone(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw refused(problems);
}

function refused(problems: readonly FieldProblem[]): DomainError {
  return new DomainError('invalid_input', '入力をもう一度ご確認ください。', problems);
}
