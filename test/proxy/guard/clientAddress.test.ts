import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createClientOf, type TrustedProxies } from '../../../src/proxy/guard/clientAddress.ts';

/** Who a request counts as that came over a connection from `peer`, with this `X-Forwarded-For`. */
async function clientOf(trusted: TrustedProxies, peer: string | undefined, forwarded?: string) {
  const nameClient = createClientOf(trusted);
  const app = new Hono().get('/', (c) => c.json(nameClient(c)));
  const headers: HeadersInit = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const bindings = peer === undefined ? undefined : { incoming: { socket: { remoteAddress: peer } } };
  return (await app.request('/', { headers }, bindings)).json();
}

const networkOf = async (...request: Parameters<typeof clientOf>) => (await clientOf(...request)).network;

describe('the form of an address', () => {
  test.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:1234', '198.51.100.7'],
    [' 198.51.100.7:65535 ', '198.51.100.7'],
    ['"198.51.100.7:1234"', '198.51.100.7'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['"[2001:db8:1:2::9]:443"', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::443', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9%eth0', '2001:db8:1:2::/64'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['[::ffff:c633:6407]:80', '198.51.100.7'],
    ['64:ff9b::198.51.100.7', '198.51.100.7'],
    ['unknown', '192.0.2.1'],
    ['_hidden', '192.0.2.1'],
    ['', '192.0.2.1'],
    ['198.51.100', '192.0.2.1'],
    ['0xc6336407', '192.0.2.1'],
    ['198.51.100.7:port', '192.0.2.1'],
    ['[198.51.100.7', '192.0.2.1'],
    ['999.51.100.7', '192.0.2.1'],
    ['x'.repeat(10_000), '192.0.2.1'],
  ])('%j of the one reverse proxy is %s', async (forwarded, expected) => {
    expect(await networkOf(1, '192.0.2.1', forwarded)).toBe(expected);
  });

  test('a client with 65,536 networks of its own counts by its site, too', async () => {
    expect(await clientOf(0, '2001:db8:1:2:3::4')).toEqual({
      network: '2001:db8:1:2::/64',
      site: '2001:db8:1::/48',
    });
    expect(await clientOf(0, '::ffff:198.51.100.7')).toEqual({ network: '198.51.100.7' });
  });

  test('a request by no connection is nobody’s in particular', async () => {
    expect(await networkOf(0, undefined)).toBe('unknown');
  });
});

describe('several hops', () => {
  const chain = '203.0.113.9, 198.51.100.7, 10.0.0.2, [fd00::1]:8080';

  test.each<[TrustedProxies, string]>([
    [0, '10.0.0.1'],
    [1, 'fd00:0:0:0::/64'],
    [2, '10.0.0.2'],
    [3, '198.51.100.7'],
    [9, '203.0.113.9'],
    [['10.0.0.0/8'], 'fd00:0:0:0::/64'],
    [['10.0.0.0/8', 'fc00::/7'], '198.51.100.7'],
    [['10.0.0.1', 'fd00::1', '10.0.0.2'], '198.51.100.7'],
    [['10.0.0.1', 'fd00::1'], '10.0.0.2'],
    [['127.0.0.0/8', '::1/128'], '10.0.0.1'],
  ])('with %j trusted, the client is %s', async (trusted, expected) => {
    expect(await networkOf(trusted, '::ffff:10.0.0.1', chain)).toBe(expected);
  });

  test('whoever handed on what is no address is the client', async () => {
    expect(await networkOf(3, '10.0.0.1', '203.0.113.9, garbage, 198.51.100.7')).toBe('198.51.100.7');
    expect(await networkOf(['10.0.0.0/8'], '10.0.0.1', '203.0.113.9, garbage, 10.0.0.2')).toBe('10.0.0.2');
  });

  test('one who is not trusted cannot name another', async () => {
    expect(await networkOf(['10.0.0.0/8'], '198.51.100.7', '10.0.0.3, 203.0.113.9')).toBe('198.51.100.7');
    expect(await networkOf(['10.0.0.0/8'], '64:ff9b::10.0.0.1', '203.0.113.9')).toBe('10.0.0.1');
  });
});
