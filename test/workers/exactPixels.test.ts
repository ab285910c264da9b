import { afterEach, expect, test, vi } from 'vitest';
import { exactPixels, isCanvasAltered } from '../../src/workers/exactPixels.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** As a browser that hides from trackers does: another shade in every third value. */
function alterCanvas() {
  const read = OffscreenCanvasRenderingContext2D.prototype.getImageData;
  const altered = vi.fn(function (this: OffscreenCanvasRenderingContext2D, ...area: Parameters<typeof read>) {
    const image = read.apply(this, area);
    for (let at = 0; at < image.data.length; at += 3) image.data[at] = (image.data[at] ?? 0) ^ 1;
    return image;
  });
  vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(altered);
}

function painted(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(2, 1).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.fillStyle = 'rgb(10 20 30)';
  context.fillRect(0, 0, 1, 1);
  context.fillStyle = 'rgb(200 100 50 / 0.5)';
  context.fillRect(1, 0, 1, 1);
  return context;
}

test('a canvas is read as it is where the browser leaves that alone', async () => {
  expect(isCanvasAltered()).toBe(false);
  expect([...(await exactPixels(painted()))].slice(0, 4)).toEqual([10, 20, 30, 255]);
});

test('where the browser alters what is read from a canvas, pixels are what was painted', async () => {
  alterCanvas();
  expect(isCanvasAltered()).toBe(true);
  const [red = 0, green = 0, blue = 0, alpha, ...translucent] = await exactPixels(painted());
  expect([red, green, blue, alpha]).toEqual([10, 20, 30, 255]);
  const differences = translucent.map((value, at) => Math.abs(value - ([200, 100, 50, 128][at] ?? 0)));
  expect(Math.max(...differences)).toBeLessThan(3);
});

test('without another way what the canvas gives has to do', async () => {
  alterCanvas();
  vi.stubGlobal('VideoFrame', undefined);
  expect([...(await exactPixels(painted()))].slice(0, 4)).toEqual([11, 20, 30, 254]);
});
