/** All that can be done to the mask at once, by name, so that a page and its worker can speak of it. */
import type { Document } from '../../document/document.ts';
import { convertToOne, intersectRegions, subtractRegions, uniteRegions } from './combineRegions.ts';
import { type AmountOperationId, allowedAmount, operationAmounts } from './operationAmounts.ts';
import { fillHoles, growRegions, smoothRegions } from './reshapeRegions.ts';
import { type Simplification, simplification } from './simplifyRegions.ts';
import { splitRegions } from './splitRegions.ts';
import { borderRegion, clearMask, invertMask } from './wholeMask.ts';

/** `ids`: of the regions that it is done to; hidden ones among them stay as they are. `amount`: image px, where it takes one. */
type Operation = (document: Document, ids: readonly string[], amount: number) => Document | Simplification;

const operations = {
  unite: uniteRegions,
  subtract: subtractRegions,
  intersect: intersectRegions,
  invert: invertMask,
  fillHoles,
  split: splitRegions,
  convertToOne,
  clear: clearMask,
  grow: growRegions,
  shrink: (document, ids, px) => growRegions(document, ids, -px),
  smooth: smoothRegions,
  simplify: simplification,
  border: (document, _ids, px) => borderRegion(document, px),
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;

export type OperationOutcome = {
  /** The very document that was given where nothing changes. */
  readonly document: Document;
  /** How many of the given regions are not there any more. */
  readonly lostCount: number;
  readonly isAllLost: boolean;
  /** What simplifying comes to. */
  readonly simplified?: Omit<Simplification, 'document'>;
};

/** What an operation makes of the document, and what of that is worth telling. */
export function applyOperation(
  id: OperationId,
  document: Document,
  ids: readonly string[],
  amount = 0,
): OperationOutcome {
  const operate: Operation = operations[id];
  const made = operate(document, ids, takesAmount(id) ? allowedAmount(id, amount) : 0);
  if (!('document' in made)) return { document: made, ...losses(ids, made) };
  const { document: after, ...simplified } = made;
  return { document: after, ...losses(ids, after), simplified };
}

function takesAmount(id: OperationId): id is AmountOperationId {
  return Object.hasOwn(operationAmounts, id);
}

function losses(ids: readonly string[], { regions }: Document) {
  const left = new Set(regions.map(({ id }) => id));
  const lostCount = ids.filter((id) => !left.has(id)).length;
  return { lostCount, isAllLost: lostCount === ids.length };
}
