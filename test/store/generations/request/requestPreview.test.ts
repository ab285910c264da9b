import { expect, test } from 'vitest';
import { requestPreview } from '../../../../src/model/request/request.ts';
import { changeSettings } from '../../../../src/store/editor/settings.ts';
import { lateAnswers } from '../../../helpers/lateAnswers.ts';
import { createTestEditor, fakeClient, fakeMasks, openPhotograph } from '../../../helpers/testEditor.ts';

/** An editor with a photograph, whose previews are built when the test says so. */
async function openEditor() {
  const { calls, late } = lateAnswers();
  const editor = createTestEditor({
    client: fakeClient(),
    masks: { ...fakeMasks, previewRequest: late(requestPreview) },
  });
  await openPhotograph(editor);
  const preview = () => editor.requestPreview.getState();
  return { editor, calls, preview, type: (prompt: string) => typePrompt(editor, prompt) };
}

function typePrompt(editor: ReturnType<typeof createTestEditor>, prompt: string) {
  editor.transact(changeSettings({ prompt }), 'atOnce');
}

const promptOf = (preview: unknown) =>
  /"prompt": ?"([^"]*)"/.exec(JSON.stringify(preview).replaceAll('\\"', '"'))?.[1];

test('one build is under way at a time, and of all that changed meanwhile the last is built', async () => {
  const { calls, preview, type } = await openEditor();
  expect(calls).toHaveLength(1);
  type('a sea');
  type('a lake');
  expect(calls).toHaveLength(1);
  await calls[0]?.answer();
  expect([calls.length, preview().isCurrent]).toEqual([2, false]);
  await calls[1]?.answer();
  expect([calls.length, preview().isCurrent, promptOf(preview().preview)]).toEqual([2, true, 'a lake']);
});

test('what was built stays, and says that it is not current, while a newer one is built', async () => {
  const { calls, preview, type } = await openEditor();
  await calls[0]?.answer();
  await calls[1]?.answer();
  const before = preview();
  expect(before.isCurrent).toBe(true);
  type('a lake');
  expect(preview()).toEqual({ preview: before.preview, isCurrent: false });
});

test('what cannot be built is none, and the next change is built again', async () => {
  const { calls, preview, type } = await openEditor();
  await calls[0]?.answer();
  await calls[1]?.fail();
  expect(preview()).toEqual({ preview: null, isCurrent: true });
  type('a lake');
  await calls[2]?.answer();
  expect([preview().isCurrent, promptOf(preview().preview)]).toEqual([true, 'a lake']);
});

test('changes of the view and the selection build nothing', async () => {
  const { editor, calls } = await openEditor();
  await calls[0]?.answer();
  await calls[1]?.answer();
  editor.transact((state) => ({ ...state, isMaskShown: true, view: { ...state.view, zoom: 3 } }));
  expect(calls).toHaveLength(2);
});

test('addresses are in it once the files are at the service', async () => {
  const { editor, calls, preview } = await openEditor();
  await calls[0]?.answer();
  await calls[1]?.answer();
  expect(JSON.stringify(preview().preview)).not.toContain('https://files.example/rocket.jpg');
  await editor.generations.generate();
  for (const call of calls.slice(2)) await call.answer();
  expect(preview().isCurrent).toBe(true);
  expect(JSON.stringify(preview().preview)).toContain('https://files.example/rocket.jpg');
});
