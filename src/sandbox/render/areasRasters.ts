import type { Area } from '../../contract/area.ts';
import { limits } from '../../contract/limits.ts';
import type { Point } from '../../model/geometry/point.ts';
import { scanRings } from '../../model/geometry/rings/scanRings.ts';
import { type Raster, RenderError } from './decodeImage.ts';

/** The union of the areas in pixels of their frames: one raster for each size of frame that occurs. */
export function areasRasters(areas: readonly Area[]): readonly Raster[] {
  const rasters = new Map<string, Raster>();
  for (const area of areas) {
    const key = `${area.width} × ${area.height}`;
    const raster = rasters.get(key) ?? emptyRaster(area);
    rasters.set(key, raster);
    // Each on its own: areas that turn opposite ways would cancel out where they overlap.
    scanRings([verticesOf(area)], raster, (y, xStart, xEnd) => {
      raster.data.fill(255, y * raster.width + xStart, y * raster.width + xEnd);
    });
  }
  return [...rasters.values()];
}

function emptyRaster({ width, height }: Area): Raster {
  if (width * height > limits.imagePixelsMax) {
    throw new RenderError('invalid_parameters', `An area's frame of ${width} × ${height} px is too large.`);
  }
  return { width, height, data: new Uint8Array(width * height) };
}

function verticesOf({ points }: Area): Point[] {
  const vertices: Point[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    vertices.push({ x: points[at] ?? 0, y: points[at + 1] ?? 0 });
  }
  return vertices;
}
