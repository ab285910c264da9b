import type { Document } from '../document/document.ts';
import { visibleRings } from '../document/region.ts';
import type { Ring } from '../geometry/rings/ring.ts';
import { type MaskFrame, ringsInFrame } from './maskFrame.ts';

/** The mask as an SVG image of the frame's size: white where masked, else black, as the mask PNG, and without grey. */
export function maskSvg(document: Document, frame: MaskFrame): string {
  const { width, height } = frame.size;
  const path = ringsInFrame(visibleRings(document.regions), frame).map(pathOfRing).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#000"/>`,
    `<path d="${path}" fill="#fff" fill-rule="nonzero" shape-rendering="crispEdges"/>`,
    '</svg>',
    '',
  ].join('\n');
}

function pathOfRing(ring: Ring): string {
  return `M${ring.map(({ x, y }) => `${x},${y}`).join('L')}Z`;
}
