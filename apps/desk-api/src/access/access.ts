import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@kotae/contracts';
import type { Actor } from '@kotae/kernel';
import type { FastifyRequest } from 'fastify';

/** What an endpoint asks of the one who calls it. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'permission'; readonly permission: Permission };

export const ACCESS = 'kotae:access';

/** Anyone may call it. */
export const Public = () => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);

/** Anyone with a session may call it, whatever the role. */
export const SignedIn = () => SetMetadata(ACCESS, { kind: 'signed_in' } satisfies Access);

/** Only roles that hold the permission (libs/contracts/src/permissions.ts) may call it. */
export const RequirePermission = (permission: Permission) =>
  SetMetadata(ACCESS, { kind: 'permission', permission } satisfies Access);

/** A member of staff, as every use case knows who acts. */
export type StaffActor = Extract<Actor, { kind: 'staff' }>;

/** The session that the guard found for this request. */
export interface DeskSession {
  readonly actor: StaffActor;
  readonly sectionName: string | null;
  readonly csrfToken: string;
  readonly tokenHash: Buffer;
}

const SESSION = Symbol('kotae session');
type WithSession = FastifyRequest & { [SESSION]?: DeskSession };

export function rememberSession(request: FastifyRequest, session: DeskSession): void {
  (request as WithSession)[SESSION] = session;
}

export function sessionOf(request: FastifyRequest): DeskSession {
  const session = (request as WithSession)[SESSION];
  if (session === undefined) throw new Error('This endpoint is public: it has no session');
  return session;
}

/** Parameter: who acts. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): StaffActor =>
    sessionOf(context.switchToHttp().getRequest<FastifyRequest>()).actor,
);

/** Parameter: the whole session, for the session's own endpoints. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): DeskSession =>
  sessionOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
