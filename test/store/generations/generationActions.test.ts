import { describe, expect, test } from 'vitest';
import type { ProxyClient } from '../../../src/api/proxyClient.ts';
import { ProxyError } from '../../../src/api/proxyError.ts';
import type { Task } from '../../../src/contract/task.ts';
import type { EditorParts } from '../../../src/store/createEditor.ts';
import { onDocument } from '../../../src/store/editor/regionChanges.ts';
import { changeSettings } from '../../../src/store/editor/settings.ts';
import { showResult } from '../../../src/store/editor/shownResult.ts';
import { createFakeBrowser } from '../../helpers/fakeBrowser.ts';
import {
  createTestEditor,
  fakeClient,
  fakeMasks,
  fakeStorage,
  liveConfig,
  openPhotograph,
  taskOf,
} from '../../helpers/testEditor.ts';

async function generated(change: Partial<EditorParts> = {}, client: Partial<ProxyClient> = {}) {
  const sent = { uploads: [] as string[], requests: [] as never[] };
  const editor = createTestEditor({ client: fakeClient(client, sent), ...change });
  await openPhotograph(editor);
  await editor.generations.generate();
  const all = () => editor.generations.store.getState().generations;
  return { editor, sent, all };
}

describe('a generation is sent again', () => {
  test('as it was, whatever is open now, with the uploads that are still alive', async () => {
    const { editor, sent, all } = await generated();
    await editor.images.openImage(new File(['other'], 'coffee.jpg'));
    editor.transact(changeSettings({ prompt: 'something else' }), 'atOnce');

    await editor.generations.retryGeneration('generation-1');

    expect(sent.uploads).toEqual(['rocket.jpg']);
    expect(sent.requests[1]).toEqual(sent.requests[0]);
    expect(all().map(({ id, phase }) => [id, phase.name])).toEqual([
      ['generation-2', 'completed'],
      ['generation-1', 'completed'],
    ]);
  });

  test('with its photograph uploaded anew once the upload is about to expire', async () => {
    let now = Date.parse('2098-12-31T22:00:00Z');
    const { editor, sent } = await generated({ now: () => now });
    now += 3_600_000 + 1;
    await editor.generations.retryGeneration('generation-1');
    expect(sent.uploads).toEqual(['rocket.jpg', 'rocket.jpg']);
  });

  test('with its photograph uploaded anew where the service could not read it', async () => {
    const failed = taskOf({ status: 'failed', error: { code: 'image_processing_error', message: 'No.' } });
    const { editor, sent } = await generated({}, { getTask: async () => failed });
    await editor.generations.retryGeneration('generation-1');
    expect(sent.uploads).toEqual(['rocket.jpg', 'rocket.jpg']);
  });

  test.each([
    [
      'with its photograph uploaded anew where the service says that it cannot read it',
      'image_urls: gone.',
      2,
    ],
    ['with the uploads that are there where it objects to something else', 'prompt: Too long.', 1],
  ])('%s', async (_what, message, uploads) => {
    const facts = { status: 400, code: 'invalid_request', mayHaveBeenCharged: false };
    const createGeneration = () => Promise.reject(new ProxyError(message, facts));
    const { editor, sent } = await generated({}, { createGeneration });
    await editor.generations.retryGeneration('generation-1');
    expect(sent.uploads).toEqual(Array(uploads).fill('rocket.jpg'));
  });

  test('only once when its button is pressed twice, and not while it is under way', async () => {
    const { editor, sent } = await generated();
    await Promise.all([
      editor.generations.retryGeneration('generation-1'),
      editor.generations.retryGeneration('generation-1'),
    ]);
    expect(sent.requests).toHaveLength(2);
  });
});

test('an unchanged document can be sent again on purpose', async () => {
  const { editor, sent } = await generated();
  await editor.generations.generate();
  expect(sent.requests).toHaveLength(2);
});

test('a double press of which the first ends in doubt does not send a second time', async () => {
  let creates = 0;
  const createGeneration = () => {
    creates += 1;
    const facts = { status: 504, code: 'outcome_unknown', mayHaveBeenCharged: true };
    return Promise.reject(new ProxyError('No answer.', facts));
  };
  const { editor } = await generated({}, { createGeneration });
  await editor.generations.generate();
  expect(creates).toBe(1);
});

