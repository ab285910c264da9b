import { describe, expect, test } from 'vitest';
import { documentOfImage } from '../../../src/model/document/documentOfImage.ts';
import { changeSettings, forgetReplacedSettings } from '../../../src/store/editor/settings.ts';
import { openDocument } from '../../../src/store/images/latestOpening.ts';
import { createTestEditor, fakeStorage, openPhotograph } from '../../helpers/testEditor.ts';

async function visit(storage: ReturnType<typeof fakeStorage>) {
  const editor = createTestEditor({ storage });
  await editor.restore();
  return editor;
}

describe('what is kept for the next visit', () => {
  test('is the prompt that was typed before a photograph was opened', async () => {
    const storage = fakeStorage();
    const first = await visit(storage);
    first.transact(changeSettings({ prompt: 'a wide desert' }), 'atOnce');
    await first.flush();
    expect((await visit(storage)).getState().settings.prompt).toBe('a wide desert');
  });

  test('is the document whose photograph is missing, whatever is typed meanwhile', async () => {
    const storage = fakeStorage();
    const first = await visit(storage);
    await openPhotograph(first);
    await first.flush();
    const second = await visit({ ...storage, loadImage: async () => undefined });
    second.transact(changeSettings({ prompt: 'something else' }), 'atOnce');
    await second.flush();

    const third = await visit(storage);
    expect(third.getState().document).toEqual(first.getState().document);
    expect(third.getState().settings.prompt).toBe('something else');
  });

  test('is the way back to a prompt that another took the place of', async () => {
    const storage = fakeStorage();
    const first = await visit(storage);
    await openPhotograph(first);
    await first.generations.generate();
    first.transact(changeSettings({ prompt: 'half a thought' }), 'atOnce');
    const [generation] = first.generations.store.getState().generations;
    await first.generations.reopenGeneration(generation?.id ?? '');
    expect(first.getState().settings.prompt).toBe('a wide desert');
    await first.flush();

    const second = await visit(storage);
    second.putSettingsBack();
    expect(second.getState().settings.prompt).toBe('half a thought');
    second.transact(forgetReplacedSettings, 'atOnce');
    await second.flush();
    expect((await visit(storage)).getState().replacedSettings).toEqual([]);
  });

  test('is the photograph that was opened while the empty page was being saved', async () => {
    const storage = fakeStorage();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const first = await visit({
      ...storage,
      loadWork: async (id) => {
        await answered;
        return storage.loadWork(id);
      },
    });
    first.transact(changeSettings({ prompt: 'a wide desert' }), 'atOnce');
    const saved = first.flush();
    first.transact(openDocument(documentOfImage({ id: 'a', name: 'a.jpg', width: 640, height: 427 })));
    await first.flush();
    answer();
    await saved;
    const [id = ''] = await storage.listWorks();
    expect((await storage.loadWork(id))?.document.image?.name).toBe('a.jpg');
  });

  test('is nothing where nothing was changed', async () => {
    const storage = fakeStorage();
    const first = await visit(storage);
    await first.flush();
    expect(await storage.listWorks()).toEqual([]);
  });
});
