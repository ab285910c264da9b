import { isWellFormed } from './isWellFormed.ts';
import { limits } from './limits.ts';
import { z } from './zod.ts';

export type CallbackUrlFault = 'tooLong' | 'notHttps' | 'privateHost';

/** What the server answers to the one who sent such a URL. */
const faultMessages: Readonly<Record<CallbackUrlFault, string>> = {
  tooLong: `The callback URL is longer than ${limits.callbackUrlLengthMax} characters.`,
  notHttps: 'The callback URL must be a full https:// address.',
  privateHost: 'The callback URL must not be a private address.',
};

/**
 * A callback URL as the service takes it: https, at most 2048 characters, and no private address. Names are not
 * resolved here; the service checks what they point to.
 */
export const callbackUrlSchema = z.string().check((payload) => {
  const input = payload.value;
  const fault = callbackUrlFault(input);
  if (fault) payload.issues.push({ code: 'custom', input, message: faultMessages[fault] });
});

/** Why the service would refuse a callback URL, if it would. */
export function callbackUrlFault(url: string): CallbackUrlFault | undefined {
  if (url.length > limits.callbackUrlLengthMax) return 'tooLong';
  const host = hostOf(url);
  if (host === undefined || !isWellFormed(url)) return 'notHttps';
  return isPrivateHost(host) ? 'privateHost' : undefined;
}

/** URL is no part of the language, so the host is read from the text: scheme, optional user, host, optional port. */
const httpsUrl = /^https:\/\/(?:[^/?#@\s]*@)?(\[[0-9a-f:.]+\]|[^/?#@:\s\\]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i;

function hostOf(text: string): string | undefined {
  return httpsUrl.exec(text)?.[1]?.toLowerCase().replace(/\.$/, '');
}

function isPrivateHost(host: string): boolean {
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
  if (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host.endsWith('.local') ||
    host.endsWith('.internal')
  ) {
    return true;
  }
  return isNumericHost(host) ? isPrivateIpv4(host) : false;
}

/** Such a host is an IPv4 address in one of its spellings, of which only the dotted decimal one is accepted at all. */
function isNumericHost(host: string): boolean {
  return /^(?:0x[0-9a-f]*|\d+)$/.test(host.split('.').at(-1) ?? '');
}

function isPrivateIpv4(host: string): boolean {
  const parts = host.split('.');
  const octets = parts.map(Number);
  const isDottedDecimal = parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part));
  if (!isDottedDecimal || octets.some((octet) => octet > 255)) return true;
  const [a = 0, b = 0] = octets;
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}

/** Global unicast is 2000::/3; everything else (loopback, unique local, link-local, mapped IPv4) counts as private. */
function isPrivateIpv6(address: string): boolean {
  return !/^[23][0-9a-f]{3}:/.test(address);
}
