import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { emptySelection, type Selection } from '../../src/tools/selection.ts';
import { stagePointer } from '../helpers/stagePointer.ts';
import '@fontsource-variable/inter/wght.css';
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addRegion } from '../../src/model/document/regions.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import type { Editor } from '../../src/store/createEditor.ts';
import { type ToolId, tools } from '../../src/tools/registry.ts';
import { noModifiers } from '../../src/tools/tool.ts';
import { StatusLine } from '../../src/ui/statusLine/StatusLine.tsx';
import { createTestEditor, openPhotograph } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

/** CSS px that a window of 1024 leaves between the toolbar and the inspector. */
const narrowest = 668;

let editor: Editor;
let line: HTMLElement;
let cutOff: Set<string | null>;

beforeEach(async () => {
  editor = createTestEditor();
  await openPhotograph(editor);
  await document.fonts.load('13px "Inter Variable"');
  const { container } = renderWithEditor(
    editor,
    <div style={{ width: narrowest }}>
      <StatusLine />
    </div>,
  );
  line = container;
  cutOff = new Set();
});

afterEach(cleanup);

/** Notes the hint that is shown now if not all of it can be read. */
function read() {
  const hint = line.querySelector('p');
  if (hint && hint.scrollWidth > hint.clientWidth) cutOff.add(hint.textContent);
}

function pressAt({ x, y }: Point, modifiers = noModifiers) {
  act(() => stagePointer(editor).press(x, y, modifiers));
  read();
}

function moveTo({ x, y }: Point, modifiers = noModifiers) {
  act(() => stagePointer(editor).moveTo(x, y, modifiers));
  read();
}

function release({ x, y }: Point, modifiers = noModifiers) {
  act(() => stagePointer(editor).release(x, y, modifiers));
  read();
}

function pick(id: ToolId, selection: Selection = emptySelection) {
  act(() => {
    editor.dispatch({ type: 'cancel' });
    editor.pickTool(id);
    editor.transact((state) => ({ ...state, selection }));
  });
  moveTo(farCorner);
}

function drag(from: Point, to: Point, modifiers = noModifiers) {
  pressAt(from, modifiers);
  moveTo(to, modifiers);
  release(to, modifiers);
}

/** As wide as a position gets. */
const farCorner = { x: 4000, y: 4000 };
const inRegion = { x: 50, y: 50 };
const vertex = { x: 90, y: 90 };
const onGround = { x: 300, y: 300 };
const nearby = { x: 400, y: 380 };

function addSquare() {
  const ring = [{ x: 10, y: 10 }, { x: 90, y: 10 }, vertex, { x: 10, y: 90 }];
  act(() => editor.transact(onDocument((each) => addRegion(each, [ring]))));
}

const ids = Object.keys(tools) as ToolId[];

test.each(ids)('the hints of %s at rest fit a window of 1024 px', (id) => {
  pick(id);
  addSquare();
  pick(id);
  pick(id, { regionIds: ['region-1'], vertices: [] });
  pick(id, { regionIds: ['region-1'], vertices: [{ regionId: 'region-1', ring: 0, index: 0 }] });
  expect([...cutOff]).toEqual([]);
});

test.each(ids.filter((id) => id !== 'wand'))('the hints of %s in a gesture fit', (id) => {
  addSquare();
  for (const selection of [emptySelection, { regionIds: ['region-1'], vertices: [] }]) {
    for (const from of [inRegion, vertex, onGround, { x: 640, y: 427 }, { x: 1024, y: 200 }]) {
      pick(id, selection);
      drag(from, nearby);
      pick(id, selection);
      drag(from, nearby, { ...noModifiers, alt: true });
    }
  }
  pick(id);
  for (const point of [inRegion, onGround, nearby, vertex]) drag(point, point);
  expect([...cutOff]).toEqual([]);
});
