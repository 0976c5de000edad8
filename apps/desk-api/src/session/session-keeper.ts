import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kotae/kernel';
import { StaffStore, type StaffSession } from '@kotae/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { DeskSession } from '../access/access';
import type { DeskSetup } from '../platform/desk-setup';
import { CLOCK, DATABASE, SETUP } from '../platform/tokens';
import { SESSION_IDLE_MS, SESSION_LIFE_MS, TOUCH_EVERY_MS, cookieName } from './session-rules';

/** Server-side sessions: the browser holds 256 random bits, the database their SHA-256. */
@Injectable()
export class SessionKeeper {
  readonly #store: StaffStore;

  constructor(
    @Inject(DATABASE) source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETUP) private readonly setup: DeskSetup,
  ) {
    this.#store = new StaffStore(source);
  }

  /** Opens a session of its own, whatever cookie came with the request. */
  async open(staffId: string, reply: FastifyReply): Promise<DeskSession> {
    const token = randomBytes(32).toString('base64url');
    const tokenHash = hashOf(token);
    const now = this.clock.now();
    const csrfToken = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + SESSION_LIFE_MS);
    await this.#store.openSession({ tokenHash, staffId, csrfToken, now, expiresAt });
    void reply.setCookie(cookieName(this.setup.https), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.setup.https,
      maxAge: SESSION_LIFE_MS / 1000,
    });
    const session = await this.#living(tokenHash, now);
    if (session === null) throw new Error('A session ended while it was opened');
    return toDeskSession(session, tokenHash);
  }

  /** The session of a request, and that it was used; null when there is none. */
  async find(request: FastifyRequest): Promise<DeskSession | null> {
    const token = request.cookies[cookieName(this.setup.https)];
    if (token === undefined || token.length > 100) return null;
    const tokenHash = hashOf(token);
    const now = this.clock.now();
    const session = await this.#living(tokenHash, now);
    if (session === null) return null;
    if (Math.abs(now.getTime() - session.lastSeenAt.getTime()) >= TOUCH_EVERY_MS)
      await this.#store.touchSession(tokenHash, now);
    return toDeskSession(session, tokenHash);
  }

  /** Whether a session still lives, without using it. */
  async lives(tokenHash: Buffer): Promise<boolean> {
    return (await this.#living(tokenHash, this.clock.now())) !== null;
  }

  async end(session: DeskSession, reply: FastifyReply): Promise<void> {
    await this.#store.endSession(session.tokenHash);
    this.#clearCookie(reply);
  }

  async endEverywhere(session: DeskSession, reply: FastifyReply): Promise<void> {
    await this.#store.endSessionsOf(session.actor.staffId);
    this.#clearCookie(reply);
  }

  #living(tokenHash: Buffer, now: Date): Promise<StaffSession | null> {
    return this.#store.session(tokenHash, now, new Date(now.getTime() - SESSION_IDLE_MS));
  }

  #clearCookie(reply: FastifyReply): void {
    const secure = this.setup.https;
    void reply.clearCookie(cookieName(secure), { path: '/', httpOnly: true, sameSite: 'strict', secure });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function toDeskSession(session: StaffSession, tokenHash: Buffer): DeskSession {
  const { staffId, name, role, sectionId, sectionName, csrfToken } = session;
  return { actor: { kind: 'staff', staffId, name, role, sectionId }, sectionName, csrfToken, tokenHash };
}
