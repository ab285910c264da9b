import { expect, test } from 'vitest';
import { createGenerationStore, putGeneration } from '../../../src/store/generations/generationStore.ts';
import { createLeasedWork } from '../../../src/store/generations/leasedWork.ts';
import type { GenerationEvent } from '../../../src/store/generations/machine/events.ts';
import { createPauses } from '../../../src/store/generations/pauses.ts';
import { recordOf } from '../../../src/store/generations/recordForm.ts';
import { createLeases } from '../../../src/store/tabs/leases.ts';
import { createFakeBrowser } from '../../helpers/fakeBrowser.ts';
import {
  createTestEditor,
  fakeClient,
  fakeStorage,
  openPhotograph,
  taskOf,
} from '../../helpers/testEditor.ts';
import { generationIn } from './generationEvents.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const running = generationIn({ name: 'running', task: taskOf({}) });

/** A page whose machine is told things, and does nothing about them but to take over what is read. */
function createTestPage(isSandbox = false) {
  const browser = createFakeBrowser();
  const other = createLeases(browser.openTab().locks, 'generation');
  const generations = createGenerationStore();
  const storage = fakeStorage();
  const told: GenerationEvent[] = [];
  const work = createLeasedWork({
    generations,
    storage,
    isSandbox,
    leases: createLeases(browser.openTab().locks, 'generation'),
    pauses: createPauses(async () => undefined),
    dispatch: async (id, event) => {
      told.push(event);
      if (event.type === 'reloaded') putGeneration(generations, id, event.generation);
    },
  });
  return { work, other, storage, types: () => told.map(({ type }) => type) };
}

test('what another page left under way is gone on with once that page is gone, from what it wrote last', async () => {
  const { work, other, storage, types } = createTestPage();
  await storage.saveGeneration(recordOf(running));
  const release = other.claim('g');
  await work.reloadAll();
  work.inheritAll();
  work.inheritAll();
  await settled();
  expect(types()).toEqual(['reloaded']);

  release();
  await settled();
  expect(types()).toEqual(['reloaded', 'inherited']);
});

test('what has ended, and what belongs to a server of the other mode, is left alone', async () => {
  const failure = { code: 'x', charged: 'no', mayRetry: true } as const;
  const failed = generationIn({ name: 'failed', finishedAt: 0, failure });
  for (const [generation, isSandbox] of [[failed, false] as const, [running, true] as const]) {
    const { work, storage, types } = createTestPage(isSandbox);
    await storage.saveGeneration(recordOf(generation));
    await work.reloadAll();
    work.inheritAll();
    await settled();
    expect(types()).toEqual(['reloaded']);
  }
});

const never = new Promise<never>(() => undefined);

test.each([0, 30])(
  'what a tab sent before it died is not sent again by one that reads records %i ms late',
  async (delayMs) => {
    const browser = createFakeBrowser();
    const storage = fakeStorage();
    const creates: string[] = [];
    let upload = (_file: { url: string; expiresAt: string }) => {};
    const uploading = new Promise<{ url: string; expiresAt: string }>((resolve) => {
      upload = resolve;
    });
    const sending = browser.openTab();
    const before = createTestEditor({
      storage,
      tabs: sending,
      client: fakeClient({
        uploadFile: () => uploading,
        createGeneration: async (_request, id) => {
          creates.push(id);
          sending.kill();
          return never;
        },
      }),
    });
    await openPhotograph(before);
    void before.generations.generate();
    await expect.poll(async () => (await storage.loadGenerations())[0]?.record.phase.name).toBe('uploading');

    const after = createTestEditor({
      tabs: browser.openTab(),
      storage: {
        ...storage,
        loadGeneration: async (id) => {
          await new Promise((resolve) => setTimeout(resolve, delayMs));
          return storage.loadGeneration(id);
        },
      },
      client: fakeClient({
        createGeneration: async (_request, id) => {
          creates.push(id);
          return taskOf({});
        },
      }),
    });
    await after.restore();
    upload({ url: 'https://files.example/rocket.jpg', expiresAt: '2099-01-01T00:00:00Z' });

    const phase = () => after.generations.store.getState().generations[0]?.phase.name;
    await expect.poll(phase).toMatch(/unknown|completed/);
    expect(phase()).toBe('unknown');
    expect(creates).toHaveLength(1);
  },
);

test('what cannot be read is left as it is: nobody knows whether it was sent', async () => {
  const { work, other, storage, types } = createTestPage();
  await storage.saveGeneration(recordOf(generationIn({ name: 'uploading' })));
  const release = other.claim('g');
  await work.reloadAll();
  work.inheritAll();
  storage.loadGeneration = () => Promise.reject(new Error('Away.'));
  release();
  await settled();
  expect(types()).toEqual(['reloaded']);
});
