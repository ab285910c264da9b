import { expect, test } from 'vitest';
import type { Editor } from '../../../src/store/createEditor.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';

/** An editor with two generations, “first” the older. */
async function generatedTwice() {
  let now = 1_757_165_031_000;
  const editor = createTestEditor({ now: () => now });
  await openPhotograph(editor);
  for (const prompt of ['first', 'second']) {
    editor.settings.setState({ prompt });
    await editor.generate();
    now += 2000;
  }
  const [second, first] = editor.generations.getState().generations.map(({ id }) => id);
  return { editor, first: first ?? '', second: second ?? '' };
}

const prompt = (editor: Editor) => editor.settings.getState().prompt;
const canPutBack = (editor: Editor) => editor.session.getState().replacedSettings.length > 0;

test('what was typed comes back after a generation was reopened, with the choices beside it', async () => {
  const { editor, first } = await generatedTwice();
  editor.settings.setState({ prompt: 'half a thought', speed: 'turbo' });
  await editor.reopenGeneration(first);
  expect([prompt(editor), canPutBack(editor)]).toEqual(['first', true]);

  editor.putSettingsBack();

  expect(editor.settings.getState()).toMatchObject({ prompt: 'half a thought', speed: 'turbo' });
  expect(canPutBack(editor)).toBe(false);
});

test('it comes back through several reopened ones', async () => {
  const { editor, first, second } = await generatedTwice();
  editor.settings.setState({ prompt: 'half a thought' });
  await editor.reopenGeneration(first);
  await editor.reopenGeneration(second);
  editor.putSettingsBack();
  expect(prompt(editor)).toBe('half a thought');
});

test('putting it back loses nothing either that was changed since', async () => {
  const { editor, first } = await generatedTwice();
  editor.settings.setState({ prompt: 'half a thought' });
  await editor.reopenGeneration(first);
  editor.settings.setState({ prompt: 'first, but better' });
  editor.putSettingsBack();
  editor.putSettingsBack();
  expect([prompt(editor), canPutBack(editor)]).toEqual(['first, but better', true]);
});

test('nothing is offered where nothing is lost', async () => {
  const { editor, first, second } = await generatedTwice();
  await editor.reopenGeneration(first);
  await editor.reopenGeneration(first);
  expect(canPutBack(editor)).toBe(false);
  editor.settings.setState(createTestEditor().settings.getState());
  await editor.reopenGeneration(second);
  expect(canPutBack(editor)).toBe(false);
});
