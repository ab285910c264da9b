/**
 * Where a dragged vertex goes by itself: onto another vertex, or else onto the edges of the image and of the canvas.
 * All in image px. What there is to snap to is gathered once a drag, since a document may hold thousands of vertices;
 * a move then only passes over them once.
 */

import type { Point } from '../geometry/point.ts';
import { roundPx } from '../geometry/scalar.ts';
import type { Document } from './document.ts';
import type { Region } from './region.ts';
import { canvasToImage } from './spaces.ts';
import type { VertexRef } from './vertices.ts';

/** Upright lines at `xs` and level lines at `ys`; the canvas's edges may lie between whole px. */
export type VertexSnapTargets = {
  readonly vertices: readonly Point[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
};

type SnapLine = { readonly axis: 'x' | 'y'; readonly at: number };

export type SnappedVertex = {
  /** In whole px. */
  readonly point: Point;
  /** The vertex that it has snapped to. */
  readonly vertex: Point | undefined;
  /** The edges that it has snapped to. */
  readonly lines: readonly SnapLine[];
};

/** All that vertices snap to while those of `dragged` are moved. Hidden regions do not count. */
export function vertexSnapTargets(document: Document, dragged: readonly VertexRef[]): VertexSnapTargets {
  const { image, canvas } = document;
  const vertices = document.regions
    .filter((region) => !region.isHidden)
    .flatMap((region) => verticesBut(dragged, region));
  const start = canvasToImage({ x: 0, y: 0 }, document);
  const end = canvasToImage({ x: canvas.width, y: canvas.height }, document);
  return {
    vertices,
    xs: [...(image === null ? [] : [0, image.width]), start.x, end.x],
    ys: [...(image === null ? [] : [0, image.height]), start.y, end.y],
  };
}

function verticesBut(dragged: readonly VertexRef[], { id, rings }: Region): readonly Point[] {
  const own = dragged.filter(({ regionId }) => regionId === id);
  if (own.length === 0) return rings.flat();
  return rings.flatMap((vertices, ring) => {
    const indices = new Set(own.filter((ref) => ref.ring === ring).map(({ index }) => index));
    return vertices.filter((_, index) => !indices.has(index));
  });
}

/**
 * The nearest vertex if one is within `reach`, else on each axis the nearest line that is. `reach` is in image px on
 * each axis, so that a stretched image snaps as far to every side on screen.
 */
export function snapVertex(at: Point, targets: VertexSnapTargets, reach: Point): SnappedVertex {
  const vertex = nearestWithin(at, targets.vertices, reach);
  if (vertex !== undefined) return { point: vertex, vertex, lines: [] };
  const x = nearestLine(at.x, targets.xs, reach.x);
  const y = nearestLine(at.y, targets.ys, reach.y);
  return {
    point: { x: roundPx(x ?? at.x), y: roundPx(y ?? at.y) },
    vertex,
    lines: [...lineAt('x', x), ...lineAt('y', y)],
  };
}

/** In units of the reach. Divisions round: a vertex right at the reach, as at 5 and 12 px of 13, comes out beyond 1. */
const reachSquared = 1 + 1e-12;

function nearestWithin(at: Point, vertices: readonly Point[], reach: Point): Point | undefined {
  let nearest: Point | undefined;
  let nearestSquared = reachSquared;
  for (const vertex of vertices) {
    const x = (vertex.x - at.x) / reach.x;
    if (x > 1 || x < -1) continue;
    const y = (vertex.y - at.y) / reach.y;
    const squared = x * x + y * y;
    if (squared > nearestSquared) continue;
    nearest = vertex;
    nearestSquared = squared;
  }
  return nearest;
}

function nearestLine(at: number, lines: readonly number[], reach: number): number | undefined {
  return lines
    .filter((line) => Math.abs(line - at) <= reach)
    .toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
}

function lineAt(axis: SnapLine['axis'], at: number | undefined): SnapLine[] {
  return at === undefined ? [] : [{ axis, at }];
}
