import { describe, expect, test } from 'vitest';
import { addRegion, setRegionHidden } from '../../src/model/document/regions.ts';
import { distance, type Point } from '../../src/model/geometry/point.ts';
import { select } from '../../src/tools/select/tool.ts';
import { emptySelection } from '../../src/tools/selection.ts';

import { driveTool } from '../helpers/driveTool.ts';
import { p, square, verticesOf, withImage, withRegions } from './samples.ts';

const one = { regionIds: ['region-1'], vertices: [] };
const two = { regionIds: ['region-2'], vertices: [] };
const both = { regionIds: ['region-1', 'region-2'], vertices: [] };

/** Canvas points inside the two regions, and beside them. */
const inOne = p(260, 210);
const inTwo = p(460, 310);
const beside = p(350, 400);

/** region-1's corners on the canvas, and the vertices they are. */
const topLeft = p(210, 160);
const bottomRight = p(310, 260);

const refAt = (x: number, y: number, document = withRegions) => {
  const ring = document.regions[0]?.rings[0] ?? [];
  return {
    regionId: 'region-1',
    ring: 0,
    index: ring.findIndex((vertex) => vertex.x === x && vertex.y === y),
  };
};

describe('selecting', () => {
  test('a click selects the topmost region, another one instead, and the ground none', () => {
    const overlapping = addRegion(withRegions, [square(60, 60, 100)]);
    const driver = driveTool(select, overlapping);
    driver.click(inOne);
    expect(driver.selection).toEqual({ regionIds: ['region-3'], vertices: [] });
    driver.click(inTwo);
    expect(driver.selection).toEqual(two);
    driver.click(beside);
    expect(driver.selection).toEqual(emptySelection);
    expect(driver.commits).toEqual([]);
  });

  test('Shift-click adds and takes away, and on the ground changes nothing', () => {
    const driver = driveTool(select, withRegions);
    driver.click(inOne);
    driver.click(inTwo, { shift: true });
    driver.click(beside, { shift: true });
    expect(driver.selection).toEqual(both);
    driver.click(inOne, { shift: true });
    expect(driver.selection).toEqual(two);
  });

  test('a click on one of several selected regions singles it out', () => {
    const driver = driveTool(select, withRegions, { selection: both });
    driver.click(inTwo);
    expect(driver.selection).toEqual(two);
  });

  test('a hidden region cannot be hit', () => {
    const driver = driveTool(select, setRegionHidden(withRegions, 'region-1', true));
    driver.click(inOne);
    driver.drag(p(205, 155), p(320, 270));
    expect(driver.selection).toEqual(emptySelection);
    expect(driver.commits).toEqual([]);
  });

  test('a box selects the regions that it touches; with Shift it adds them', () => {
    const driver = driveTool(select, withRegions);
    driver.startDrag(p(350, 200), p(300, 240));
    expect(driver.session.phase).toBe('marquee');
    driver.release(p(300, 240));
    expect(driver.selection).toEqual(one);
    driver.drag(p(560, 240), p(500, 300), { shift: true });
    expect(driver.selection).toEqual(both);
    driver.drag(p(330, 270), p(400, 400));
    expect(driver.selection).toEqual(emptySelection);
    driver.drag(p(320, 280), p(250, 255));
    expect(driver.selection).toEqual(one);
  });

  test('a box across a corner of the bounds of a region, but not of the region, does not select it', () => {
    const driver = driveTool(select, addRegion(withImage, [[p(10, 10), p(110, 10), p(10, 110)]]));
    driver.drag(p(320, 270), p(290, 240));
    expect(driver.selection).toEqual(emptySelection);
    driver.drag(p(320, 270), p(240, 190));
    expect(driver.selection).toEqual(one);
  });

  test('a box that touches selected regions alone selects their vertices in it; with Shift it adds them', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.drag(p(200, 130), p(330, 180));
    expect(driver.selection).toEqual({ ...one, vertices: [refAt(10, 10), refAt(110, 10)] });
    driver.drag(p(330, 130), p(280, 300), { shift: true });
    expect(driver.selection).toEqual({ ...one, vertices: [refAt(10, 10), refAt(110, 10), refAt(110, 110)] });
    driver.drag(p(330, 300), p(220, 200));
    expect(driver.selection).toEqual({ ...one, vertices: [refAt(110, 110)] });
  });

  test('a box across a selected region that catches no vertex, or another region as well, selects regions', () => {
    const driver = driveTool(select, withRegions, { selection: both });
    driver.drag(p(190, 200), p(330, 220));
    expect(driver.selection).toEqual(one);
    driver.drag(p(190, 140), p(530, 380));
    expect(driver.selection).toEqual(both);
  });

  test('Tab goes through the visible regions in order, and past the last one nowhere', () => {
    const document = setRegionHidden(addRegion(withRegions, [square(300, 200, 40)]), 'region-2', true);
    const driver = driveTool(select, document);
    const tour = [false, false, false, true, true].map((shift) => {
      driver.pressKey('Tab', { shift });
      return driver.selection.regionIds.join();
    });
    expect(tour).toEqual(['region-1', 'region-3', 'region-3', 'region-1', 'region-1']);
    expect(driver.commits).toEqual([]);
  });

  test('Shift+Tab begins with the last region, and Tab goes on after the last that is selected', () => {
    const driver = driveTool(select, withRegions);
    driver.pressKey('Tab', { shift: true });
    expect(driver.selection).toEqual(two);
    const { selection } = driveTool(select, withRegions, { selection: both });
    const other = driveTool(select, withRegions, { selection });
    other.pressKey('Tab');
    expect(other.selection).toBe(selection);
  });

  test('Tab in the middle of a gesture does nothing', () => {
    const driver = driveTool(select, withRegions);
    driver.startDrag(inOne, p(300, 300));
    const { session } = driver;
    driver.pressKey('Tab');
    expect({ session: driver.session, selection: driver.selection }).toEqual({ session, selection: one });
  });

  test('Escape first ends the gesture, then clears the vertices, then the regions', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.click(topLeft);
    driver.startDrag(topLeft, p(250, 200));
    driver.pressEscape();
    expect(driver.session).toBe(select.idle);
    expect(driver.selection).toEqual({ ...one, vertices: [refAt(10, 10)] });
    driver.pressEscape();
    expect(driver.selection).toEqual(one);
    driver.pressEscape();
    expect(driver.selection).toEqual(emptySelection);
    expect(driver.document).toBe(withRegions);
  });
});

