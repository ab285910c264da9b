import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boundsOf } from '../../src/model/geometry/rect.ts';
import { domPointer } from './domPointer.ts';
import { type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;

beforeEach(async () => {
  stage = await mountStage();
});

afterEach(cleanup);

/** Of all that is masked, in image px. */
const maskBounds = () =>
  boundsOf(stage.editor.getState().document.regions.flatMap(({ rings }) => rings.flat()));

function space(type: 'keydown' | 'keyup') {
  window.dispatchEvent(new KeyboardEvent(type, { key: ' ', code: 'Space' }));
}

test('Space pressed in a drag moves what is drawn, until it is let go', async () => {
  stage.editor.pickTool('rectangle');
  const pointer = domPointer(stage);
  await pointer.startDrag(stage.inElement({ x: 120, y: 100 }), stage.inElement({ x: 160, y: 130 }));
  space('keydown');
  pointer.moveTo(stage.inElement({ x: 180, y: 140 }));
  space('keyup');
  pointer.moveTo(stage.inElement({ x: 190, y: 140 }));
  pointer.release(stage.inElement({ x: 190, y: 140 }));
  expect(maskBounds()).toEqual({ x: 40, y: 30, width: 50, height: 30 });
});

test('Space whose letting go was missed, or that was pressed before, moves nothing', async () => {
  stage.editor.pickTool('rectangle');
  const pointer = domPointer(stage);
  await pointer.startDrag(stage.inElement({ x: 120, y: 100 }), stage.inElement({ x: 160, y: 130 }));
  space('keydown');
  stage.editor.dispatch({ type: 'cancel' });
  pointer.release(stage.inElement({ x: 160, y: 130 }));
  space('keydown');
  await pointer.drag(stage.inElement({ x: 120, y: 100 }), stage.inElement({ x: 160, y: 130 }));
  expect(maskBounds()).toEqual({ x: 20, y: 20, width: 40, height: 30 });
});

test('each outline looks like what it does to the mask', async () => {
  const { editor } = stage;
  stage.setView({ zoom: 4, origin: { x: -400, y: -320 } });
  editor.pickTool('ellipse');
  const insideColours = [];
  for (const combineMode of ['new', 'subtract', 'intersect'] as const) {
    editor.transact((state) => ({ ...state, options: { ...editor.getState().options, combineMode } }));
    const pointer = domPointer(stage);
    await pointer.startDrag(stage.inElement({ x: 120, y: 100 }), stage.inElement({ x: 160, y: 130 }));
    insideColours.push(await stage.colourAt('overlay', { x: 140, y: 115 }));
    editor.dispatch({ type: 'cancel' });
    pointer.release(stage.inElement({ x: 160, y: 130 }));
  }
  const alphas = insideColours.map(([, , , alpha]) => alpha);
  expect(alphas).toEqual([51, 51, 0]);
  expect(insideColours[0]).not.toEqual(insideColours[1]);
});
