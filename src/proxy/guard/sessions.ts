import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A person who knows the token gets a session that any copy of the server can verify, since it is signed, not stored. */
export type Sessions = Readonly<{
  isToken(text: string): boolean;
  /** The value of a new session's cookie. It does not tell the token. */
  issue(): string;
  isSession(value: string): boolean;
}>;

/** How long a session lasts. */
export const sessionSeconds = 30 * 24 * 3600;

/** `now` in milliseconds. Another token ends all sessions. */
export function createSessions(token: string, now: () => number): Sessions {
  const key = createHmac('sha256', token).update('session').digest();
  const signatureOf = (expiry: string) => createHmac('sha256', key).update(expiry).digest('base64url');

  return {
    isToken: (text) => isSame(text, token),

    issue() {
      const expiry = String(Math.floor(now() / 1000) + sessionSeconds);
      return `${expiry}.${signatureOf(expiry)}`;
    },

    isSession(value) {
      const [expiry = '', signature = ''] = value.split('.');
      const isSigned = /^\d{1,12}$/.test(expiry) && isSame(signature, signatureOf(expiry));
      return isSigned && Number(expiry) * 1000 > now();
    },
  };
}

/** In a time that depends on neither text: digests are of one length. */
function isSame(text: string, other: string): boolean {
  const digestOf = (each: string) => createHash('sha256').update(each).digest();
  return timingSafeEqual(digestOf(text), digestOf(other));
}
