import { afterAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { connectCompareWorker } from '../../src/workers/connectWorkers.ts';
import { coloursAt, drawnImage, type Rgba } from '../image/imageFiles.ts';
import { documentWith, rectRing, regionOf } from '../model/document/sampleDocuments.ts';

const service = connectCompareWorker();

afterAll(() => service.close());

const red: Rgba = [255, 0, 0, 255];
const green: Rgba = [0, 255, 0, 255];

/** 60 × 40 px on a canvas of 100 × 40, with a square of 20 px masked. */
const document: Document = documentWith({
  image: { width: 60, height: 40 },
  canvas: { width: 100, height: 40 },
  placement: { x: 20, y: 0, width: 60, height: 40 },
  regions: [regionOf(1, [rectRing(20, 10, 40, 30)])],
});

const plain = (width: number, height: number, colour: string) =>
  drawnImage(width, height, 'image/png', (context) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
  });

async function compared(id: string, change: { result?: Blob; document?: Document } = {}) {
  return {
    id,
    result: change.result ?? (await plain(100, 40, '#0f0')),
    original: await plain(60, 40, '#f00'),
    document: change.document ?? document,
    maskFrame: 'image' as const,
  };
}

describe('the check', () => {
  test('counts what differs of what was to be kept, and maps it', async () => {
    const { figures, difference, heat } = await service.check(await compared('all green'));
    const toKeep = 60 * 40 - 20 * 20;
    expect(figures).toMatchObject({ kept: toKeep, differing: toKeep });
    expect(figures.meanDifference).toBeGreaterThan(40);
    expect([difference.width, difference.height, heat.width, heat.height]).toEqual([100, 40, 100, 40]);
    const [beside, masked, kept] = [
      [5, 5],
      [50, 20],
      [25, 5],
    ] as const;
    expect(coloursAt(difference, [beside, masked, kept]).map(([, , , alpha]) => alpha)).toEqual([
      0, 255, 255,
    ]);
    expect(coloursAt(heat, [beside, masked, kept]).map(([, , , alpha]) => alpha)).toEqual([208, 208, 255]);
  });

  test('finds nothing in a result that is the layout', async () => {
    const result = await drawnImage(100, 40, 'image/png', (context) => {
      context.fillStyle = '#f00';
      context.fillRect(20, 0, 60, 40);
    });
    const { figures } = await service.check(await compared('left alone', { result }));
    expect(figures).toMatchObject({ differing: 0, meanDifference: 0 });
  });

  test('stretches a result of another size over the canvas', async () => {
    const result = await drawnImage(200, 80, 'image/png', (context) => {
      context.fillStyle = '#f00';
      context.fillRect(40, 0, 120, 80);
    });
    const { figures, resultSize } = await service.check(await compared('twice as large', { result }));
    expect({ differing: figures.differing, resultSize }).toEqual({
      differing: 0,
      resultSize: { width: 200, height: 80 },
    });
  });
});

describe('restoring', () => {
  test('gives a file of the canvas’s size: the original where it was to be kept, else the result', async () => {
    const png = await service.restoredPng(await compared('all green'), 0);
    expect(png.type).toBe('image/png');
    const bitmap = await createImageBitmap(png);
    expect([bitmap.width, bitmap.height]).toEqual([100, 40]);
    const points = [
      [19, 5],
      [20, 5],
      [79, 39],
      [80, 39],
      [39, 10],
      [40, 10],
      [59, 29],
      [60, 29],
    ] as const;
    expect(coloursAt(bitmap, points)).toEqual([green, red, red, green, red, green, green, red]);
  });

  test('with a feather blends on the kept side of the seam, and looks like the file', async () => {
    const [seen, png] = await Promise.all([
      service.restore(await compared('all green'), 5),
      service.restoredPng(await compared('all green'), 5),
    ]);
    const points = [
      [19, 5],
      [20, 5],
      [22, 5],
      [25, 5],
      [50, 20],
    ] as const;
    const colours = coloursAt(seen, points);
    expect(colours).toEqual(coloursAt(await createImageBitmap(png), points));
    expect([colours[0], colours[2], colours[3], colours[4]]).toEqual([green, [128, 128, 0, 255], red, green]);
  });
});

test('a damaged result is said to be so, and the next question is answered', async () => {
  const damaged = await compared('damaged', { result: new Blob(['nothing']) });
  await expect(service.check(damaged)).rejects.toThrow();
  const { figures } = await service.check(await compared('all green'));
  expect(figures.kept).toBe(2000);
});

test('once closed it rejects what is under way, and starts anew at the next question', async () => {
  const given = await compared('all green');
  const under = service.check(given);
  service.close();
  await expect(under).rejects.toThrow('put away');
  expect((await service.check(given)).figures.kept).toBe(2000);
});
