import { beforeEach, expect, test } from 'vitest';
import { addRegion } from '../../../src/model/document/regions.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { onDocument } from '../../../src/store/editor/regionChanges.ts';
import { changeSettings, replaceSettings } from '../../../src/store/editor/settings.ts';
import { fitFrame, resizeStage } from '../../../src/store/editor/viewChanges.ts';
import { createTestEditor, fakeStorage, openPhotograph } from '../../helpers/testEditor.ts';
import { box } from '../../model/geometry/rings/ringFixtures.ts';

let storage: ReturnType<typeof fakeStorage>;
let last: Editor;

/** A visit that leaves a photograph with a region, a prompt, and one that it took the place of. */
beforeEach(async () => {
  storage = fakeStorage();
  last = createTestEditor({ storage });
  await last.restore();
  await openPhotograph(last);
  last.transact(onDocument((document) => addRegion(document, [box(0, 0, 50, 50)])));
  last.transact((state) => replaceSettings({ ...state.settings, prompt: 'a narrow desert' }, [])(state));
  await last.flush();
});

async function visit(parts: Parameters<typeof createTestEditor>[0] = {}) {
  const editor = createTestEditor({ storage, ...parts });
  editor.transact(resizeStage({ width: 800, height: 600 }), 'atOnce');
  await editor.restore();
  return editor;
}

test('the last visit’s work is there as it was, in view, with nothing to undo', async () => {
  const editor = await visit();
  const { document, settings, replacedSettings } = last.getState();
  const state = editor.getState();
  expect(state).toMatchObject({ document, settings, replacedSettings, notice: null });
  expect([state.history, state.view]).toEqual([{ past: [], future: [] }, fitFrame(state).view]);
});

test('without its photograph the settings come back, and what is missing is told', async () => {
  const editor = await visit({ storage: { ...storage, loadImage: async () => undefined } });
  expect(editor.getState().document.image).toBeNull();
  expect(editor.getState()).toMatchObject({
    settings: { prompt: 'a narrow desert' },
    notice: { tone: 'problem', code: 'photographGone' },
    history: { past: [], future: [] },
  });
});

test('of a visit that opened nothing only the settings are there, without a word', async () => {
  storage = fakeStorage();
  const before = await visit();
  before.transact(changeSettings({ prompt: 'a wide desert' }), 'atOnce');
  await before.flush();
  expect((await visit()).getState()).toMatchObject({
    document: { image: null },
    settings: { prompt: 'a wide desert' },
    notice: null,
  });
});

test('the first visit starts empty', async () => {
  storage = fakeStorage();
  const editor = await visit();
  const { stageSize, view } = editor.getState();
  expect(editor.getState()).toEqual({ ...editor.getInitialState(), stageSize, view });
});
