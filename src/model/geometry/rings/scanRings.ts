/**
 * The one place where pixels are decided. A pixel is inside when its centre is, under the non-zero rule over all rings
 * together, and an edge through a centre gives the pixel to the side on its right. Testing every pixel against every
 * edge is far too slow, and stepping an edge's x from row to row gathers rounding errors that turn up as stray pixels
 * where areas touch. So: for each row of centres only the edges that cross it are kept, each crossing is computed anew
 * from the edge's upper to its lower end (both directions of one edge thus agree to the last bit, and for integer
 * vertices the nearest column is exact), and between sorted crossings the winding number is summed up.
 */

import { forEachEdge } from '../polygon.ts';
import type { Size } from '../rect.ts';
import type { Rings } from './ring.ts';

/** Columns xStart to xEnd - 1 of row y. */
export type VisitSpan = (y: number, xStart: number, xEnd: number) => void;

/** An edge from its upper end, over the rows whose centres it crosses; it is mutable for speed. */
type ScanEdge = {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly winding: 1 | -1;
  readonly rowStart: number;
  readonly rowEnd: number;
  /** The first column whose centre is not left of the edge, in the current row. */
  column: number;
};

/**
 * Visits the masked pixels of a frame of `size` as spans: rows from the top, spans of a row from the left, never
 * overlapping and never empty. Rings are in frame px, and need be neither integer, nor in normal form, nor inside.
 */
export function scanRings(rings: Rings, size: Size, visitSpan: VisitSpan): void {
  const edges = collectEdges(rings, size.height);
  let active: ScanEdge[] = [];
  let next = 0;
  for (let y = edges[0]?.rowStart ?? size.height; y < size.height; y++) {
    active = active.filter((edge) => edge.rowEnd > y);
    for (let edge = edges[next]; edge !== undefined && edge.rowStart === y; edge = edges[++next]) {
      active.push(edge);
    }
    crossRow(active, y, size.width);
    visitRow(active, y, visitSpan);
  }
}

function collectEdges(rings: Rings, height: number): ScanEdge[] {
  const edges: ScanEdge[] = [];
  for (const ring of rings) {
    forEachEdge(ring, (a, b) => {
      const [top, bottom] = a.y < b.y ? [a, b] : [b, a];
      const rowStart = Math.max(0, Math.ceil(top.y - 0.5));
      const rowEnd = Math.min(height, Math.ceil(bottom.y - 0.5));
      if (rowStart >= rowEnd) return;
      const [dx, dy] = [bottom.x - top.x, bottom.y - top.y];
      const winding = a === top ? 1 : -1;
      edges.push({ x: top.x, y: top.y, dx, dy, winding, rowStart, rowEnd, column: 0 });
    });
  }
  return edges.sort((a, b) => a.rowStart - b.rowStart);
}

/** Brings the edges into the order in which they cross the row: nearly that of the row above, so by insertion. */
function crossRow(active: ScanEdge[], y: number, width: number): void {
  for (const [index, edge] of active.entries()) {
    const x = edge.x + ((y + 0.5 - edge.y) * edge.dx) / edge.dy;
    edge.column = Math.min(width, Math.max(0, Math.ceil(x - 0.5)));
    let at = index;
    for (let left = active[at - 1]; left !== undefined && left.column > edge.column; left = active[at - 1]) {
      active[at--] = left;
    }
    active[at] = edge;
  }
}

function visitRow(active: readonly ScanEdge[], y: number, visitSpan: VisitSpan): void {
  let winding = 0;
  let start = 0;
  for (const edge of active) {
    if (winding === 0) start = edge.column;
    winding += edge.winding;
    if (winding === 0 && edge.column > start) visitSpan(y, start, edge.column);
  }
}
