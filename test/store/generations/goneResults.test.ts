import { describe, expect, test } from 'vitest';
import { ProxyError } from '../../../src/api/proxyError.ts';
import type { Editor, EditorParts } from '../../../src/store/createEditor.ts';
import { createFakeBrowser } from '../../helpers/fakeBrowser.ts';
import {
  createTestEditor,
  fakeClient,
  fakeStorage,
  liveConfig,
  openPhotograph,
} from '../../helpers/testEditor.ts';

const hourMs = 3_600_000;
const deadLink = errorOf(502, 'result_withheld', 'The image’s host answered with status 404.');
const otherMode = errorOf(409, 'server_changed', 'The server was started again, with a key.');
const offline = errorOf(0, 'unreachable', 'The editor’s server cannot be reached.');

/** One browser whose tabs share storage and locks, and a server that answers every look at a result with `answer`. */
function startBrowser() {
  const browser = createFakeBrowser();
  const storage = fakeStorage();
  const state = { asked: 0, answer: deadLink as Error | null, now: 1_757_165_031_000 };
  const client = fakeClient({
    getResult: async () => {
      state.asked += 1;
      if (state.answer) throw state.answer;
      return new Blob(['pixels'], { type: 'image/png' });
    },
  });

  async function visit(change: Partial<EditorParts> = {}) {
    const tabs = browser.openTab();
    const editor = createTestEditor({
      storage,
      client,
      tabs,
      now: () => state.now,
      wait: neverAgain,
      ...change,
    });
    await editor.restore();
    await settled();
    return { editor, tabs };
  }

  return { state, visit, announce: browser.openTab().announce };
}

/** Everything here is in memory, so that one turn of the event loop lets all of it happen. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
/** Pauses between looks at a task pass at once; those before another try never do. */
const neverAgain = (milliseconds: number) =>
  milliseconds < 2000 ? Promise.resolve() : new Promise<never>(() => undefined);

/** A generation whose results could not be fetched for as long as their links lived. */
async function withDeadResults() {
  const browser = startBrowser();
  browser.state.answer = offline;
  const { editor, tabs } = await browser.visit();
  await openPhotograph(editor);
  void editor.generations.generate();
  await settled();
  tabs.kill();
  Object.assign(browser.state, { now: browser.state.now + 25 * hourMs, asked: 0, answer: deadLink });
  return browser;
}

const idOf = (editor: Editor) => editor.generations.store.getState().generations[0]?.id ?? '';

function resultsOf(editor: Editor) {
  const phase = editor.generations.store.getState().generations[0]?.phase;
  return phase?.name === 'completed' ? phase.results : [];
}

describe('results whose links are dead', () => {
  test('are asked for once, and not again whenever another tab has news', async () => {
    const { state, visit, announce } = await withDeadResults();
    const { editor } = await visit();
    for (const _ of [1, 2, 3]) {
      announce(idOf(editor));
      await settled();
    }
    expect(state.asked).toBe(2);
    expect(resultsOf(editor)).toMatchObject([{ isGone: true }, { isGone: true }]);
  });

  test('are not asked for at the next visit either, unless the person wants it', async () => {
    const { state, visit } = await withDeadResults();
    (await visit()).tabs.kill();
    const { editor } = await visit();
    expect(state.asked).toBe(2);
    expect(resultsOf(editor)).toMatchObject([{ isGone: true }, { isGone: true }]);

    state.answer = null;
    await editor.generations.fetchResult(idOf(editor), 1);
    expect(resultsOf(editor)).toMatchObject([{ isGone: true }, { kind: 'fetched', isSaved: true }]);
  });

  test.each([
    ['the server has changed its mode', otherMode],
    ['the server is away', offline],
    ['the link’s host is away', errorOf(502, 'result_unavailable', 'The image’s host did not deliver it.')],
    ['nobody is signed in', errorOf(401, 'sign_in_required', 'Sign in.')],
    ['the service is busy', errorOf(429, 'rate_limit_exceeded', 'Slow down.')],
  ])('are not given up for dead while %s', async (_, trouble) => {
    const { state, visit } = await withDeadResults();
    let goOn = () => {};
    const wait = () =>
      new Promise<void>((resolve) => {
        goOn = resolve;
      });
    state.answer = trouble;
    const { editor } = await visit({ wait });
    expect(resultsOf(editor)).toMatchObject([{ isGone: false }, { isGone: false }]);

    state.answer = null;
    goOn();
    await settled();
    expect(resultsOf(editor)).toMatchObject([{ kind: 'fetched' }, { kind: 'fetched' }]);
  });
});

test('a link that is refused while a long task’s results may still live is asked for again', async () => {
  const { state, visit } = await withDeadResults();
  state.now -= 0.8 * hourMs;
  const { editor } = await visit();
  expect(resultsOf(editor)).toMatchObject([{ isGone: false }, { isGone: false }]);
});

test('a server in the other mode is not asked for results that it cannot know', async () => {
  const { state, visit } = await withDeadResults();
  const { editor } = await visit({ config: liveConfig });
  await editor.generations.fetchResult(idOf(editor), 0);
  expect(state.asked).toBe(0);
  expect(resultsOf(editor)).toMatchObject([
    { kind: 'missing', isGone: false, reason: 'waitsForSandbox' },
    { kind: 'missing', isGone: false },
  ]);
});

function errorOf(status: number, code: string, message: string): ProxyError {
  return new ProxyError(message, { status, code, mayHaveBeenCharged: false });
}
