import type { CDPSession } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { closeContexts, type EditorPage, openBrowser, soon, visitEditor } from './editorPage.ts';

let editor: EditorPage;
let session: CDPSession;

beforeAll(async () => {
  const browser = await openBrowser();
  editor = await visitEditor(browser);
  session = await editor.page.context().newCDPSession(editor.page);
  await editor.openSample('coffee.png', { width: 600, height: 400 }, { x: 0, y: 0 });
  return () => closeContexts(browser);
});

/** As the browser's zoom does; a window on another monitor keeps its size in CSS px. */
async function setPixelRatio(deviceScaleFactor: number) {
  const width = Math.round(1280 / deviceScaleFactor);
  const height = Math.round(800 / deviceScaleFactor);
  const metrics = { width, height, deviceScaleFactor, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
}

type Layer = { ratio: number; pixels: [number, number]; wanted: [number, number]; shown: [number, number] };

/** Of each layer: how many pixels it has, how many the screen has for it, and on how many of those it is shown. */
function layers(): Promise<Layer[]> {
  // A layout knows 64ths of a CSS px.
  return editor.stage.evaluate((stage) =>
    [...stage.querySelectorAll('canvas')].map((canvas) => {
      const ratio = window.devicePixelRatio;
      const onScreen = (side: number) => Math.round(side * ratio * 10) / 10;
      const { width, height } = canvas.getBoundingClientRect();
      return {
        ratio: Math.round(ratio * 100) / 100,
        pixels: [canvas.width, canvas.height],
        wanted: [Math.floor(stage.clientWidth * ratio), Math.floor(stage.clientHeight * ratio)],
        shown: [onScreen(width), onScreen(height)],
      };
    }),
  );
}

/** Whether the photograph is where it is said to be: the pixels left and right of its edge are another's and its own. */
function edge(): Promise<boolean> {
  return editor.stage.evaluate((stage) => {
    const { zoom, originX, originY } = (stage as HTMLElement).dataset;
    const ratio = window.devicePixelRatio;
    const x = (Number(originX) + 600 * Number(zoom)) * ratio;
    const y = (Number(originY) + 200 * Number(zoom)) * ratio;
    const context = stage.querySelector('canvas')?.getContext('2d');
    const alpha = (at: number) => context?.getImageData(at, Math.round(y), 1, 1).data[3];
    return alpha(Math.floor(x) - 3) === 255 && alpha(Math.ceil(x) + 3) === 0;
  });
}

test.for([1.1, 1.25, 1.5, 2, 3, 1])(
  'at %d pixels a CSS px, each layer is as sharp as the screen',
  async (ratio) => {
    await setPixelRatio(ratio);
    await soon(async () => {
      const found = await layers();
      const isSharp = ({ pixels, wanted, shown }: Layer) =>
        String([pixels, pixels]) === String([wanted, shown]);
      return found.length === 3 && found.every((layer) => layer.ratio === ratio && isSharp(layer))
        ? 'sharp'
        : found;
    }).toBe('sharp');
    await soon(edge).toBe(true);
  },
);

test('a window on another monitor, too, whose size stays', async () => {
  await editor.page.evaluate(() =>
    window.addEventListener('resize', (event) => event.stopImmediatePropagation(), true),
  );
  await setPixelRatio(2);
  await soon(async () =>
    (await layers()).map(({ pixels, wanted }) => String(pixels) === String(wanted)),
  ).toEqual([true, true, true]);
  expect((await layers())[0]?.ratio).toBe(2);
});
