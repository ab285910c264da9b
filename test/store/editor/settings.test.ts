import { expect, test } from 'vitest';
import type { Editor } from '../../../src/store/createEditor.ts';
import { changeSettings } from '../../../src/store/editor/settings.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';

/** An editor with two generations, “first” the older. */
async function generatedTwice() {
  let now = 1_757_165_031_000;
  const editor = createTestEditor({ now: () => now });
  await openPhotograph(editor);
  for (const prompt of ['first', 'second']) {
    editor.transact(changeSettings({ prompt }), 'atOnce');
    await editor.generations.generate();
    now += 2000;
  }
  const [second, first] = editor.generations.store.getState().generations.map(({ id }) => id);
  return { editor, first: first ?? '', second: second ?? '' };
}

const prompt = (editor: Editor) => editor.getState().settings.prompt;
const canPutBack = (editor: Editor) => editor.getState().replacedSettings.length > 0;

test('what was typed comes back after a generation was reopened, with the choices beside it', async () => {
  const { editor, first } = await generatedTwice();
  editor.transact(changeSettings({ prompt: 'half a thought', speed: 'turbo' }), 'atOnce');
  await editor.generations.reopenGeneration(first);
  expect([prompt(editor), canPutBack(editor)]).toEqual(['first', true]);

  editor.putSettingsBack();

  expect(editor.getState().settings).toMatchObject({ prompt: 'half a thought', speed: 'turbo' });
  expect(canPutBack(editor)).toBe(false);
});

test('it comes back through several reopened ones', async () => {
  const { editor, first, second } = await generatedTwice();
  editor.transact(changeSettings({ prompt: 'half a thought' }), 'atOnce');
  await editor.generations.reopenGeneration(first);
  await editor.generations.reopenGeneration(second);
  editor.putSettingsBack();
  expect(prompt(editor)).toBe('half a thought');
});

test('putting it back loses nothing either that was changed since', async () => {
  const { editor, first } = await generatedTwice();
  editor.transact(changeSettings({ prompt: 'half a thought' }), 'atOnce');
  await editor.generations.reopenGeneration(first);
  editor.transact(changeSettings({ prompt: 'first, but better' }), 'atOnce');
  editor.putSettingsBack();
  editor.putSettingsBack();
  expect([prompt(editor), canPutBack(editor)]).toEqual(['first, but better', true]);
});

test('nothing is offered where nothing is lost', async () => {
  const { editor, first, second } = await generatedTwice();
  await editor.generations.reopenGeneration(first);
  await editor.generations.reopenGeneration(first);
  expect(canPutBack(editor)).toBe(false);
  editor.transact(changeSettings(createTestEditor().getState().settings), 'atOnce');
  await editor.generations.reopenGeneration(second);
  expect(canPutBack(editor)).toBe(false);
});
