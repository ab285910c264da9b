import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const app = resolve(import.meta.dirname, '../../dist/app');

/** Of all JavaScript that the page needs before anything is done with it, compressed. */
const firstBytesMax = 260_000;

test('what the page loads before its first photograph is at most 260 kB, compressed', () => {
  const files = filesNeededAtFirst();
  const bytes = files.map((file) => gzipSync(read(file), { level: 9 }).byteLength);
  expect(files.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(firstBytesMax);
});

/** Scripts of the page and what it preloads, and what these import at once. */
function filesNeededAtFirst(): string[] {
  const page = read('/index.html');
  const needed = new Set(
    [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => posix.normalize(path)),
  );
  for (const file of needed) {
    for (const [, path = ''] of read(file).matchAll(/(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g)) {
      needed.add(posix.join(posix.dirname(file), path));
    }
  }
  return [...needed];
}

function read(path: string): string {
  return readFileSync(join(app, path), 'utf8');
}
