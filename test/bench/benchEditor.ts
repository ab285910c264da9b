import type { Browser, CDPSession, Page } from 'playwright';
import { inject } from 'vitest';
import { editorPage } from '../e2e/editorPage.ts';
import type { BenchRegion } from './scene.ts';
import { medianOf } from './timing.ts';

export const viewport = { width: 1400, height: 900 };
const moves = 90;

/** Of one move, in ms: main-thread time and script time on average, and the median of the script time. */
export type Cost = { readonly script: number; readonly task: number; readonly median: number };
type Durations = { readonly script: number; readonly task: number };
type At = { readonly x: number; readonly y: number };
/** Makes one move of a gesture. */
type Gesture = (page: Page, at: At, move: number) => Promise<void>;

/** A new visitor. */
export async function visit(browser: Browser) {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(inject('editorUrl'));
  return editorPage(page);
}

/** The photograph with those regions, put where the editor keeps its work between visits. */
export async function openEditor(browser: Browser, photograph: string, regions: readonly BenchRegion[]) {
  const editor = await visit(browser);
  await editor.openFile(photograph);
  await editor.page.waitForFunction(hasSavedWork);
  await editor.page.evaluate(putRegions, regions);
  await editor.page.reload();
  if (regions.length > 0) await editor.regions.nth(regions.length - 1).waitFor();
  return editor;
}

async function hasSavedWork(): Promise<boolean> {
  const open = indexedDB.open('upload-paint-editor');
  return new Promise((finish) => {
    open.onsuccess = () => {
      const database = open.result;
      const read = database.transaction('work').objectStore('work').getAll();
      read.onsuccess = () => {
        database.close();
        finish(read.result.some(({ document }) => document.image !== null));
      };
    };
  });
}

async function putRegions(regions: unknown): Promise<void> {
  const open = indexedDB.open('upload-paint-editor');
  return new Promise((finish) => {
    open.onsuccess = () => {
      const store = open.result.transaction('work', 'readwrite').objectStore('work');
      const read = store.openCursor();
      read.onsuccess = () => {
        const work = read.result?.value;
        const changed = { ...work, document: { ...work.document, regions } };
        store.put(changed, read.result?.primaryKey).onsuccess = () => {
          open.result.close();
          finish();
        };
      };
    };
  });
}

/** What a move of the gesture takes; without the commit that ends a drag. */
export async function measure(page: Page, at: At, gesture: Gesture): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.mouse.move(at.x, at.y);
  const start = await durations(session);
  const scripts: number[] = [];
  let last = start;
  for (let move = 1; move <= moves; move += 1) {
    await gesture(page, at, move);
    await nextFrame(page);
    const now = await durations(session);
    scripts.push(now.script - last.script);
    last = now;
  }
  await page.mouse.up();
  await session.detach();
  const of = (name: keyof Durations) => (last[name] - start[name]) / moves;
  return { script: of('script'), task: of('task'), median: medianOf(scripts) };
}

async function durations(session: CDPSession): Promise<Durations> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
}

export async function drag(page: Page, at: At, move: number) {
  if (move === 1) await page.mouse.down();
  await page.mouse.move(at.x + 40 * Math.sin(move / 7), at.y + move / 2);
}

export async function wheel(page: Page, _at: At, move: number) {
  await page.mouse.wheel(0, move % 2 === 0 ? 60 : -60);
}

async function nextFrame(page: Page) {
  await page.evaluate(() => new Promise(requestAnimationFrame));
}
