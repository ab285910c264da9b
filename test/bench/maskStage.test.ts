import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, test } from 'vitest';
import { launchChromium } from '../e2e/editorPage.ts';
import { type Cost, drag, measure, openEditor, wheel } from './benchEditor.ts';
import { enlargedPhotograph } from './enlargedPhotograph.ts';
import { coast } from './maskScene.ts';
import { type BenchRegion, benchRegions, imageSide } from './scene.ts';
import { report } from './timing.ts';

const middle = { x: imageSide / 2, y: imageSide / 2 };
const large: BenchRegion = { id: 'region-1', name: 'Region 1', isHidden: false, rings: [coast(6000)] };
const masks = [
  ['an empty mask', []],
  ['200 × 50 vertices', benchRegions()],
  ['6,000 vertices', [large]],
] as const;

let browser: Browser;
let folder: string;
let photograph: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'editor-bench-'));
  photograph = join(folder, 'photograph.jpg');
  const coffee = resolve(import.meta.dirname, '../../public/samples/coffee.png');
  await writeFile(photograph, await enlargedPhotograph(coffee, imageSide, imageSide));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

test('a frame of brush and lasso, and of drawing all regions anew', async () => {
  for (const [name, regions] of masks) {
    const editor = await openEditor(browser, photograph, regions);
    const at = await editor.onScreen(middle);
    for (const tool of ['Brush', 'Lasso'] as const) {
      await editor.pickTool(tool);
      reportCost(`a frame of ${tool} over ${name}`, await measure(editor.page, at, drag));
    }
    await editor.pickTool('Pan');
    reportCost(`drawing ${name} anew, zooming`, await measure(editor.page, at, wheel));
    await editor.page.context().close();
  }
});

function reportCost(name: string, { median, script, task }: Cost) {
  const figures = [median, script, task].map((ms) => ms.toFixed(2));
  report(name, `script ${figures[0]} ms (mean ${figures[1]}), main thread ${figures[2]} ms`);
}
