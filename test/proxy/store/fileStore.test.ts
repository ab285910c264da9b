import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, open, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConfigurationError } from '../../../src/proxy/configuration/readConfiguration.ts';
import { type FileStore, openFileStore } from '../../../src/proxy/store/fileStore.ts';
import { StoreAwayError } from '../../../src/proxy/store/keyValueStore.ts';
import { createMemoryStore } from '../../../src/proxy/store/memoryStore.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';

const minute = 60_000;

let directory: string;
let opened: FileStore[];
let clock: number;
const now = () => clock;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'store-'));
  opened = [];
  clock = 1_000_000;
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const store of opened) await store.close();
  await rm(directory, { recursive: true, force: true });
});

const logPath = () => join(directory, 'store.log');

async function openStore(): Promise<FileStore> {
  const store = await openFileStore(directory, now);
  opened.push(store);
  return store;
}

async function reopen(store: FileStore): Promise<FileStore> {
  await store.close();
  return openStore();
}

describe('what is kept', () => {
  test('is there in the next process, until it expires', async () => {
    const store = await openStore();
    await store.add('created', 'task-1', minute);
    await store.put('replaced', 'one', minute);
    await store.put('replaced', 'two', minute);
    await store.put('removed', 'one', minute);
    await store.remove('removed');
    clock += minute - 1;
    const next = await reopen(store);
    const keys = ['created', 'replaced', 'removed'];
    expect(await Promise.all(keys.map((key) => next.get(key)))).toEqual(['task-1', 'two', undefined]);
    clock += 1;
    expect(await Promise.all(keys.map((key) => next.get(key)))).toEqual([undefined, undefined, undefined]);
    await reopen(next);
    expect(await readFile(logPath(), 'utf8')).toMatch(/^\{"key":"since",.*\n$/);
  });

  test('is on the disk before it is said to be', async () => {
    const store = await openStore();
    await store.add('created', 'task-1', minute);
    expect(await readFile(logPath(), 'utf8')).toContain('"created"');
    await store.remove('created');
    expect(JSON.parse((await readFile(logPath(), 'utf8')).trim().split('\n').at(-1) ?? '')).toEqual({
      key: 'created',
      at: clock,
      sum: expect.any(String),
    });
  });

  test('is read by nobody else on this machine', async () => {
    await openStore();
    expect((await stat(logPath())).mode & 0o077).toBe(0);
  });

  test('survives a crash at any byte of the last line, and what follows it is whole', async () => {
    const whole = await openStore();
    await whole.add('first', 'one', minute);
    const { size } = await stat(logPath());
    await whole.add('last', 'two', minute);
    await whole.close();
    const log = await readFile(logPath());
    for (let length = size; length < log.length; length += 1) {
      await writeFile(logPath(), log);
      await truncate(logPath(), length);
      const store = await openStore();
      expect(await store.get('first')).toBe('one');
      // Without its line's end alone it is whole.
      expect(await store.get('last')).toBe(length === log.length - 1 ? 'two' : undefined);
      await store.put('after', 'three', minute);
      const next = await reopen(store);
      expect(await next.get('after')).toBe('three');
      await next.close();
    }
  });

  test.each([
    '\0'.repeat(512),
    '{"key":1}\n',
    'null\n',
    '{"key":"x","entry":{"value":"x"}}\n',
    '\u{fffd}{\n',
  ])('survives a log with %j in it', async (rubbish) => {
    const store = await openStore();
    await store.add('first', 'one', minute);
    await store.close();
    await appendFile(logPath(), rubbish);
    expect(await (await openStore()).get('first')).toBe('one');
  });

  test('survives a crash while the log is written anew', async () => {
    const store = await openStore();
    await store.add('first', 'one', minute);
    await store.close();
    await writeFile(`${logPath()}.new`, '{"key":"fir');
    expect(await (await openStore()).get('first')).toBe('one');
  });

  test('takes no more room than a few times what it tells', async () => {
    const store = await openStore();
    await store.put('kept', 'one', minute);
    for (let n = 0; n < 30; n += 1) {
      await Promise.all(Array.from({ length: 100 }, () => store.put('busy', `${n}`, minute)));
    }
    const lines = (await readFile(logPath(), 'utf8')).trim().split('\n');
    expect(lines.length).toBeLessThan(1300);
    const next = await reopen(store);
    expect([await next.get('kept'), await next.get('busy')]).toEqual(['one', '29']);
    expect((await readFile(logPath(), 'utf8')).trim().split('\n')).toHaveLength(3);
  });
});

test('it does what a store in memory does, whatever is asked of it and however often it is opened anew', async () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const value = fc.string({ unit: 'binary', maxLength: 5 });
  const milliseconds = fc.integer({ min: 1, max: 5 });
  const action = fc.oneof(
    fc.record({ type: fc.constant('add' as const), key, value, milliseconds }),
    fc.record({ type: fc.constant('put' as const), key, value, milliseconds }),
    fc.record({ type: fc.constant('remove' as const), key }),
    fc.record({ type: fc.constant('wait' as const), milliseconds }),
    fc.constant({ type: 'reopen' as const }),
  );
  const actions = fc.array(action, { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(actions, async (steps) => {
      const memory = createMemoryStore(now);
      let file = await openStore();
      for (const step of steps) {
        if (step.type === 'wait') clock += step.milliseconds;
        if (step.type === 'reopen') file = await reopen(file);
        const answers = await Promise.all(
          [memory, file].map(async (store) => {
            if (step.type === 'add') return store.add(step.key, step.value, step.milliseconds);
            if (step.type === 'put') return store.put(step.key, step.value, step.milliseconds);
            return step.type === 'remove' ? store.remove(step.key) : undefined;
          }),
        );
        expect(answers[1]).toEqual(answers[0]);
        for (const each of ['a', 'b', 'c']) expect(await file.get(each)).toEqual(await memory.get(each));
      }
      await file.close();
      await rm(logPath());
    }),
    { numRuns: propertyRuns(10) },
  );
});

describe('a disk that takes nothing', () => {
  test('makes it reject, keeps nobody off, and does no harm to what follows', async () => {
    const store = await openStore();
    await store.add('first', 'one', minute);
    const handle = await open(logPath());
    const { prototype } = handle.constructor;
    await handle.close();
    const { appendFile: append } = prototype;
    vi.spyOn(prototype, 'appendFile').mockImplementationOnce(async function (this: object, data: unknown) {
      await append.call(this, String(data).slice(0, 20));
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    await expect(store.add('second', 'two', minute)).rejects.toBeInstanceOf(StoreAwayError);
    expect(await store.add('second', 'again', minute)).toBe(true);
    vi.spyOn(prototype, 'datasync').mockRejectedValueOnce(new Error('an I/O error'));
    await expect(store.put('first', 'other', minute)).rejects.toBeInstanceOf(StoreAwayError);
    await store.put('third', 'three', minute);
    const next = await reopen(store);
    expect([await next.get('second'), await next.get('third')]).toEqual(['again', 'three']);
  });

  test('stops the start, and says which one it is', async () => {
    await writeFile(join(directory, 'occupied'), '');
    const refused = openFileStore(join(directory, 'occupied'), now);
    await expect(refused).rejects.toBeInstanceOf(ConfigurationError);
    await expect(refused).rejects.toThrow(
      `DATA_DIR=${join(directory, 'occupied')} cannot be used (EEXIST). The server keeps there what it sent, so that ` +
        'nothing is paid twice after a restart: give it a directory that it can write.',
    );
    await expect(openFileStore('/dev/null/data', now)).rejects.toThrow('cannot be used (ENOTDIR)');
    await expect(openFileStore(join(directory, 'x'.repeat(120)), now)).rejects.toThrow('longer than');
  });
});

describe('two processes', () => {
  test('do not share a directory', async () => {
    await openStore();
    await expect(openFileStore(directory, now)).rejects.toThrow(/in use: another copy .* REDIS_URL/);
  });

  test('one waits for the other that is about to end', async () => {
    const store = await openStore();
    await store.add('first', 'one', minute);
    const next = openStore();
    await store.close();
    expect(await (await next).get('first')).toBe('one');
  });

  test('one takes over from the other that was killed', async () => {
    const script = `require('node:net').createServer().listen(${JSON.stringify(join(directory, 'lock'))}, () => console.log('listening'))`;
    const other = spawn(process.execPath, ['-e', script]);
    await once(other.stdout, 'data');
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect((await stat(join(directory, 'lock'))).isSocket()).toBe(true);
    expect(await (await openStore()).add('first', 'one', minute)).toBe(true);
  });

  test('one that has lost its directory relies on it no more', async () => {
    const store = await openStore();
    await rename(directory, `${directory}.moved`);
    await expect(store.add('first', 'one', minute)).rejects.toBeInstanceOf(StoreAwayError);
    const next = await openStore();
    await expect(store.put('first', 'one', minute)).rejects.toBeInstanceOf(StoreAwayError);
    expect(await next.add('first', 'two', minute)).toBe(true);
    await rm(`${directory}.moved`, { recursive: true });
  });
});
