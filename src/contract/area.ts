import { limits } from './limits.ts';

/** One polygon: the size of its frame, and its vertices as `x1,y1,x2,y2,…` in pixels of that frame. */
export type Area = { width: number; height: number; points: number[] };

/** What is wrong with what should be an area. */
export type AreaFault =
  | 'noObject'
  | 'otherFields'
  | 'widthNotWhole'
  | 'heightNotWhole'
  | 'noPoints'
  | 'fewVertices'
  | 'oddPoints'
  | 'pointsNotWhole';

/**
 * The first fault of what should be an area, and at which of its fields. A mask has up to 200,000 numbers: this looks at
 * each once, makes nothing, and stops at the first that is wrong, where a schema would tell of all of them.
 */
export function areaFault(
  value: unknown,
): { fault: AreaFault; path: readonly (string | number)[] } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { fault: 'noObject', path: [] };
  const { width, height, points }: Partial<Record<keyof Area, unknown>> = value;
  if (!isSide(width)) return { fault: 'widthNotWhole', path: ['width'] };
  if (!isSide(height)) return { fault: 'heightNotWhole', path: ['height'] };
  if (!Array.isArray(points)) return { fault: 'noPoints', path: ['points'] };
  const wrong = points.findIndex((each) => !Number.isSafeInteger(each));
  if (wrong >= 0) return { fault: 'pointsNotWhole', path: ['points', wrong] };
  if (points.length < 6) return { fault: 'fewVertices', path: ['points'] };
  if (points.length % 2 !== 0) return { fault: 'oddPoints', path: ['points'] };
  return Object.keys(value).length === 3 ? undefined : { fault: 'otherFields', path: [] };
}

export function isArea(value: unknown): value is Area {
  return areaFault(value) === undefined;
}

function isSide(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

const messages: Readonly<Record<AreaFault, string>> = {
  noObject: 'Expected an object with width, height and points.',
  otherFields: 'Expected width, height and points, and no other fields.',
  widthNotWhole: 'Expected a whole number from 1.',
  heightNotWhole: 'Expected a whole number from 1.',
  noPoints: 'Expected a list of whole numbers.',
  fewVertices: 'An area needs at least 3 vertices.',
  oddPoints: 'Points must come in x,y pairs.',
  pointsNotWhole: 'Expected a whole number.',
};

/** What is wrong with the areas of a request, for whoever sent it: at which field, and a sentence. */
export type AreasComplaint = { readonly path: (string | number)[]; readonly message: string };

/** The first complaint about what should be a request's areas. Each lies in a frame that is no larger than a canvas. */
export function areasComplaint(value: unknown): AreasComplaint | undefined {
  if (!Array.isArray(value)) return { path: [], message: 'Expected a list of areas.' };
  if (value.length > limits.areasMax)
    return { path: [], message: `Expected at most ${limits.areasMax} areas.` };
  let vertices = 0;
  for (const [index, area] of value.entries()) {
    if (!isArea(area)) return complaintOfFault(area, index);
    const complaint = frameComplaint(area);
    if (complaint) return { ...complaint, path: [index, ...complaint.path] };
    vertices += area.points.length / 2;
    if (vertices > limits.verticesMax)
      return { path: [], message: `Expected at most ${limits.verticesMax} vertices in all areas.` };
  }
  return undefined;
}

function complaintOfFault(area: unknown, index: number): AreasComplaint | undefined {
  const found = areaFault(area);
  return found && { path: [index, ...found.path], message: messages[found.fault] };
}

/** The service's text leaves open what a vertex outside of its area's frame would mean; the page sends none. */
function frameComplaint({ width, height, points }: Area): AreasComplaint | undefined {
  if (width > limits.frameSideMax || height > limits.frameSideMax)
    return { path: [], message: `Expected a frame of at most ${limits.frameSideMax} px a side.` };
  const outside = points.findIndex((each, index) => each < 0 || each > (index % 2 === 0 ? width : height));
  if (outside < 0) return undefined;
  return {
    path: ['points', outside],
    message: `Expected a vertex within the ${width} × ${height} px frame.`,
  };
}
