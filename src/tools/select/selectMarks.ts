import type { Document } from '../../model/document/document.ts';
import { canvasToImage, imageToCanvas } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import type { Mark } from '../draft.ts';
import type { DocumentWithSelection } from '../selection.ts';
import type { DraftView } from '../tool.ts';
import { vertexAt } from './remapSelection.ts';
import { pixelScale, regionsWithHandles, type SelectHit } from './selectHit.ts';
import { vertexHandles } from './vertexHandles.ts';

/** The outlines of the selected regions, and of their vertices those that can be told apart. */
export function selectionMarks(
  { document, selection }: DocumentWithSelection,
  { pointer, unitsPerPixel }: DraftView,
): Mark[] {
  const selected = document.regions.filter(
    (region) => !region.isHidden && selection.regionIds.includes(region.id),
  );
  const { spaced, dense } = vertexHandles(
    regionsWithHandles(document, selection).flatMap((region) => region.rings),
    pixelScale(document, unitsPerPixel),
    pointer && canvasToImage(pointer.point, document),
  );
  const selectedPoints = selection.vertices.flatMap((vertex) => vertexAt(vertex, document) ?? []);
  return [
    ...selected.map(({ rings }): Mark => ({ kind: 'outline', rings, style: 'selected' })),
    { kind: 'handles', points: onCanvas(spaced, document), style: 'vertex' },
    { kind: 'handles', points: onCanvas(dense, document), style: 'denseVertex' },
    { kind: 'handles', points: onCanvas(selectedPoints, document), style: 'selectedVertex' },
  ];
}

/** What a press would do: select the region under the pointer, select its vertex, or insert one. */
export function hoverMarks(hit: SelectHit, { document, selection }: DocumentWithSelection): Mark[] {
  switch (hit.kind) {
    case 'vertex': {
      const point = vertexAt(hit.vertex, document);
      const points = onCanvas(point === undefined ? [] : [point], document);
      return [{ kind: 'handles', points, style: 'selectedVertex' }];
    }
    case 'edge':
      return [{ kind: 'handles', points: onCanvas([hit.point], document), style: 'ghost' }];
    case 'region':
      if (selection.regionIds.includes(hit.regionId)) return [];
      return document.regions
        .filter((region) => region.id === hit.regionId)
        .map(({ rings }): Mark => ({ kind: 'outline', rings, style: 'hovered' }));
    case 'background':
      return [];
  }
}

function onCanvas(points: readonly Point[], document: Document): Point[] {
  return points.map((point) => imageToCanvas(point, document));
}
