import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, test } from 'vitest';
import { launchChromium } from '../e2e/editorPage.ts';
import { type Cost, drag, measure, openEditor, viewport, visit, wheel } from './benchEditor.ts';
import { enlargedPhotograph } from './enlargedPhotograph.ts';
import { handWrittenPage } from './handWrittenPage.ts';
import { benchRegions, imageSide } from './scene.ts';

const photographs = resolve(import.meta.dirname, '../../public/samples');

let browser: Browser;
let folder: string;
let photograph: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'editor-bench-'));
  photograph = join(folder, 'photograph.jpg');
  await writeFile(
    photograph,
    await enlargedPhotograph(join(photographs, 'coffee.png'), imageSide, imageSide),
  );
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

test('a move of each gesture, beside a hand-written page', async () => {
  const editor = await openEditor(browser, photograph, benchRegions());
  const corner = benchRegions()[0]?.rings[0]?.[0] ?? { x: 0, y: 0 };
  const middle = { x: imageSide / 2, y: imageSide / 2 };

  await editor.pickTool('Select');
  await editor.click({ x: corner.x - 60, y: corner.y });
  const vertex = await measure(editor.page, await editor.onScreen(corner), drag);
  await editor.pickTool('Move image');
  const image = await measure(editor.page, await editor.onScreen(middle), drag);
  await editor.pickTool('Pan');
  const view = await measure(editor.page, await editor.onScreen(middle), drag);
  const zoom = await measure(editor.page, await editor.onScreen(middle), wheel);

  const byHand = await openHandWritten();
  const at = { x: 40 + corner.x * 0.2, y: 40 + corner.y * 0.2 };
  const handVertex = await measure(byHand, at, drag);
  await byHand.evaluate("mode = 'view'");
  const handView = await measure(byHand, { x: 500, y: 400 }, drag);
  const handZoom = await measure(byHand, { x: 500, y: 400 }, wheel);

  report([
    ['vertex drag', vertex, handVertex],
    ['image drag', image, handView],
    ['view drag', view, handView],
    ['zoom', zoom, handZoom],
  ]);
});

test('from choosing a 12-megapixel JPEG to the first interactive frame', async () => {
  const path = join(folder, 'twelve.jpg');
  await writeFile(path, await enlargedPhotograph(join(photographs, 'coffee.png'), 4000, 3000));
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const editor = await visit(browser);
    const chooser = editor.page.waitForEvent('filechooser');
    await editor.button('Open image').first().click();
    const opened = editor.page.evaluate(openingTime);
    await (await chooser).setFiles(path);
    times.push(await opened);
    await editor.page.context().close();
  }
  process.stdout.write(`\nopening 4000 × 3000: ${times.map((time) => Math.round(time)).join(', ')} ms\n`);
});

/** From the input's change event until the second frame after the image is named in the page. */
function openingTime(): Promise<number> {
  return new Promise((finish) => {
    addEventListener(
      'change',
      () => {
        const start = performance.now();
        const look = () => {
          const isOpen =
            document.querySelector<HTMLInputElement>('[aria-label="Canvas width"]')?.value === '4000';
          if (isOpen) requestAnimationFrame(() => setTimeout(() => finish(performance.now() - start)));
          else requestAnimationFrame(look);
        };
        look();
      },
      { capture: true, once: true },
    );
  });
}

async function openHandWritten(): Promise<Page> {
  const html = handWrittenPage(
    await enlargedPhotograph(join(photographs, 'coffee.png'), imageSide, imageSide),
  );
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(`http://127.0.0.1:${port}`);
  await page.waitForFunction(() => document.title === 'ready');
  server.close();
  server.closeAllConnections();
  return page;
}

function report(rows: readonly (readonly [string, Cost, Cost])[]) {
  const lines = rows.map(([name, ours, byHand]) => {
    const ratio = (ours.task / byHand.task).toFixed(2);
    return `${name.padEnd(12)} script ${ours.script.toFixed(2)} ms, main thread ${ours.task.toFixed(1)} ms; by hand ${byHand.script.toFixed(2)} and ${byHand.task.toFixed(1)} ms; ratio ${ratio}`;
  });
  process.stdout.write(`\n${lines.join('\n')}\n`);
}
