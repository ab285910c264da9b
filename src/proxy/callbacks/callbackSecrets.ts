import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

export type CallbackSecrets = Readonly<{
  issue(): string;
  isValid(secret: string): boolean;
}>;

/** In bytes. */
const nonceLength = 16;
const signatureLength = 16;
const keyLength = 32;

/**
 * Secrets for callback addresses: random bytes with a seal that only who has the service's key can make. So every copy of
 * the server knows them for its own without keeping any, and they tell nothing of the key or of what they are for.
 */
export function createCallbackSecrets(apiKey: string): CallbackSecrets {
  const key = Buffer.from(hkdfSync('sha256', apiKey, '', 'upload-paint callback', keyLength));
  const signatureOf = (nonce: Uint8Array) =>
    createHmac('sha256', key).update(nonce).digest().subarray(0, signatureLength);
  return {
    issue: () => {
      const nonce = randomBytes(nonceLength);
      return Buffer.concat([nonce, signatureOf(nonce)]).toString('base64url');
    },
    isValid: (secret) => {
      const bytes = Buffer.from(secret, 'base64url');
      if (bytes.length !== nonceLength + signatureLength || bytes.toString('base64url') !== secret)
        return false;
      return timingSafeEqual(signatureOf(bytes.subarray(0, nonceLength)), bytes.subarray(nonceLength));
    },
  };
}
