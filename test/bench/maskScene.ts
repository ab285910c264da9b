import type { Document } from '../../src/model/document/document.ts';
import { addRegions } from '../../src/model/document/regions.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import type { Ring } from '../../src/model/geometry/rings/ring.ts';
import { benchRegions, imageSide } from './scene.ts';

const size = { width: imageSide, height: imageSide };

/** A large photograph that fills its frame: canvas px are image px. */
export const emptyMask: Document = {
  image: { id: 'photo', name: 'photo.jpg', ...size },
  canvas: size,
  placement: { x: 0, y: 0, ...size },
  regions: [],
};

/** 200 regions of 50 vertices each. */
export const fullMask: Document = addRegions(
  emptyMask,
  benchRegions().map((region) => region.rings),
);

/** As a hand draws it: a long wave across the photograph that does not meet itself. */
export function wave(count: number): Point[] {
  return Array.from({ length: count }, (_, index) => ({
    x: 300 + (3500 * index) / count,
    y: 2000 + 900 * Math.sin(index / 35) + 40 * Math.sin(index / 3),
  }));
}

/** To and fro over the same place, crossing itself all the time. */
export function scribble(count: number): Point[] {
  return Array.from({ length: count }, (_, index) => ({
    x: 2000 + (600 + index) * Math.cos(index * 0.7) + index / 2,
    y: 2000 + 500 * Math.sin(index * 0.9),
  }));
}

/** As a hand fills a place: to and fro in narrow lines, then across them, points a few px apart. */
export function hatching(count: number): Point[] {
  const along = (index: number) => 500 * Math.acos(Math.cos(index / 4));
  return Array.from({ length: count }, (_, index) => {
    const drift = 1200 + 3 * index + 8 * Math.sin(index * 1.3);
    const point = { x: 1200 + along(index), y: drift };
    return index < count / 2 ? point : { x: drift, y: point.x };
  });
}

/** Around a thing, with a hand's wobble. */
export function loop(count: number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    const reach = 1200 + 150 * Math.sin(angle * 5) + 12 * Math.sin(index * 1.7);
    return { x: 2048 + reach * Math.cos(angle), y: 2048 + reach * Math.sin(angle) };
  });
}

/** A spiky star around the middle: each spike is as long as `depth`, a share of the radius. */
export function star(vertexCount: number, depth: number): Ring {
  return Array.from({ length: vertexCount }, (_, index) => {
    const angle = (index / vertexCount) * 2 * Math.PI;
    const reach = 1900 * (index % 2 === 0 ? 1 : 1 - depth);
    return {
      x: Math.round(2048 + reach * Math.cos(angle)),
      y: Math.round(2048 + reach * Math.sin(angle)),
    };
  });
}

/** The edge of foliage, as the wand finds it: its steps are a few pixels long and turn as they like. */
export function coast(vertexCount: number): Ring {
  return Array.from({ length: vertexCount }, (_, index) => {
    const angle = (index / vertexCount) * 2 * Math.PI;
    const reach = 1500 + 250 * Math.sin(angle * 7) + 60 * Math.sin(angle * 61) + 3 * Math.sin(index * 2.3);
    return {
      x: Math.round(2048 + reach * Math.cos(angle)),
      y: Math.round(2048 + reach * Math.sin(angle)),
    };
  });
}
