import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import sharp from 'sharp';
import { beforeAll, describe, test } from 'vitest';
import {
  closeContexts,
  type EditorPage,
  expect,
  openBrowser,
  samplePath,
  soon,
  visitEditor,
} from './editorPage.ts';

/** Each sample with the canvas it is extended to, a rectangle to repaint, in image px, and how the mask is sent. */
const jobs = [
  {
    name: 'chelsea.png',
    size: [451, 300],
    canvas: [640, 480],
    masked: { from: [100, 60], to: [200, 160] },
    formats: ['Polygons', 'Mask image'],
  },
  {
    name: 'rocket.jpg',
    size: [640, 427],
    canvas: [700, 900],
    masked: { from: [40, 30], to: [240, 180] },
    formats: ['Mask image'],
  },
] as const;

let browser: Browser;
let editor: EditorPage;

beforeAll(async () => {
  browser = await openBrowser();
  return () => closeContexts(browser);
});

describe.each(jobs)(
  'the whole job with $name',
  ({ name, size: [width, height], canvas, masked, formats }) => {
    beforeAll(async () => {
      editor = await visitEditor(browser);
      return () => editor.page.context().close();
    });

    test('opens the photograph, with the canvas as the image', async () => {
      await editor.openFile(samplePath(name));
      await expect(editor.field('Canvas width')).toHaveValue(String(width));
      await expect(editor.field('Canvas height')).toHaveValue(String(height));
      await expect(editor.problems).toContainText('prompt');
    });

    test('resizes the canvas and places the image by dragging it', async () => {
      await editor.setField('Canvas width', canvas[0]);
      await editor.setField('Canvas height', canvas[1]);
      await editor.pickTool('Move image');
      const start = await editor.placement();
      await editor.drag({ x: start.x + 60, y: start.y + 60 }, { x: start.x + 77, y: start.y + 71 }, [
        'Control',
      ]);
      await soon(editor.placement).toEqual({ x: start.x + 17, y: start.y + 11, width, height });
    });

    test('draws a region that is sent in image pixels', async () => {
      const { x, y } = await editor.placement();
      await editor.drawRectangle(
        { x: x + masked.from[0], y: y + masked.from[1] },
        { x: x + masked.to[0], y: y + masked.to[1] },
      );
      await expect(editor.regions).toHaveCount(1);
      const [left, top] = masked.from;
      const [right, bottom] = masked.to;
      await soon(async () => (await editor.request()).model_params.mask).toEqual({
        areas: [{ width, height, points: [left, top, left, bottom, right, bottom, right, top] }],
      });
    });

    test('downloads the mask, exactly white on black', async () => {
      const file = await readFile(await editor.download('Download mask'));
      const { channels, depth, hasAlpha } = await sharp(file).metadata();
      expect({ channels, depth, hasAlpha }).toEqual({ channels: 1, depth: 'uchar', hasAlpha: false });
      const { data, info } = await sharp(file).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([width, height]);
      const [left, top] = masked.from;
      const [right, bottom] = masked.to;
      let wrong = 0;
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const isMasked = x >= left && x < right && y >= top && y < bottom;
          if (data[y * width + x] !== (isMasked ? 255 : 0)) wrong += 1;
        }
      }
      expect(wrong).toBe(0);
    });

    test.each(formats)('generates with the mask as %s, and shows the results', async (format) => {
      const before = await editor.results.count();
      await editor.choose('Mask format', format);
      await editor.choose('Speed', 'Turbo');
      await editor.prompt.fill('a quiet evening [sandbox:results=2]');
      await expect(editor.problems).not.toContainText('Write a prompt');
      await editor.button('Generate').click();
      await expect(editor.progress).toBeVisible();
      await expect(editor.results).toHaveCount(before + 2);
      await expect(editor.results.first()).toContainText('Sandbox');
    });

    test('gives results of the size of the canvas that keep what was to be kept', async () => {
      const file = await editor.downloadOf(editor.results.first());
      const result = await sharp(await readFile(file))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([result.info.width, result.info.height]).toEqual([...canvas]);
      const photograph = await sharp(samplePath(name)).removeAlpha().raw().toBuffer();
      const { x, y } = await editor.placement();
      const pixel = (data: Buffer, stride: number, at: [number, number]) => [
        ...data.subarray((at[1] * stride + at[0]) * 3, (at[1] * stride + at[0]) * 3 + 3),
      ];
      const [kept, original] = [
        pixel(result.data, canvas[0], [x + 20, y + 20]),
        pixel(photograph, width, [20, 20]),
      ];
      // The JPEG is in AdobeRGB and leaves in sRGB, as one of its own: some colours are a step beside themselves.
      const stepsMax = name === 'rocket.jpg' ? 2 : 0;
      const steps = kept.map((value, channel) => Math.abs(value - (original[channel] ?? 0)));
      expect(Math.max(...steps)).toBeLessThanOrEqual(stepsMax);
    });
  },
);
