import { describe, expect, test } from 'vitest';
import { type Document, emptyDocument } from '../../../src/model/document/document.ts';
import { setRegionHidden, addRegions as withRegions } from '../../../src/model/document/regions.ts';
import type { VertexRef } from '../../../src/model/document/vertices.ts';
import { type Change, type EditorState, initialState } from '../../../src/store/editor/editorState.ts';
import {
  addRegions,
  deleteRegion,
  deleteSelected,
  hideSelected,
  onDocument,
  selectAdded,
  selectAllRegions,
  selectOnly,
  selectRegion,
  switchTool,
  whenFree,
} from '../../../src/store/editor/regionChanges.ts';
import { box } from '../../model/geometry/rings/ringFixtures.ts';

const photograph = { id: 'a', name: 'a.jpg', width: 640, height: 427 };
const document: Document = withRegions({ ...emptyDocument, image: photograph }, [
  [box(0, 0, 10, 10)],
  [box(50, 0, 10, 10)],
  [box(100, 0, 10, 10)],
]);
const corner = (regionId: string): VertexRef => ({ regionId, ring: 0, index: 1 });
const start: EditorState = {
  ...initialState,
  document,
  selection: { regionIds: ['region-1', 'region-2'], vertices: [] },
};
const drawing: EditorState = { ...start, tool: { id: 'polygon', session: { phase: 'placing' } } };
const finishFirst = { tone: 'info', code: 'finishShapeFirst' };

const idsOf = ({ document }: EditorState) => document.regions.map(({ id }) => id);
const selectedOf = ({ selection }: EditorState) => selection;
const only = (...regionIds: string[]) => ({ regionIds, vertices: [] });

test('a document that is given back the same is no change', () => {
  expect(onDocument((each) => each)(start)).toBe(start);
});

test.each<[string, Change]>([
  ['what waits for the end of a shape', whenFree(deleteSelected)],
  ['selecting all', selectAllRegions],
])('%s says in the middle of one that it must end first, and does nothing', (_, change) => {
  expect(change(drawing)).toEqual({ ...drawing, notice: finishFirst });
});

describe('selecting', () => {
  test('a region in the list takes the tool that edits it', () => {
    expect(selectRegion('region-3', false)(start)).toMatchObject({
      selection: only('region-3'),
      tool: { id: 'select', session: { phase: 'idle' } },
    });
  });

  test('adds one to those that are selected, and takes one of them out', () => {
    expect(selectedOf(selectRegion('region-3', true)(start))).toEqual(
      only('region-1', 'region-2', 'region-3'),
    );
    expect(selectedOf(selectRegion('region-1', true)(start))).toEqual(only('region-2'));
  });

  test('one is nothing in the middle of a gesture', () => {
    expect(selectRegion('region-3', false)(drawing)).toBe(drawing);
  });

  test('all leaves out those that are hidden', () => {
    const hidden = onDocument((each) => setRegionHidden(each, 'region-2', true))(start);
    expect(selectedOf(selectAllRegions(hidden))).toEqual(only('region-1', 'region-3'));
  });

  test('leads back from a result', () => {
    const looking = { ...start, shownResult: { generationId: 'g', index: 0, document } };
    expect(selectRegion('region-3', false)(looking).shownResult).toBeNull();
    expect(selectOnly([])(looking).shownResult).not.toBeNull();
  });
});

test('the tool that is picked already goes on with what it is at', () => {
  expect(switchTool('polygon')(drawing).tool).toBe(drawing.tool);
  expect(switchTool('lasso')({ ...drawing, heldTool: { id: 'pan', session: { phase: 'idle' } } })).toEqual({
    ...drawing,
    tool: { id: 'lasso', session: { phase: 'idle' } },
  });
});

describe('adding', () => {
  test('selects what another document brings, ready to be moved', () => {
    const added = { document: withRegions(document, [[box(0, 50, 10, 10)]]), regionIds: ['region-4'] };
    expect(selectAdded(added)(start)).toMatchObject({
      document: added.document,
      selection: only('region-4'),
      tool: { id: 'select' },
    });
  });

  test('selects what a file brings, and leaves the tool as it is', () => {
    const after = addRegions([[box(0, 50, 10, 10)], [box(50, 50, 10, 10)]], 'a')(drawing);
    expect([idsOf(after).slice(3), selectedOf(after), after.tool]).toEqual([
      ['region-4', 'region-5'],
      only('region-4', 'region-5'),
      drawing.tool,
    ]);
  });

  test('is refused where another photograph is there by now', () => {
    expect(addRegions([[box(0, 50, 10, 10)]], 'b')(start)).toEqual({
      ...start,
      notice: { tone: 'problem', code: 'otherPhotograph' },
    });
  });
});

describe('deleting', () => {
  test('a region of the list takes it out of the selection, and its vertices', () => {
    const state = {
      ...start,
      selection: { ...start.selection, vertices: [corner('region-1'), corner('region-2')] },
    };
    const after = deleteRegion('region-1')(state);
    expect([idsOf(after), selectedOf(after)]).toEqual([
      ['region-2', 'region-3'],
      { regionIds: ['region-2'], vertices: [corner('region-2')] },
    ]);
  });

  test('what is selected leaves nothing selected', () => {
    const after = deleteSelected(start);
    expect([idsOf(after), selectedOf(after)]).toEqual([['region-3'], only()]);
  });
});

test('hiding hides what is selected, and nothing twice', () => {
  const hidden = hideSelected(start);
  expect(hidden.document.regions.map(({ isHidden }) => isHidden)).toEqual([true, true, false]);
  expect(hideSelected(hidden)).toBe(hidden);
});
