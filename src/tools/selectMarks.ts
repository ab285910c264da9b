import type { Document } from '../model/document.ts';
import type { Point } from '../model/geometry/point.ts';
import type { Region } from '../model/mask/region.ts';
import { imageToCanvas } from '../model/spaces.ts';
import type { Mark, PathLook } from './draft.ts';
import { vertexAt } from './reselect.ts';
import { handledRegions, type SelectHit } from './selectHit.ts';
import type { Subject } from './tool.ts';

/** The outlines of the selected regions and their vertices. */
export function selectionMarks({ document, selection }: Subject): Mark[] {
  const selected = document.regions.filter(
    (region) => !region.isHidden && selection.regionIds.includes(region.id),
  );
  const handled = handledRegions(document, selection);
  const vertices = handled.flatMap((region) => region.rings.flat());
  const chosen = selection.vertices.flatMap((vertex) => vertexAt(vertex, document) ?? []);
  return [
    ...selected.flatMap((region) => outlines(region, 'selected', document)),
    { kind: 'handles', points: onCanvas(vertices, document), look: 'vertex' },
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
        .flatMap((region) => outlines(region, 'hovered', document));
    case 'ground':
      return [];
  }
}

function outlines(region: Region, look: PathLook, document: Document): Mark[] {
  return region.rings.map((ring) => ({
    kind: 'path',
    points: onCanvas(ring, document),
    isClosed: true,
    look,
  }));
}

function onCanvas(points: readonly Point[], document: Document): Point[] {
  return points.map((point) => imageToCanvas(point, document));
}
