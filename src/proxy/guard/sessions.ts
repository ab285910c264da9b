import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Revocations, SessionFacts } from './revocations.ts';

/**
 * A person who knows the token gets a session that any copy of the server can verify, since it is signed. Stored is only what
 * was ended before its time.
 */
export type Sessions = Readonly<{
  isToken(text: string): boolean;
  /** The value of a new session's cookie. It does not tell the token. */
  issue(): Promise<string>;
  isSession(value: string): Promise<boolean>;
  /** Ends this session, if it is one. Whether all copies of the server know. */
  revoke(value: string): Promise<boolean>;
  /** Ends all sessions, likewise. */
  revokeAll(): Promise<boolean>;
}>;

/** How long a session lasts. */
export const sessionSeconds = 30 * 24 * 3600;

type Values = Readonly<{ token: string; revocations: Revocations; now(): number }>;

/** When it was issued in milliseconds, its id of 16 bytes and the seal of 32, in base64. */
const form = /^([1-9]\d{0,14})\.([\w-]{22})\.([\w-]{43})$/;

/** `now` in milliseconds. Another token ends all sessions. */
export function createSessions({ token, revocations, now }: Values): Sessions {
  const key = createHmac('sha256', token).update('session').digest();
  const sealOf = ({ issuedAt, id }: SessionFacts) =>
    createHmac('sha256', key).update(`${issuedAt}.${id}`).digest('base64url');

  return {
    isToken: (text) => isSame(text, token),

    async issue() {
      const issuedAt = Math.max(now(), (await revocations.revokedUntil()) + 1);
      const session = { issuedAt, id: randomBytes(16).toString('base64url') };
      return `${session.issuedAt}.${session.id}.${sealOf(session)}`;
    },

    async isSession(value) {
      const session = verify(value);
      return session !== undefined && !(await revocations.isRevoked(session));
    },

    async revoke(value) {
      const session = verify(value);
      return session === undefined || revocations.revoke(session);
    },

    revokeAll: revocations.revokeAll,
  };

  function verify(value: string): SessionFacts | undefined {
    const [, issuedAt = '', id = '', seal = ''] = form.exec(value) ?? [];
    const session = { issuedAt: Number(issuedAt), id };
    const isAlive = session.issuedAt + sessionSeconds * 1000 > now();
    return isAlive && isSame(seal, sealOf(session)) ? session : undefined;
  }
}

/** In a time that depends on neither text: digests are of one length. */
export function isSame(text: string, other: string): boolean {
  const digestOf = (each: string) => createHash('sha256').update(each).digest();
  return timingSafeEqual(digestOf(text), digestOf(other));
}