test('uploads are tried again after passing faults, and not after a refusal', async () => {
  const answers = [0, 429, 503];
  let tries = 0;
  const uploadFile = async () => {
    tries += 1;
    const status = answers.shift();
    if (status === undefined) return { url: 'https://files.example/a', expiresAt: '2099-01-01T00:00:00Z' };
    throw new ProxyError('Not now.', { status, code: 'x', mayHaveBeenCharged: false });
  };
  const { editor, all } = await generated({}, { uploadFile });
  expect([tries, all()[0]?.phase.name]).toEqual([4, 'completed']);

  answers.push(415);
  await editor.images.openImage(new File(['other'], 'coffee.jpg'));
  editor.transact(onDocument((document) => ({ ...document, canvas: { width: 1024, height: 427 } })));
  await editor.generations.generate();
  expect([tries, all()[0]?.phase.name]).toEqual([5, 'failed']);
});

describe('a task that the service knew nothing of', () => {
  const unknown = () =>
    Promise.reject(
      new ProxyError('Not found.', { status: 404, code: 'not_found', mayHaveBeenCharged: false }),
    );
  const completed = async () => taskOf({ status: 'completed', results: ['https://r.example/0'] });

  test('can be looked for again, which sends nothing, and brings its results once it is found', async () => {
    let look: () => Promise<Task> = unknown;
    const { editor, sent, all } = await generated({}, { getTask: () => look() });
    expect(all()[0]?.phase).toMatchObject({ name: 'failed', failure: { code: 'task_lost' } });

    await editor.generations.lookAgain('generation-1');
    expect(all()[0]?.phase).toMatchObject({ name: 'failed', failure: { code: 'task_lost' } });
    look = completed;
    await Promise.all([
      editor.generations.lookAgain('generation-1'),
      editor.generations.lookAgain('generation-1'),
    ]);

    expect(all().map(({ phase }) => phase)).toMatchObject([
      { name: 'completed', results: [{ kind: 'fetched', isSaved: true }] },
    ]);
    expect(sent.requests).toHaveLength(1);
  });

  test('is not looked for at the service of the other mode, which would not know it', async () => {
    const storage = fakeStorage();
    await generated({ storage }, { getTask: unknown });
    const other = createTestEditor({
      storage,
      config: liveConfig,
      client: fakeClient({ getTask: completed }),
    });
    await other.restore();

    await other.generations.lookAgain('generation-1');

    expect(other.generations.store.getState().generations[0]?.phase.name).toBe('failed');
  });

  test('is taken over by the next tab where the one that looks again goes', async () => {
    const browser = createFakeBrowser();
    const storage = fakeStorage();
    const tabs = browser.openTab();
    let look: () => Promise<Task> = unknown;
    const { editor } = await generated({ storage, tabs }, { getTask: () => look() });
    look = () => new Promise(() => undefined);
    void editor.generations.lookAgain('generation-1');
    await expect.poll(() => editor.generations.store.getState().generations[0]?.phase.name).toBe('running');
    const next = createTestEditor({ storage, tabs: browser.openTab() });
    await next.restore();

    tabs.kill();

    await expect.poll(() => next.generations.store.getState().generations[0]?.phase.name).toBe('completed');
  });
});

test('a reopened generation brings back its document in one step, and its settings', async () => {
  const { editor, all } = await generated();
  const [generation] = all();
  await editor.images.openImage(new File(['other'], 'coffee.jpg'));
  editor.transact(changeSettings({ prompt: 'something else' }), 'atOnce');
  const later = editor.getState().document;

  await editor.generations.reopenGeneration('generation-1');

  expect(editor.getState().document).toBe(generation?.document);
  expect(editor.getState().settings.prompt).toBe('a wide desert');
  editor.undo();
  expect(editor.getState().document).toBe(later);
});

