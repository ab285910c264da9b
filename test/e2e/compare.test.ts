import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import sharp from 'sharp';
import { beforeAll, describe, test } from 'vitest';
import type { Point } from '../../src/model/geometry/point.ts';
import {
  closeContexts,
  type EditorPage,
  expect,
  openBrowser,
  samplePath,
  soon,
  visitEditor,
} from './editorPage.ts';

type Colour = readonly number[];

const canvas = { width: 520, height: 360 };
/** Of the photograph, which is 451 × 300 px. */
const at: Point = { x: 40, y: 30 };
const mask = { left: 150, top: 110, right: 250, bottom: 190 };
/** What the service changed although it was to be kept, in canvas px. */
const spoilt = { left: 300, top: 200, width: 60, height: 40 };

let browser: Browser;
let editor: EditorPage;
let resultBytes: Buffer;

beforeAll(async () => {
  browser = await openBrowser();
  editor = await visitEditor(browser);
  await editor.page.route('**/api/tasks/*/results/*', async (route) => {
    const response = await route.fetch();
    resultBytes = await spoil(await response.body());
    await route.fulfill({ contentType: 'image/png', body: resultBytes });
  });
  await editor.openSample('chelsea.png', canvas, at);
  await editor.drawRectangle({ x: mask.left, y: mask.top }, { x: mask.right, y: mask.bottom });
  await editor.ask('a cat [sandbox:results=1]');
  await editor.button('Generate').click();
  await expect(editor.page.getByRole('region', { name: 'Compare' })).toBeVisible();
  // The bar is there as soon as the task is done, the image when it has been fetched.
  await expect.poll(() => resultBytes !== undefined, { timeout: 20_000 }).toBe(true);
  return () => closeContexts(browser);
});

/** As a service might that does not leave alone what is outside the mask. */
async function spoil(image: Buffer): Promise<Buffer> {
  const { left, top, ...size } = spoilt;
  const patch = { create: { ...size, channels: 3 as const, background: '#00ff00' } };
  return sharp(image)
    .composite([{ input: patch, left, top }])
    .png()
    .toBuffer();
}

/** The colour on the page where a canvas pixel lies, at 100 %. */
async function seenAt(point: Point): Promise<Colour> {
  const { x, y } = await editor.onScreen({ x: point.x + 0.5, y: point.y + 0.5 });
  const clip = { x: Math.floor(x), y: Math.floor(y), width: 1, height: 1 };
  return [
    ...(await sharp(await editor.page.screenshot({ clip }))
      .removeAlpha()
      .raw()
      .toBuffer()),
  ];
}

async function colours(image: Buffer | string) {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return (x: number, y: number): Colour => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ];
}

describe('a result beside its layout', () => {
  test('by swipe shows the result left of the handle and the layout right of it, also moved and panned', async () => {
    await editor.choose('Compare by', 'Swipe');
    const [result, original] = [await colours(resultBytes), await colours(samplePath('chelsea.png'))];
    const [left, right] = [
      { x: 200, y: 60 },
      { x: 330, y: 220 },
    ];
    await soon(() => seenAt(left)).toEqual(result(left.x, left.y));
    await soon(() => seenAt(right)).toEqual(original(right.x - at.x, right.y - at.y));

    await editor.page.getByRole('slider', { name: 'Swipe' }).press('End');
    await soon(() => seenAt(right)).toEqual([0, 255, 0]);
    await editor.drag({ x: 100, y: 300 }, { x: 130, y: 280 });
    await soon(() => seenAt(right)).toEqual([0, 255, 0]);

    await editor.page.keyboard.down('c');
    await soon(() => seenAt(right)).toEqual(original(right.x - at.x, right.y - at.y));
    await editor.page.keyboard.up('c');
    await soon(() => seenAt(right)).toEqual([0, 255, 0]);
  });

  test('by the kept area says how much of it differs', async () => {
    await editor.choose('Compare by', 'Kept area');
    const kept = 451 * 300 - (mask.right - mask.left) * (mask.bottom - mask.top);
    const share = ((100 * spoilt.width * spoilt.height) / kept).toFixed(1);
    await expect(editor.page.getByRole('status', { name: 'Kept area check' })).toHaveText(
      `${share} % of the kept pixels differ visibly.`,
    );
  });
});

test('restoring the kept pixels downloads the original outside the mask, and the result inside', async () => {
  await editor.button('Restore kept pixels').click();
  await editor.field('Feather').fill('0');
  await editor.field('Feather').press('Tab');
  const restored = await colours(await readFile(await editor.download('Download restored')));
  const [result, original] = [await colours(resultBytes), await colours(samplePath('chelsea.png'))];
  const wrong: string[] = [];
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const isKept = x >= at.x && x < at.x + 451 && y >= at.y && y < at.y + 300 && !isMasked(x, y);
      const due = isKept ? original(x - at.x, y - at.y) : result(x, y);
      if (`${due}` !== `${restored(x, y)}`) wrong.push(`${x}, ${y}`);
    }
  }
  expect(wrong).toEqual([]);
});

function isMasked(x: number, y: number): boolean {
  return x >= mask.left && x < mask.right && y >= mask.top && y < mask.bottom;
}
