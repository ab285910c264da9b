import { resolve } from 'node:path';
import { build } from 'vite';
import { test } from 'vitest';
import { launchChromium } from '../e2e/editorPage.ts';
import { report } from './timing.ts';

const root = resolve(import.meta.dirname, '../..');
const outDir = resolve(root, 'dist/bench');

test('what of long work is left to the page, with a region of 6,000 vertices', async () => {
  const entry = resolve(import.meta.dirname, 'workerTimes.ts');
  const lib = { entry, formats: ['iife' as const], name: 'workerTimes', fileName: () => 'workerTimes.js' };
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { lib, outDir, emptyOutDir: false, copyPublicDir: false },
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ path: resolve(outDir, 'workerTimes.js') });
    const lines = await page.evaluate<readonly (readonly [string, string])[]>('workerTimes.report()');
    for (const [name, figures] of lines) report(name, figures);
  } finally {
    await browser.close();
  }
});