describe('moving regions', () => {
  test('a drag selects what it takes hold of and moves it by whole image px', () => {
    const driver = driveTool(select, withRegions);
    driver.drag(inOne, p(280.4, 239.6));
    expect(driver.selection).toEqual(one);
    expect(driver.commits).toHaveLength(1);
    expect(verticesOf(driver.document, 'region-1')).toEqual([p(30, 40), p(130, 40), p(30, 140), p(130, 140)]);
    expect(driver.document.regions[1]).toBe(withRegions.regions[1]);
  });

  test('all that is selected moves along, and stays selected', () => {
    const driver = driveTool(select, withRegions, { selection: both });
    driver.drag(inTwo, p(470, 310));
    expect(driver.selection).toEqual(both);
    expect(verticesOf(driver.document, 'region-1')[0]).toEqual(p(20, 10));
    expect(verticesOf(driver.document, 'region-2')[0]).toEqual(p(220, 110));
  });

  test('Shift keeps to one axis', () => {
    const driver = driveTool(select, withRegions);
    driver.drag(inOne, p(266, 240), { shift: true });
    expect(verticesOf(driver.document, 'region-1')[0]).toEqual(p(10, 40));
  });

  test('the draft shows it moved and leaves other regions the same objects', () => {
    const driver = driveTool(select, withRegions);
    driver.startDrag(inOne, p(280, 210));
    expect(verticesOf(driver.draft.document ?? withRegions, 'region-1')[0]).toEqual(p(30, 10));
    expect(driver.draft.document?.regions[1]).toBe(withRegions.regions[1]);
    expect(driver.draft.document?.placement).toBe(withRegions.placement);
    expect(driver.document).toBe(withRegions);
  });

  test('a drag back to where it began commits nothing', () => {
    const driver = driveTool(select, withRegions);
    driver.startDrag(inOne, p(290, 210));
    driver.moveTo(inOne);
    driver.release(inOne);
    expect(driver.commits).toEqual([]);
  });

  test('Alt moves copies instead, which are selected, in one commit; the draft shows both', () => {
    const driver = driveTool(select, withRegions, { selection: both });
    driver.startDrag(inOne, p(290, 250), { alt: true });
    expect(driver.draft.document?.regions.map(({ id }) => id)).toEqual([
      'region-1',
      'region-2',
      'region-3',
      'region-4',
    ]);
    expect([driver.cursor, driver.document]).toEqual(['copy', withRegions]);
    driver.release(p(290, 250), { alt: true });
    expect(driver.commits).toHaveLength(1);
    expect(driver.document.regions.slice(0, 2)).toEqual(withRegions.regions);
    expect(verticesOf(driver.document, 'region-3')).toEqual([p(40, 50), p(140, 50), p(40, 150), p(140, 150)]);
    expect(verticesOf(driver.document, 'region-4')[0]).toEqual(p(240, 150));
    expect(driver.selection).toEqual({ regionIds: ['region-3', 'region-4'], vertices: [] });
  });

  test('what Alt is when the drag ends decides whether it was a copy', () => {
    const driver = driveTool(select, withRegions);
    driver.startDrag(inOne, p(290, 250), { alt: true });
    driver.moveTo(p(290, 250));
    expect(driver.draft.document?.regions).toHaveLength(2);
    driver.release(p(290, 250));
    expect(driver.document.regions).toHaveLength(2);
    expect(driver.selection).toEqual(one);
  });

  test('an Alt-drag by the edge of a selected region copies it, too, and Escape leaves no copy', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.drag(p(260, 160), p(260, 190), { alt: true });
    expect(verticesOf(driver.document, 'region-3')[0]).toEqual(p(10, 40));
    driver.startDrag(inTwo, p(500, 400), { alt: true });
    driver.pressEscape();
    expect(driver.commits).toHaveLength(1);
  });

  test('arrows nudge the selected regions, each press a commit', () => {
    const driver = driveTool(select, withRegions, { selection: both });
    driver.pressKey('ArrowRight');
    driver.pressKey('ArrowDown', { shift: true });
    expect(driver.commits).toHaveLength(2);
    expect(verticesOf(driver.document, 'region-1')[0]).toEqual(p(11, 20));
    expect(verticesOf(driver.document, 'region-2')[0]).toEqual(p(211, 120));
  });

  test('Delete removes the selected regions', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.pressDelete();
    expect(driver.commits).toEqual([{ ...withRegions, regions: withRegions.regions.slice(1) }]);
    expect(driver.selection).toEqual(emptySelection);
  });

  test('with nothing selected, Delete and arrows commit nothing', () => {
    const driver = driveTool(select, withRegions);
    driver.pressDelete();
    driver.pressKey('ArrowLeft');
    driver.pressKey('x');
    driver.pressEnter();
    expect(driver.commits).toEqual([]);
  });
});

