import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { build } from 'vite';
import { test } from 'vitest';
import { launchChromium } from '../e2e/editorPage.ts';
import { report } from './timing.ts';

const root = resolve(import.meta.dirname, '../..');
const outDir = resolve(root, 'dist/bench');
const common = { root, configFile: false, logLevel: 'silent' } as const;
const stepCount = 20;

/** Vitest wraps every import, which makes small functions several times slower: what is measured is built first. */
test('drawing, operations and the wand', async () => {
  const entry = resolve(import.meta.dirname, 'maskTimes.ts');
  await build({ ...common, build: { ssr: entry, outDir, copyPublicDir: false } });
  execFileSync(process.execPath, [resolve(outDir, 'maskTimes.js')], { cwd: root, stdio: 'inherit' });
});

test('the memory that an undo step takes in the browser', async () => {
  const entry = resolve(import.meta.dirname, 'maskSteps.ts');
  const lib = { entry, formats: ['iife' as const], name: 'maskSteps', fileName: () => 'maskSteps.js' };
  await build({ ...common, build: { lib, outDir, emptyOutDir: false, copyPublicDir: false } });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ path: resolve(outDir, 'maskSteps.js') });
    const session = await page.context().newCDPSession(page);
    for (const name of await page.evaluate<string[]>('maskSteps.names')) {
      // The first step compiles code, which stays in memory.
      await keptBytes(page, session, name, 1);
      const kilobytes = (await keptBytes(page, session, name, stepCount)) / stepCount / 1000;
      report(`a step of ${name}`, `${kilobytes.toFixed(1).padStart(7)} kB`);
    }
  } finally {
    await browser.close();
  }
});

/** By how much the heap and the arrays beside it grow, garbage collected, while so many steps are kept. */
async function keptBytes(page: Page, session: CDPSession, name: string, count: number): Promise<number> {
  await page.evaluate('maskSteps.forget()');
  const before = await heapBytes(session);
  await page.evaluate(`maskSteps.keep(${JSON.stringify(name)}, ${count})`);
  return (await heapBytes(session)) - before;
}

async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}
