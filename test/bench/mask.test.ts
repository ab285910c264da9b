import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'vite';
import { test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const outDir = resolve(root, 'dist/bench');

/** Vitest wraps every import, which makes small functions several times slower: what is measured is built first. */
test('drawing, operations and the wand', async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: resolve(import.meta.dirname, 'maskTimes.ts'), outDir, copyPublicDir: false },
  });
  execFileSync(process.execPath, [resolve(outDir, 'maskTimes.js')], { cwd: root, stdio: 'inherit' });
});