describe('editing vertices', () => {
  test('a click selects one, Shift-click adds and takes away', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.click(topLeft);
    expect(driver.selection.vertices).toEqual([refAt(10, 10)]);
    driver.click(bottomRight, { shift: true });
    expect(driver.selection.vertices).toEqual([refAt(10, 10), refAt(110, 110)]);
    driver.click(topLeft, { shift: true });
    expect(driver.selection.vertices).toEqual([refAt(110, 110)]);
  });

  test('a drag moves one vertex, which stays selected, in one commit', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.drag(topLeft, p(190, 140));
    expect(driver.commits).toHaveLength(1);
    expect(verticesOf(driver.document, 'region-1')).toEqual([
      p(-10, -10),
      p(110, 10),
      p(10, 110),
      p(110, 110),
    ]);
    expect(driver.selection).toEqual({ ...one, vertices: [refAt(-10, -10, driver.document)] });
  });

  test('a drag of one of several selected vertices moves them all', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.click(topLeft);
    driver.click(p(310, 160), { shift: true });
    driver.drag(topLeft, p(210, 140));
    expect(verticesOf(driver.document, 'region-1')).toEqual([
      p(10, -10),
      p(110, -10),
      p(10, 110),
      p(110, 110),
    ]);
    expect(driver.selection.vertices).toHaveLength(2);
  });

  test('near an edge a ghost shows where a press inserts a vertex, which the same drag moves', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.moveTo(p(260, 157));
    expect(driver.draft.marks).toContainEqual({ kind: 'handles', points: [p(260, 160)], style: 'ghost' });
    driver.drag(p(260, 157), p(260, 127));
    expect(driver.commits).toHaveLength(1);
    expect(verticesOf(driver.document, 'region-1')).toEqual([
      p(60, -20),
      p(10, 10),
      p(110, 10),
      p(10, 110),
      p(110, 110),
    ]);
    expect(driver.selection).toEqual({ ...one, vertices: [refAt(60, -20, driver.document)] });
  });

  test('with Alt there is none, since a press takes the whole region then', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.moveTo(p(260, 157), { alt: true });
    expect(driver.draft.marks.filter((mark) => 'style' in mark && mark.style === 'ghost')).toEqual([]);
    expect(driver.cursor).toBe('copy');
  });

  test('on the last edge of a ring, too', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    for (const from of [p(260, 160), p(310, 210), p(260, 260), p(210, 210)]) {
      driver.startDrag(from, p(from.x + 7, from.y + 9));
      expect(verticesOf(driver.draft.document ?? withRegions, 'region-1')).toContainEqual(
        p(from.x - 193, from.y - 141),
      );
      driver.pressEscape();
    }
    expect(driver.document).toBe(withRegions);
  });

  test('a click on an edge inserts nothing', () => {
    const driver = driveTool(select, withRegions, { selection: both });
    driver.click(p(260, 160));
    expect(driver.document).toBe(withRegions);
    expect(driver.selection).toEqual(one);
  });

  test('Alt-click removes a vertex, and the others stay selected', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.click(bottomRight);
    driver.click(topLeft, { alt: true });
    expect(driver.commits).toHaveLength(1);
    expect(verticesOf(driver.document, 'region-1')).toEqual([p(110, 10), p(10, 110), p(110, 110)]);
    expect(driver.selection).toEqual({ ...one, vertices: [refAt(110, 110, driver.document)] });
  });

  test('Delete removes the selected vertices and then the region that is left', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.click(topLeft);
    driver.pressDelete();
    expect(verticesOf(driver.document, 'region-1')).toHaveLength(3);
    expect(driver.selection).toEqual(one);
    driver.pressDelete();
    expect(driver.document.regions).toEqual(withRegions.regions.slice(1));
  });

  test('a vertex that ends on a straight edge is gone, with its selection', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.drag(topLeft, p(260, 210));
    expect(verticesOf(driver.document, 'region-1')).toEqual([p(110, 10), p(10, 110), p(110, 110)]);
    expect(driver.selection).toEqual(one);
  });

  test('a region whose vertices end up on one line is gone', () => {
    const document = addRegion(withImage, [[p(10, 10), p(110, 10), p(60, 60)]]);
    const driver = driveTool(select, document, { selection: one });
    driver.drag(p(260, 210), p(260, 160));
    expect(driver.commits).toEqual([withImage]);
    expect(driver.selection).toEqual(emptySelection);
  });

  test('arrows nudge the selected vertices', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.click(topLeft);
    driver.pressKey('ArrowLeft', { shift: true });
    driver.pressKey('ArrowUp');
    expect(verticesOf(driver.document, 'region-1')).toContainEqual(p(0, 9));
    expect(driver.selection.vertices).toEqual([refAt(0, 9, driver.document)]);
  });

  test('a region that is not selected has none to take hold of, and moves as a whole', () => {
    const driver = driveTool(select, withRegions, { selection: two });
    driver.drag(topLeft, p(190, 140));
    expect(verticesOf(driver.document, 'region-1')).toEqual([p(-10, -10), p(90, -10), p(-10, 90), p(90, 90)]);
    expect(driver.selection).toEqual(one);
  });
});

