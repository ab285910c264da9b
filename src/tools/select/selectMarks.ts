import type { Document } from '../../model/document/document.ts';
import { canvasToImage, imageToCanvas } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import type { Mark } from '../draft.ts';
import type { DraftView, Subject } from '../tool.ts';
import { handledVertices } from './handledVertices.ts';
import { vertexAt } from './reselect.ts';
import { handledRegions, pixelScale, type SelectHit } from './selectHit.ts';

/** The outlines of the selected regions, and of their vertices those that can be told apart. */
export function selectionMarks(
  { document, selection }: Subject,
  { pointer, unitsPerPixel }: DraftView,
): Mark[] {
  const selected = document.regions.filter(
    (region) => !region.isHidden && selection.regionIds.includes(region.id),
  );
  const { spaced, dense } = handledVertices(
    handledRegions(document, selection).flatMap((region) => region.rings),
    pixelScale(document, unitsPerPixel),
    pointer && canvasToImage(pointer.point, document),
  );
  const chosen = selection.vertices.flatMap((vertex) => vertexAt(vertex, document) ?? []);
  return [
    ...selected.map(({ rings }): Mark => ({ kind: 'outline', rings, look: 'selected' })),
    { kind: 'handles', points: onCanvas(spaced, document), look: 'vertex' },
    { kind: 'handles', points: onCanvas(dense, document), look: 'denseVertex' },
    { kind: 'handles', points: onCanvas(chosen, document), look: 'selectedVertex' },
  ];
}

/** What a press would do: select the region under the pointer, take its vertex, or insert one. */
export function hoverMarks(hit: SelectHit, { document, selection }: Subject): Mark[] {
  switch (hit.kind) {
    case 'vertex': {
      const point = vertexAt(hit.vertex, document);
      const points = onCanvas(point === undefined ? [] : [point], document);
      return [{ kind: 'handles', points, look: 'selectedVertex' }];
    }
    case 'edge':
      return [{ kind: 'handles', points: onCanvas([hit.point], document), look: 'ghost' }];
    case 'region':
      if (selection.regionIds.includes(hit.regionId)) return [];
      return document.regions
        .filter((region) => region.id === hit.regionId)
        .map(({ rings }): Mark => ({ kind: 'outline', rings, look: 'hovered' }));
    case 'ground':
      return [];
  }
}

function onCanvas(points: readonly Point[], document: Document): Point[] {
  return points.map((point) => imageToCanvas(point, document));
}
