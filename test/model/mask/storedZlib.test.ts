import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { storedZlib } from '../../../src/model/mask/storedZlib.ts';

test.for([0, 1, 65_535, 65_536, 200_000])('%d bytes come back from any zlib as they were', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * index) % 251);
  expect(Buffer.compare(inflateSync(storedZlib(bytes)), bytes)).toBe(0);
});