describe('snapping vertices', () => {
  const near = p(405, 255);
  /** region-2's corner, and the guides of the image's left edge and the frame's top edge, on the canvas. */
  const corner = { kind: 'handles', points: [p(410, 260)], style: 'close' };
  const imageLeft = { kind: 'guide', axis: 'x', at: 200 };
  const frameTop = { kind: 'guide', axis: 'y', at: 0 };

  test('a dragged vertex goes onto the vertex of another region, and the draft marks it', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.startDrag(bottomRight, near);
    expect(driver.draft.marks).toContainEqual(corner);
    driver.release(near);
    expect(verticesOf(driver.document, 'region-1')).toContainEqual(p(210, 110));
  });

  test('and onto the edges of the image and the frame, with guides', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.startDrag(topLeft, p(206, -7));
    expect(driver.draft.marks.filter(({ kind }) => kind === 'guide')).toEqual([imageLeft, frameTop]);
    driver.release(p(206, -7));
    expect(verticesOf(driver.document, 'region-1')).toContainEqual(p(0, -150));
  });

  test('Ctrl or Cmd turns it off', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.startDrag(bottomRight, near, { ctrl: true });
    expect(driver.draft.marks).not.toContainEqual(corner);
    driver.release(near, { ctrl: true });
    expect(verticesOf(driver.document, 'region-1')).toContainEqual(p(205, 105));
  });

  test('a vertex that is inserted snaps, too', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.drag(p(310, 210), near);
    expect(verticesOf(driver.document, 'region-1')).toContainEqual(p(210, 110));
  });

  test('of several the one that is dragged decides', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.click(p(310, 160));
    driver.click(bottomRight, { shift: true });
    driver.drag(bottomRight, near);
    expect(verticesOf(driver.document, 'region-1')).toEqual([p(10, 10), p(210, 10), p(10, 110), p(210, 110)]);
  });

  test('with Shift it never leaves its axis', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.drag(topLeft, p(203, 164), { shift: true });
    expect(verticesOf(driver.document, 'region-1')).toContainEqual(p(0, 10));
    driver.pressEscape();
    driver.drag(bottomRight, p(406, 256), { shift: true });
    expect(verticesOf(driver.document, 'region-1')).toContainEqual(p(206, 110));
  });

  test('the reach is the same on screen at any zoom', () => {
    const far = driveTool(select, withRegions, { selection: one, zoom: 4 });
    far.drag(bottomRight, near);
    expect(verticesOf(far.document, 'region-1')).toContainEqual(p(205, 105));
    far.drag(near, p(409, 259));
    expect(verticesOf(far.document, 'region-1')).toContainEqual(p(210, 110));
  });

  test('many selected vertices are nudged and found again', () => {
    const comb = Array.from({ length: 300 }, (_, index) => p(index % 2 === 0 ? 10 : 300, 10 + index));
    const document = addRegion(withImage, [[...comb, p(390, 310), p(390, 5)]]);
    const count = verticesOf(document, 'region-1').length;
    const vertices = Array.from({ length: count }, (_, index) => ({ regionId: 'region-1', ring: 0, index }));
    const driver = driveTool(select, document, { selection: { ...one, vertices } });
    driver.pressKey('ArrowRight');
    expect(new Set(driver.selection.vertices.map(({ index }) => index)).size).toBe(count);
  });
});

