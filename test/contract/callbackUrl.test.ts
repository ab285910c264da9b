import { expect, test } from 'vitest';
import { callbackUrlSchema } from '../../src/contract/callbackUrl.ts';

const accepts = (url: string) => callbackUrlSchema.safeParse(url).success;

test('public https addresses are accepted', () => {
  const publicUrls = [
    'https://example.com',
    'https://example.com/hook?secret=abc#x',
    'https://example.com:8443/hook',
    'https://user@example.com/hook',
    'https://8.8.8.8/hook',
    'https://172.32.0.1/',
    'https://[2606:4700::1111]/hook',
    'https://10.example.com/',
  ];
  expect(publicUrls.filter((url) => !accepts(url))).toEqual([]);
});

test('private, loopback, link-local and disguised addresses are refused', () => {
  const privateUrls = [
    'https://localhost/',
    'https://LOCALHOST./',
    'https://app.localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://127.0.0.1/',
    'https://user:password@127.0.0.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://224.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://127.1/',
    'https://0177.0.0.1/',
    'https://256.1.1.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
  ];
  expect(privateUrls.filter(accepts)).toEqual([]);
});

test('what is no https address, or too long, is refused', () => {
  const wrong = [
    '',
    'example.com',
    'http://example.com',
    'ftp://example.com',
    'https://',
    'https:///path',
    'https://a b/',
  ];
  expect([...wrong, `https://example.com/${'a'.repeat(2048)}`].filter(accepts)).toEqual([]);
});
