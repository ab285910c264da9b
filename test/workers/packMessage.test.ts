import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { addRegion, moveRegions, removeRegions } from '../../src/model/document/regions.ts';
import { packAnswer, packCall, unpackAnswer, unpackCall } from '../../src/workers/packMessage.ts';
import { coast } from '../bench/maskScene.ts';
import { documentWith } from '../model/document/sampleDocuments.ts';
import { box } from '../model/geometry/rings/ringFixtures.ts';

const blank = documentWith({ image: { width: 500, height: 400 }, canvas: { width: 500, height: 400 } });
const one = addRegion(blank, [box(10, 10, 90, 90), box(20, 20, 9, 9).toReversed()]);
const two = addRegion(one, [box(200, 10, 90, 90)]);

/** A call as the worker gets it, and what it answers as the page gets that. */
function callWith(...given: readonly unknown[]) {
  const packed = packCall(given);
  const there = unpackCall(structuredClone(packed.args));
  return {
    given: there.args,
    answer: (answer: unknown) =>
      unpackAnswer(structuredClone(packAnswer(answer, there.documents)), packed.documents),
  };
}

describe('a call', () => {
  test('brings documents, wherever they stand, and all else as it is', () => {
    const blob = new Blob(['blob']);
    const given = [two, 'name', { at: { document: one }, points: [{ x: 1.5, y: 2 }], blob }, undefined, null];
    expect(callWith(...given).given).toEqual(given);
  });

  test('brings rings, in lists of them as well, and points that are none', () => {
    const rings = [coast(50), coast(20)];
    const fractions = [[{ x: 0.5, y: 1 }], [{ x: 2, y: 3, pressure: 0.5 }]];
    const given = [rings, { rings }, [rings, rings], fractions, [[]], []];
    expect(callWith(...given).given).toEqual(given);
    expect(JSON.stringify(packCall(given).args)).not.toContain(`"x":${rings[0]?.[0]?.x}`);
  });

  test('brings one document as one, and regions that two of them share', () => {
    const [first, second, third] = callWith(two, { two }, one).given as [
      Document,
      { two: Document },
      Document,
    ];
    expect(second.two).toBe(first);
    expect(third.regions[0]).toBe(first.regions[0]);
  });

  test('takes far fewer bytes than the document has as it is', () => {
    const large = addRegion(blank, [coast(2000)]);
    const [packed] = packCall([large]).args;
    const rings = JSON.stringify(packed, (_key, value) =>
      value instanceof Uint8Array ? 'x'.repeat(value.length) : value,
    );
    expect(rings.length * 3).toBeLessThan(JSON.stringify(large).length);
  });
});

describe('an answer', () => {
  test('with a document of the call brings that very one', () => {
    const call = callWith({ document: one }, two);
    const [{ document }, other] = call.given as [{ document: Document }, Document];
    expect(call.answer(other)).toBe(two);
    expect(call.answer({ before: { document } })).toEqual({ before: { document: one } });
    expect((call.answer({ document }) as { document: Document }).document).toBe(one);
  });

  test('with a changed one has whatever stayed as the same objects, also what another document had', () => {
    const call = callWith(one, two);
    const there = call.given[1] as Document;
    const moved = moveRegions(there, ['region-1'], { x: 5, y: 5 });
    const here = call.answer(moved) as Document;
    expect(here).toEqual(moveRegions(two, ['region-1'], { x: 5, y: 5 }));
    expect([here.image, here.canvas, here.placement]).toEqual([two.image, two.canvas, two.placement]);
    expect(here.image).toBe(two.image);
    expect(here.placement).toBe(two.placement);
    expect(here.regions[1]).toBe(two.regions[1]);
  });

  test('with a changed one twice brings it once', () => {
    const call = callWith(two);
    const after = removeRegions(call.given[0] as Document, ['region-2']);
    const here = call.answer({ commit: after, session: { last: { after } } }) as {
      commit: Document;
      session: { last: { after: Document } };
    };
    expect(here.commit).toEqual(one);
    expect(here.session.last.after).toBe(here.commit);
  });

  test('without documents is as it was', () => {
    const answer = { png: new Blob(['png']), sizes: [1, 2], none: undefined };
    expect(callWith(1).answer(answer)).toEqual(answer);
  });
});
