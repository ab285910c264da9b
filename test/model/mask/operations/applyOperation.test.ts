import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../src/model/document/document.ts';
import { applyOperation, type OperationId } from '../../../../src/model/mask/operations/applyOperation.ts';
import {
  convertToOne,
  intersectRegions,
  subtractRegions,
  uniteRegions,
} from '../../../../src/model/mask/operations/combineRegions.ts';
import { operandIds } from '../../../../src/model/mask/operations/operands.ts';
import {
  type AmountOperationId,
  operationAmounts,
} from '../../../../src/model/mask/operations/operationAmounts.ts';
import {
  fillHoles,
  growRegions,
  smoothRegions,
} from '../../../../src/model/mask/operations/reshapeRegions.ts';
import { simplifyRegions } from '../../../../src/model/mask/operations/simplifyRegions.ts';
import { splitRegions } from '../../../../src/model/mask/operations/splitRegions.ts';
import { borderRegion, clearMask, invertMask } from '../../../../src/model/mask/operations/wholeMask.ts';
import { documentWith, rectRing, regionOf } from '../../document/sampleDocuments.ts';
import { anyRegions } from './oracle.ts';

const large = regionOf(1, [rectRing(0, 0, 100, 100)]);
const small = regionOf(2, [rectRing(200, 0, 208, 8)]);
const hidden = regionOf(3, [rectRing(0, 0, 5, 5)], true);
const document = documentWith({ regions: [large, small, hidden] });
const ids = operandIds(document, []);

const expected: Record<OperationId, (document: Document, ids: readonly string[], px: number) => Document> = {
  unite: uniteRegions,
  subtract: subtractRegions,
  intersect: intersectRegions,
  invert: (each) => invertMask(each),
  fillHoles,
  split: splitRegions,
  convertToOne: (each) => convertToOne(each),
  clear: (each) => clearMask(each),
  grow: growRegions,
  shrink: (each, of, px) => growRegions(each, of, -px),
  smooth: smoothRegions,
  simplify: simplifyRegions,
  border: (each, _of, px) => borderRegion(each, px),
};

test.each(Object.entries(expected))('%s is done by its name', (id, operate) => {
  fc.assert(
    fc.property(anyRegions, fc.integer({ min: 1, max: 8 }), (any, px) => {
      const of = operandIds(any, []);
      expect(applyOperation(id as OperationId, any, of, px).document).toEqual(operate(any, of, px));
    }),
    { numRuns: 10 },
  );
});

describe('what comes of an operation', () => {
  test('tells how many regions are lost, and whether all of them are', () => {
    expect(applyOperation('shrink', document, ids, 5)).toMatchObject({ lostCount: 1, isAllLost: false });
    expect(applyOperation('shrink', document, ids, 60)).toMatchObject({ lostCount: 2, isAllLost: true });
    expect(applyOperation('intersect', document, ids)).toMatchObject({ lostCount: 2, isAllLost: true });
    expect(applyOperation('unite', document, ids)).toMatchObject({ lostCount: 1, isAllLost: false });
    expect(applyOperation('grow', document, ids, 5)).toMatchObject({ lostCount: 0, isAllLost: false });
  });

  test('loses no region where one is added', () => {
    expect(applyOperation('border', document, [], 5).lostCount).toBe(0);
  });

  test('tells of simplifying what it comes to', () => {
    expect(applyOperation('simplify', document, ids, 2).simplified).toEqual({
      verticesBefore: 8,
      verticesAfter: 8,
      deviation: 0,
    });
    expect(applyOperation('smooth', document, ids, 2)).not.toHaveProperty('simplified');
  });

  test('is the same document where nothing changes', () => {
    expect(applyOperation('simplify', document, ids, 2).document).toBe(document);
    expect(applyOperation('fillHoles', document, ids).document).toBe(document);
  });
});

describe('an amount that no field allows', () => {
  const hostile = fc.oneof(
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    fc.constantFrom(1e300, -1e300, 1e-300, 5e-324, -0, 2 ** 31, 2 ** 53, 1e9 + 0.5, Number.MAX_VALUE),
    fc.double(),
  );

  test.each(Object.entries(operationAmounts))(
    'is to %s the nearest that one does, or nothing',
    (id, { max }) => {
      const operation = id as AmountOperationId;
      fc.assert(
        fc.property(hostile, (amount) => {
          const nearest = Number.isNaN(amount) ? 0 : Math.min(max, Math.max(0, Math.round(amount)));
          const done = applyOperation(operation, document, ids, amount);
          expect(done).toEqual(applyOperation(operation, document, ids, nearest));
          if (nearest === 0) expect(done.document).toBe(document);
        }),
      );
    },
  );
});
