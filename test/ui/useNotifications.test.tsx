import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeSettings } from '../../src/store/editor/settings.ts';
import { notificationState, switchNotifications } from '../../src/ui/results/notifications.ts';
import { watchGenerations } from '../../src/ui/results/useNotifications.ts';
import { createTestEditor, fakeClient, openPhotograph, taskOf } from '../helpers/testEditor.ts';

/** Notifications that would be on the screen, and whether the person lets the page show any. */
let shown: { title: string; body: string }[] = [];
let answers: NotificationPermission[] = [];
let asked = 0;
let stop = () => {};

beforeEach(() => {
  shown = [];
  answers = ['granted'];
  asked = 0;
  localStorage.clear();
  class FakeNotification {
    static permission: NotificationPermission = 'default';
    static async requestPermission() {
      asked += 1;
      FakeNotification.permission = answers.shift() ?? 'denied';
      return FakeNotification.permission;
    }
    onclick: (() => void) | null = null;
    constructor(title: string, { body = '' }: NotificationOptions) {
      shown.push({ title, body });
    }
    close() {}
  }
  vi.stubGlobal('Notification', FakeNotification);
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function lookAway(isAway: boolean) {
  vi.spyOn(document, 'hasFocus').mockReturnValue(!isAway);
  if (!isAway) window.dispatchEvent(new Event('focus'));
}

/** An editor with two tasks that run until they are told to end. */
async function runningEditor() {
  const tellers: (() => void)[] = [];
  const plain = fakeClient();
  const editor = createTestEditor({
    client: {
      ...plain,
      createGeneration: async ({ prompt }) => taskOf({ id: prompt }),
      getTask: (id) =>
        new Promise((resolve) => {
          tellers.push(() => resolve(taskOf({ id, status: 'completed', results: ['https://r.example/0'] })));
        }),
    },
  });
  await openPhotograph(editor);
  stop = watchGenerations(editor);
  const runs = ['a river', 'a hill'].map((prompt) => {
    editor.transact(changeSettings({ prompt }), 'atOnce');
    return editor.generations.generate();
  });
  await vi.waitUntil(() => tellers.length === 2, { timeout: 10_000 });
  const end = async (index: number) => {
    tellers[index]?.();
    await runs[index];
  };
  return { end };
}

describe('the tab', () => {
  test('counts what runs, and says what ended while nobody looked, until somebody does', async () => {
    lookAway(true);
    const { end } = await runningEditor();
    expect(document.title).toBe('(2 running) Upload-paint editor');

    await end(0);
    await expect.poll(() => document.title).toBe('(1 running) Done: a river – Upload-paint editor');
    await end(1);
    await expect.poll(() => document.title).toBe('Done: a hill – Upload-paint editor');

    lookAway(false);
    expect(document.title).toBe('Upload-paint editor');
  });

  test('says nothing of an end that was seen', async () => {
    lookAway(false);
    const { end } = await runningEditor();
    await end(0);
    expect(document.title).toBe('(1 running) Upload-paint editor');
  });
});

describe('a notification', () => {
  test('is shown only once it was asked for, and only to whoever looks away', async () => {
    lookAway(true);
    const { end } = await runningEditor();
    await end(0);
    await expect.poll(() => document.title).toContain('Done: a river');
    expect({ shown, asked }).toEqual({ shown: [], asked: 0 });

    expect(await switchNotifications(true)).toBe('on');
    await end(1);
    await expect.poll(() => shown.length).toBe(1);
    expect({ shown, asked }).toEqual({
      shown: [{ title: 'Done: a hill', body: '1 image from the sandbox.' }],
      asked: 1,
    });
  });

  test('is not shown where the browser blocks it, or once it is switched off', async () => {
    answers = ['denied'];
    expect(await switchNotifications(true)).toBe('blocked');

    vi.stubGlobal('Notification', { permission: 'granted' });
    expect(notificationState()).toBe('on');
    expect(await switchNotifications(false)).toBe('off');
  });
});

test('the choice is one of the editor below this path, and not of another on the same host', async () => {
  await switchNotifications(true);
  vi.stubEnv('BASE_URL', '/paint/');
  expect(notificationState()).toBe('off');
  await switchNotifications(true);
  expect(Object.keys(localStorage).toSorted()).toEqual(['notify-when-done', 'notify-when-done/paint']);
  vi.unstubAllEnvs();
});
