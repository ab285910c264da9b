import type { Document } from '../../model/document/document.ts';
import type { Region } from '../../model/document/region.ts';
import { canvasToImage, imageScale } from '../../model/document/spaces.ts';
import type { VertexRef } from '../../model/document/vertices.ts';
import type { Point } from '../../model/geometry/point.ts';
import { isPointInRings, nearestEdge, nearestVertex } from '../../model/geometry/rings/hitRings.ts';
import { type HitPlace, hitRadius } from '../hitRadius.ts';
import type { DocumentWithSelection, Selection } from '../selection.ts';

/** What is under the pointer. Vertices and edges count only in regions that show their handles. */
export type SelectHit =
  | { readonly kind: 'vertex'; readonly vertex: VertexRef }
  /** `vertex`: the one that inserting `point` (image px) into the edge would make. */
  | { readonly kind: 'edge'; readonly vertex: VertexRef; readonly point: Point }
  | { readonly kind: 'region'; readonly regionId: string }
  | { readonly kind: 'background' };

type HitQuery = Pick<DocumentWithSelection, 'selection'> & HitPlace;

/** CSS px. */
const vertexRadius = 8;
const edgeRadius = 6;
/** With more regions selected their vertices would cover the picture. */
const regionsWithHandlesMax = 20;

const background: SelectHit = { kind: 'background' };

/** The last hit in a document: in every frame the cursor and the marks ask for the same. */
const cachedHits = new WeakMap<Document, HitQuery & { readonly hit: SelectHit }>();

/** What is nearest to it: a vertex, then an edge, then the topmost region. */
export function hitAt(
  { point, unitsPerPixel, isTouch = false }: HitPlace,
  { document, selection }: DocumentWithSelection,
): SelectHit {
  const cached = cachedHits.get(document);
  const query = { point, unitsPerPixel, isTouch, selection };
  if (cached && isSameQuery(cached, query)) return cached.hit;
  const hit = findHit(query, { document, selection });
  cachedHits.set(document, { ...query, hit });
  return hit;
}

function isSameQuery(a: HitQuery, b: HitQuery): boolean {
  const isSamePlace = a.point === b.point && a.unitsPerPixel === b.unitsPerPixel;
  return isSamePlace && a.isTouch === b.isTouch && a.selection === b.selection;
}

function findHit(place: HitPlace, { document, selection }: DocumentWithSelection): SelectHit {
  const toPixels = pixelScale(document, place.unitsPerPixel);
  const at = canvasToImage(place.point, document);
  const radius = (mouseRadius: number) => hitRadius(mouseRadius, { ...place, unitsPerPixel: 1 });
  const withHandles = regionsWithHandles(document, selection).toReversed();
  return (
    firstFound(withHandles, (region) => vertexHit(at, region, toPixels, radius(vertexRadius))) ??
    firstFound(withHandles, (region) => edgeHit(at, region, toPixels, radius(edgeRadius))) ??
    firstFound(document.regions.toReversed(), (region) => regionHit(at, region)) ??
    background
  );
}

/** CSS px on each axis of one image px. */
export function pixelScale(document: Document, unitsPerPixel: number): Point {
  const { x, y } = imageScale(document);
  return { x: x / unitsPerPixel, y: y / unitsPerPixel };
}

/** The region there: by what is inside it, and a selected one also by its outline. */
export function hitRegionAt(place: HitPlace, current: DocumentWithSelection): string | undefined {
  const hit = hitAt(place, current);
  switch (hit.kind) {
    case 'background':
      return undefined;
    case 'region':
      return hit.regionId;
    case 'edge':
    case 'vertex':
      return hit.vertex.regionId;
  }
}

/** What a press there drags: with Alt it never adds a vertex, so that thin regions can be duplicated as well. */
export function pressedHit(hit: SelectHit, alt: boolean): SelectHit {
  return alt && hit.kind === 'edge' ? { kind: 'region', regionId: hit.vertex.regionId } : hit;
}

/** The selected regions that show their vertices: none that is hidden, and none at all where they are too many. */
export function regionsWithHandles({ regions }: Document, { regionIds }: Selection): readonly Region[] {
  if (regionIds.length > regionsWithHandlesMax) return [];
  return regions.filter((region) => !region.isHidden && regionIds.includes(region.id));
}

/** `radius` in CSS px, as that of an edge is. */
function vertexHit(at: Point, { id, rings }: Region, toPixels: Point, radius: number): SelectHit | undefined {
  const hit = nearestVertex(at, rings, toPixels, radius);
  return hit && { kind: 'vertex', vertex: { regionId: id, ring: hit.ring, index: hit.index } };
}

function edgeHit(at: Point, { id, rings }: Region, toPixels: Point, radius: number): SelectHit | undefined {
  const hit = nearestEdge(at, rings, toPixels, radius);
  if (hit === undefined) return undefined;
  return { kind: 'edge', vertex: { regionId: id, ring: hit.ring, index: hit.index + 1 }, point: hit.point };
}

function regionHit(at: Point, { id, isHidden, rings }: Region): SelectHit | undefined {
  return !isHidden && isPointInRings(at, rings) ? { kind: 'region', regionId: id } : undefined;
}

/** The first result that `find` has. */
function firstFound<T>(regions: readonly Region[], find: (region: Region) => T | undefined): T | undefined {
  for (const region of regions) {
    const found = find(region);
    if (found !== undefined) return found;
  }
  return undefined;
}