test('a result becomes the image of a new document, and the next generation knows where it came from', async () => {
  const { editor, all } = await generated();

  await editor.generations.openResult('generation-1', 1);

  const { document } = editor.getState();
  expect(document).toMatchObject({
    image: { name: 'rocket-2.png', base: { generationId: 'generation-1', index: 1 } },
    canvas: { width: 640, height: 427 },
    placement: { x: 0, y: 0, width: 640, height: 427 },
    regions: [],
  });
  editor.transact(onDocument((current) => ({ ...current, canvas: { width: 1024, height: 427 } })));
  await editor.generations.generate();
  expect(all()[0]?.base).toEqual({ generationId: 'generation-1', index: 1 });
  editor.undo();
  editor.undo();
  expect(editor.getState().document).toBe(all()[1]?.document);
});

test('a deleted generation is gone with what is shown of it', async () => {
  const { editor, all } = await generated();
  expect(editor.getState().shownResult).not.toBeNull();
  await editor.generations.deleteGeneration('generation-1');
  expect(all()).toEqual([]);
  expect(editor.getState().shownResult).toBeNull();
});

test('a generation that another tab deletes while its result is looked at takes the result along', async () => {
  const browser = createFakeBrowser();
  const storage = fakeStorage();
  const { editor } = await generated({ storage, tabs: browser.openTab() });
  await editor.restore();
  expect(editor.getState().shownResult).not.toBeNull();
  const seen: unknown[] = [];
  editor.generations.store.subscribe(({ generations }) => {
    const { shownResult } = editor.getState();
    seen.push(shownResult && !generations.some(({ id }) => id === shownResult.generationId));
  });
  const other = createTestEditor({ storage, tabs: browser.openTab() });
  await other.restore();

  await other.generations.deleteGeneration('generation-1');

  await expect.poll(() => editor.generations.store.getState().generations).toEqual([]);
  expect(editor.getState().shownResult).toBeNull();
  expect(seen).not.toContain(true);
});

test('it does so too while a worker is at the mask, which other changes of what is shown wait for', async () => {
  const browser = createFakeBrowser();
  const storage = fakeStorage();
  const masks = { ...fakeMasks, applyOperation: () => new Promise<never>(() => undefined) };
  const { editor } = await generated({ storage, masks, tabs: browser.openTab() });
  await editor.restore();
  const { shownResult } = editor.getState();
  editor.applyOperation('invert');
  await expect.poll(() => editor.isWorking()).toBe(true);
  if (shownResult) editor.transact(showResult(shownResult), 'atOnce');
  const other = createTestEditor({ storage, tabs: browser.openTab() });
  await other.restore();

  await other.generations.deleteGeneration('generation-1');

  await expect.poll(() => editor.generations.store.getState().generations).toEqual([]);
  expect([shownResult === null, editor.getState().shownResult, editor.isWorking()]).toEqual([
    false,
    null,
    true,
  ]);
});

test('a generation that cannot be deleted comes back, and what began meanwhile stays', async () => {
  let refuse = () => {};
  const refusal = new Promise<never>((_resolve, reject) => {
    refuse = () => reject(new Error('no'));
  });
  const storage = { ...fakeStorage(), deleteGeneration: () => refusal };
  const editor = createTestEditor({ storage });
  await openPhotograph(editor);
  await editor.generations.generate();
  const [first] = editor.generations.store.getState().generations;

  const deleted = editor.generations.deleteGeneration(first?.id ?? '');
  editor.transact(changeSettings({ prompt: 'another' }), 'atOnce');
  await editor.generations.generate();
  refuse();
  await Promise.allSettled([deleted]);

  const prompts = editor.generations.store.getState().generations.map(({ settings }) => settings.prompt);
  expect(prompts.toSorted()).toEqual([first?.settings.prompt ?? '', 'another'].toSorted());
});

test('leaving loses something while the document itself cannot be saved', async () => {
  const storage = { ...fakeStorage(), saveWork: () => Promise.reject(new Error('full')) };
  const editor = createTestEditor({ storage });
  await editor.restore();
  await openPhotograph(editor);
  await editor.flush();
  expect(editor.isLossAhead()).toBe(true);
});
