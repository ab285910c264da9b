import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProxyClient } from '../../src/api/proxyClient.ts';
import type { TaskStreamEvent } from '../../src/api/taskEvents.ts';
import { taskOf } from '../helpers/testEditor.ts';

/** What of the browser's own the client uses; Node has none. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeEventSource[] = [];
  readyState = 1;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.opened.push(this);
  }

  close() {
    this.readyState = FakeEventSource.CLOSED;
  }

  emit(name: string, data: unknown) {
    this.dispatchEvent(
      new MessageEvent(name, { data: typeof data === 'string' ? data : JSON.stringify(data) }),
    );
  }

  fail(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

beforeEach(() => {
  FakeEventSource.opened = [];
  vi.stubGlobal('EventSource', FakeEventSource);
});

afterEach(() => vi.unstubAllGlobals());

function listening() {
  const events: TaskStreamEvent[] = [];
  const stop = createProxyClient(fetch).listenToTask('task/1', (event) => events.push(event));
  const [source] = FakeEventSource.opened;
  if (!source || !stop) throw new Error('Nothing was opened.');
  return { events, stop, source };
}

test('a task’s news come in their order, until its end', () => {
  const { events, source } = listening();
  expect(source.url).toBe('/api/tasks/task%2F1/events');
  const running = taskOf({ progress: 40 });
  const done = taskOf({ status: 'completed', results: [] });
  source.emit('task', running);
  source.emit('trouble', { message: 'The service is slow.' });
  source.emit('task', done);
  source.emit('end', {});
  expect(events).toEqual([
    { kind: 'task', task: running },
    { kind: 'trouble', message: 'The service is slow.' },
    { kind: 'task', task: done },
    { kind: 'closed' },
  ]);
  expect(source.readyState).toBe(FakeEventSource.CLOSED);
});

test('what is not of the contract is not news', () => {
  const { events, source } = listening();
  source.emit('task', '<h1>Bad gateway</h1>');
  source.emit('task', { ...taskOf({}), status: 'daydreaming' });
  source.emit('trouble', {});
  expect(events).toEqual([]);
});

test('a refusal is told with its status, and of a lost session in words that help', () => {
  const { events, source } = listening();
  const error = { code: 'sign_in_required', message: 'No session.', type: 'authentication_error' };
  source.emit('refused', { status: 401, error });
  expect(events[0]).toMatchObject({ kind: 'refused', error: { status: 401, code: 'sign_in_required' } });
  expect(events[0]?.kind === 'refused' && events[0].error.message).toContain('Reload this page to sign in');
});

test('a lost connection is left to the browser, a refused one is the end', () => {
  const { events, source } = listening();
  source.fail(0);
  expect(events).toEqual([]);
  source.fail(FakeEventSource.CLOSED);
  expect(events).toEqual([{ kind: 'closed' }]);
});

test('where the platform cannot listen, nothing is opened', () => {
  vi.unstubAllGlobals();
  expect(createProxyClient(fetch).listenToTask('task-1', () => undefined)).toBeUndefined();
});

test('a page holds two streams at most, so that its tabs leave connections for the rest', () => {
  const client = createProxyClient(fetch);
  const listen = (id: string) => client.listenToTask(id, () => undefined);
  const stopFirst = listen('task-1');
  expect([listen('task-2') !== undefined, listen('task-3')]).toEqual([true, undefined]);
  stopFirst?.();
  expect(listen('task-3')).toBeDefined();
});
