import { expect, test } from 'vitest';
import { imageUrl, sandboxOrigins } from '../../../src/proxy/images/imageUrl.ts';

const sandbox = 'http://127.0.0.1:4000';
const own = sandboxOrigins([sandbox, `${sandbox}/files`]);

test('only plain http on this machine is a sandbox', () => {
  const others = [
    'https://127.0.0.1:4000',
    'http://10.0.0.1',
    'http://sandbox.example',
    'https://api.example',
  ];
  expect([...sandboxOrigins([sandbox, ...others])]).toEqual([sandbox]);
});

test('the sandbox may lead to itself and outwards', () => {
  const from = new URL(`${sandbox}/results/1`);
  expect(imageUrl('/results/2', own, from).href).toBe(`${sandbox}/results/2`);
  expect(imageUrl('https://images.example/a', own, from).href).toBe('https://images.example/a');
});

test('another host may not lead to the sandbox', () => {
  const from = new URL('https://images.example/a');
  expect(() => imageUrl(`${sandbox}/results/1`, own, from)).toThrow('not a plain https:// address');
});

test('another host may lead on by a path alone, or without a protocol', () => {
  const from = new URL('https://images.example/a/b');
  expect(imageUrl('../c', own, from).href).toBe('https://images.example/c');
  expect(imageUrl('//other.example/c', own, from).href).toBe('https://other.example/c');
});