describe('what is shown', () => {
  const corners = [topLeft, p(310, 160), bottomRight, p(210, 260)];

  test('selected regions show outline and vertices', () => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.click(topLeft);
    driver.moveTo(beside);
    const ring = (withRegions.regions[0]?.rings[0] ?? []).map(({ x, y }) => p(x + 200, y + 150));
    expect(driver.draft).toEqual({
      marks: [
        { kind: 'outline', rings: withRegions.regions[0]?.rings, style: 'selected' },
        { kind: 'handles', points: ring, style: 'vertex' },
        { kind: 'handles', points: [], style: 'denseVertex' },
        { kind: 'handles', points: [topLeft], style: 'selectedVertex' },
      ],
    });
    expect(new Set(ring.map(({ x, y }) => `${x},${y}`))).toEqual(
      new Set(corners.map(({ x, y }) => `${x},${y}`)),
    );
  });

  describe('of a ring whose vertices are closer than handles have room', () => {
    /** A frayed disc around canvas (400, 300). */
    const dense = addRegion(withImage, [
      Array.from({ length: 240 }, (_, index) => {
        const angle = (index / 240) * 2 * Math.PI;
        const reach = index % 2 === 0 ? 100 : 96;
        return p(Math.round(200 + reach * Math.cos(angle)), Math.round(150 + reach * Math.sin(angle)));
      }),
    ]);
    const onCanvas = verticesOf(dense, 'region-1').map(({ x, y }) => p(x + 200, y + 150));
    const handlesAt = (pointer: Point, zoom = 1) => {
      const driver = driveTool(select, dense, { selection: one, zoom });
      driver.moveTo(pointer);
      return driver.draft.marks.flatMap((mark) =>
        mark.kind === 'handles' && mark.points.length > 0 ? [[mark.style, placesOf(mark.points)]] : [],
      );
    };
    const placesOf = (points: readonly Point[]) => points.map(({ x, y }) => `${x},${y}`).toSorted();
    const within = (pointer: Point, reach: number) =>
      placesOf(onCanvas.filter((vertex) => distance(vertex, pointer) <= reach));

    test('no handle is shown away from the pointer', () => {
      expect(handlesAt(p(400, 300))).toEqual([]);
    });

    test('those near the pointer are shown, small', () => {
      const pointer = p(400, 216);
      expect(within(pointer, 32).length).toBeGreaterThan(8);
      expect(handlesAt(pointer)).toEqual([['denseVertex', within(pointer, 32)]]);
    });

    test('all are shown where the view is close enough', () => {
      expect(handlesAt(p(400, 300), 10)).toEqual([['vertex', placesOf(onCanvas)]]);
    });

    test('a selected vertex is shown wherever the pointer is', () => {
      const selection = { ...one, vertices: [{ regionId: 'region-1', ring: 0, index: 0 }] };
      const driver = driveTool(select, dense, { selection });
      driver.moveTo(p(400, 300));
      const [region] = dense.regions;
      const vertex = region?.rings[0]?.[0];
      expect(driver.draft.marks).toContainEqual({
        kind: 'handles',
        points: [p((vertex?.x ?? 0) + 200, (vertex?.y ?? 0) + 150)],
        style: 'selectedVertex',
      });
    });
  });

  test('so many that vertices would cover the picture show outlines alone, and are not taken by a vertex', () => {
    const many = Array.from({ length: 21 }, (_, index) => square(index * 15, 10, 12)).reduce(
      (document, ring) => addRegion(document, [ring]),
      withImage,
    );
    const all = { regionIds: many.regions.map(({ id }) => id), vertices: [] };
    const driver = driveTool(select, many, { selection: all });
    const handles = driver.draft.marks.flatMap((mark) => (mark.kind === 'handles' ? mark.points : []));
    expect(handles).toEqual([]);
    driver.drag(p(200, 160), p(200, 180));
    expect(driver.document.regions.map((region) => region.rings.flat().length)).toEqual(
      many.regions.map(() => 4),
    );
  });

  test.each([
    ['a vertex', topLeft, 'pointer'],
    ['an edge', p(260, 160), 'copy'],
    ['a region', inTwo, 'move'],
    ['nothing', beside, 'default'],
  ])('the cursor tells %s', (_name, at, cursor) => {
    const driver = driveTool(select, withRegions, { selection: one });
    driver.moveTo(at);
    expect(driver.cursor).toBe(cursor);
  });
});
