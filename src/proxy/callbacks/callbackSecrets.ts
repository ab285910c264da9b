import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

export type CallbackSecrets = Readonly<{
  issue(): string;
  /** When it was issued, in milliseconds since 1970; undefined for what this server has not issued, or a day ago. */
  issuedAt(secret: string): number | undefined;
}>;

/** How long a secret is one, in milliseconds. Tasks end sooner. */
export const secretLifetimeMs = 24 * 3_600_000;

/** In bytes. The time of issue comes first, in seconds. */
const timeLength = 4;
const randomLength = 12;
const signatureLength = 16;
const keyLength = 32;

/**
 * Secrets for callback addresses: a time and random bytes, with a seal that only who has the service's key can make. So every
 * copy of the server knows them for its own without keeping any, and they tell nothing of the key or of what they are for.
 */
export function createCallbackSecrets(apiKey: string, now: () => number): CallbackSecrets {
  const key = Buffer.from(hkdfSync('sha256', apiKey, '', 'upload-paint callback', keyLength));
  const signatureOf = (nonce: Uint8Array) =>
    createHmac('sha256', key).update(nonce).digest().subarray(0, signatureLength);
  return {
    issue: () => {
      const time = Buffer.alloc(timeLength);
      time.writeUInt32BE(Math.floor(now() / 1000));
      const nonce = Buffer.concat([time, randomBytes(randomLength)]);
      return Buffer.concat([nonce, signatureOf(nonce)]).toString('base64url');
    },
    issuedAt: (secret) => {
      const bytes = Buffer.from(secret, 'base64url');
      const nonceLength = timeLength + randomLength;
      if (bytes.length !== nonceLength + signatureLength || bytes.toString('base64url') !== secret) return;
      const nonce = bytes.subarray(0, nonceLength);
      if (!timingSafeEqual(signatureOf(nonce), bytes.subarray(nonceLength))) return;
      const issuedAt = nonce.readUInt32BE() * 1000;
      return now() - issuedAt < secretLifetimeMs ? issuedAt : undefined;
    },
  };
}
