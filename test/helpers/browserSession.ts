import { deleteDB } from 'idb';
import type { ProxyClient } from '../../src/api/proxyClient.ts';
import type { GenerationRequest } from '../../src/contract/generationRequest.ts';
import type { Task } from '../../src/contract/task.ts';
import { applyOperation } from '../../src/model/mask/operations/applyOperation.ts';
import { generationRequest, requestPreview } from '../../src/model/request/request.ts';
import { openStorage } from '../../src/storage/openStorage.ts';
import type { Editor, EditorParts } from '../../src/store/createEditor.ts';
import type { Generation } from '../../src/store/generations/generation.ts';
import { createTabs, type Locks, type Tabs } from '../../src/store/tabs/tabs.ts';
import { createTestEditor, fakeClient, taskOf } from './testEditor.ts';

export type Tab = {
  readonly editor: Editor;
  /** Resolves when it has come to its stop. */
  readonly stopped: Promise<void>;
  kill(): void;
};
export type BrowserSession = ReturnType<typeof openBrowserSession>;

/** Where a tab gets no further: before the service hears of it, or, of a create, before the answer comes back. */
export type Stop = 'upload' | 'request' | 'create' | 'answer' | 'task' | 'result';

const never = new Promise<never>(() => undefined);

/**
 * One browser with real storage, locks and messages, whose tabs come and go, and one service that counts what it is asked.
 * Short pauses pass at once; those before another try never do.
 */
export function openBrowserSession(name: string) {
  const sent = { uploads: [] as string[], creates: [] as GenerationRequest[], results: 0 };
  const tasks = new Map<string, Task>();
  const open: (() => void)[] = [];
  const clock = { now: Date.parse('2030-01-01T00:00:00Z') };
  let ids = 0;

  function clientOf(stopAt: (point: Stop) => Promise<void>): ProxyClient {
    return fakeClient({
      uploadFile: async (_blob, fileName) => {
        await stopAt('upload');
        sent.uploads.push(fileName);
        return { url: `https://files.example/${fileName}`, expiresAt: '2030-01-04T00:00:00Z' };
      },
      createGeneration: async (request, generationId) => {
        await stopAt('create');
        const task = taskOf({ id: `task-${sent.creates.length + 1}`, created: clock.now / 1000 });
        // As our server does: one that comes again gets the task of the first.
        const known = tasks.get(generationId) ?? task;
        if (known === task) sent.creates.push(request);
        tasks.set(generationId, known);
        await stopAt('answer');
        return known;
      },
      getTask: async (id) => {
        await stopAt('task');
        const results = ['https://r.example/0', 'https://r.example/1'];
        return taskOf({ id, created: clock.now / 1000, status: 'completed', progress: 100, results });
      },
      getResult: async (id, index) => {
        await stopAt('result');
        sent.results += 1;
        return new Blob([`${id} ${index}`], { type: 'image/png' });
      },
    });
  }

  async function openTab(change: Partial<EditorParts> & { stop?: Stop; workId?: string } = {}): Promise<Tab> {
    const { stop, workId, ...parts } = change;
    let arrive = () => {};
    const stopped = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const stopAt = async (point: Stop) => {
      if (point !== stop) return;
      arrive();
      await never;
    };
    const { tabs, kill } = killableTabs(await createTabs(name), workId);
    const storage = await openStorage(name, () => clock.now);
    const plain = createTestEditor();
    const editor = createTestEditor({
      client: clientOf(stopAt),
      storage,
      tabs,
      config: { ...plain.config, mode: 'live' },
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
      now: () => clock.now,
      wait: (milliseconds) => (milliseconds < 2000 ? Promise.resolve() : never),
      masks: {
        previewRequest: async (document, settings, urls) => requestPreview(document, settings, urls),
        buildRequest: async (document, settings, urls) => {
          await stopAt('request');
          return generationRequest(document, settings, urls);
        },
        maskPng: async () => new Blob(['mask'], { type: 'image/png' }),
        applyOperation: async (...given) => applyOperation(...given),
        close: () => undefined,
      },
      ...parts,
    });
    await editor.restore();
    const close = () => {
      kill();
      storage.close();
    };
    open.push(close);
    return { editor, stopped, kill: close };
  }

  return {
    sent,
    clock,
    openTab,
    async end() {
      for (const close of open) close();
      await deleteDB(name);
    },
  };
}

/** A tab that can go as in a crash: its locks pass on, and it hears nothing more. */
function killableTabs(tabs: Tabs, workId: string | undefined): { tabs: Tabs; kill(): void } {
  let remembered = workId ?? null;
  let isKilled = false;
  let die = () => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const request = (lockName: string, ...rest: [unknown, unknown?]) => {
    const callback = rest.at(-1) as LockGrantedCallback<unknown>;
    const options = rest.length === 2 ? (rest[0] as LockOptions) : {};
    return navigator.locks.request(lockName, options, (lock) =>
      isKilled ? undefined : Promise.race([callback(lock), death]),
    );
  };
  return {
    tabs: {
      ...tabs,
      locks: { request: request as Locks['request'] },
      listen: (onChange) => tabs.listen((id) => isKilled || onChange(id)),
      readWorkId: () => remembered,
      writeWorkId(id) {
        remembered = id;
      },
    },
    kill() {
      isKilled = true;
      die();
    },
  };
}

export function newestGeneration(editor: Editor): Generation | undefined {
  return editor.generations.store.getState().generations[0];
}

/** Resolves as soon as the newest generation is in one of the phases. */
export function waitForPhase(editor: Editor, ...names: Generation['phase']['name'][]): Promise<Generation> {
  return waitForGenerations(editor, () => {
    const generation = newestGeneration(editor);
    return generation && names.includes(generation.phase.name) ? generation : undefined;
  });
}

/** Resolves with what `find` finds among the generations, as soon as it does. */
export function waitForGenerations<Found>(editor: Editor, find: () => Found | undefined): Promise<Found> {
  return new Promise((resolve) => {
    const unsubscribe = editor.generations.store.subscribe(see);
    see();

    function see() {
      const found = find();
      if (found === undefined) return;
      unsubscribe();
      resolve(found);
    }
  });
}
