import { expect, test } from 'vitest';
import { isFakeAddress, isPublicAddress } from '../../../src/proxy/http/addresses.ts';

const refused = {
  'this host': ['0.0.0.0', '0.1.2.3', '::'],
  loopback: ['127.0.0.1', '127.255.255.254', '::1'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  'unique local': ['fc00::1', 'fdff::1', 'fec0::1'],
  'link-local and metadata': [
    '169.254.169.254',
    'fe80::1',
    'fd00:ec2::254',
    '168.63.129.16',
    '100.100.100.200',
  ],
  shared: ['100.64.0.1', '100.127.255.255'],
  'multicast and broadcast': ['224.0.0.1', '239.255.255.255', 'ff02::1', '255.255.255.255'],
  reserved: [
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '240.0.0.1',
    '2001:db8::1',
  ],
  'IPv4-mapped': ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1'],
  'IPv4-compatible': ['::127.0.0.1', '::8.8.8.8'],
  translated: ['::ffff:0:10.0.0.1', '64:ff9b:1::10.0.0.1', '64:ff9b:1::8.8.8.8', '64:ff9b:0:1::8.8.8.8'],
  'behind NAT64': [
    '64:ff9b::10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::169.254.169.254',
    '64:ff9b::168.63.129.16',
    '64:ff9b::198.18.0.1',
    '64:ff9b::',
  ],
  '6to4 and Teredo': ['2002:7f00:1::', '2002:808:808::1', '2001:0:808:808::1'],
  'given to nobody': ['4000::1', '5f00::1', '3fff::1', '100::1', '2001:2::1', '2001:20::1'],
  'no addresses': ['', 'localhost', '1.2.3', 'fe80::1%eth0', '8.8.8.8 '],
};

test.each(Object.entries(refused))('%s: not public', (_name, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test('addresses of ordinary hosts are public', () => {
  const addresses = [
    '8.8.8.8',
    '104.16.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '2606:4700::1111',
    '2a00:1450::8a',
    '64:ff9b::8.8.8.8',
    '64:ff9b::6810:1',
  ];
  expect(addresses.filter((address) => !isPublicAddress(address))).toEqual([]);
});

test('addresses that a resolver made up are told from all others', () => {
  const fake = ['198.18.0.1', '198.19.255.254', '64:ff9b::198.18.0.5', '64:ff9b::c612:5'];
  const others = [
    ...Object.values(refused).flat(),
    '198.17.255.255',
    '198.20.0.0',
    '8.8.8.8',
    '::ffff:198.18.0.1',
  ];
  expect([...fake, ...others].filter(isFakeAddress)).toEqual([...fake, '198.18.0.1', '64:ff9b::198.18.0.1']);
});
