import type { Role } from './codes';

/** Who acts. `system` is the program itself (worker, loader); `resident` acts through the portal and has no account. */
export type Actor =
  | {
      readonly kind: 'staff';
      readonly staffId: string;
      readonly name: string;
      readonly role: Role;
      readonly sectionId: string | null;
    }
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'resident' };

/** Short printable name of an actor, as history shows it. */
export function actorName(actor: Actor): string {
  return actor.kind === 'resident' ? '市民' : actor.name;
}

/**
 * One transaction of one cell (municipality). Everything a use case changes goes through the stores handed to `work`;
 * they commit together when `work` returns, and nothing is kept when it throws.
 */
export interface UnitOfWork<Stores> {
  run<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
}
