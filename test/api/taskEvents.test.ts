import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProxyClient } from '../../src/api/proxyClient.ts';
import type { TaskStreamEvent } from '../../src/api/taskEvents.ts';
import { taskOf } from '../helpers/testEditor.ts';

/** What of the browser's own the client uses; Node has none. */
class StandIn extends EventTarget {
  static readonly CLOSED = 2;
  static opened: StandIn[] = [];
  readyState = 1;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    StandIn.opened.push(this);
  }

  close() {
    this.readyState = StandIn.CLOSED;
  }

  tell(name: string, data: unknown) {
    this.dispatchEvent(
      new MessageEvent(name, { data: typeof data === 'string' ? data : JSON.stringify(data) }),
    );
  }

  lose(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

beforeEach(() => {
  StandIn.opened = [];
  vi.stubGlobal('EventSource', StandIn);
});

afterEach(() => vi.unstubAllGlobals());

function listening() {
  const heard: TaskStreamEvent[] = [];
  const stop = createProxyClient(fetch).listenToTask('task/1', (news) => heard.push(news));
  const [source] = StandIn.opened;
  if (!source || !stop) throw new Error('Nothing was opened.');
  return { heard, stop, source };
}

test('a task’s news come in their order, until its end', () => {
  const { heard, source } = listening();
  expect(source.url).toBe('/api/tasks/task%2F1/events');
  const running = taskOf({ progress: 40 });
  const done = taskOf({ status: 'completed', results: [] });
  source.tell('task', running);
  source.tell('trouble', { message: 'The service is slow.' });
  source.tell('task', done);
  source.tell('end', {});
  expect(heard).toEqual([
    { kind: 'task', task: running },
    { kind: 'trouble', message: 'The service is slow.' },
    { kind: 'task', task: done },
    { kind: 'closed' },
  ]);
  expect(source.readyState).toBe(StandIn.CLOSED);
});

test('what is not of the contract is not news', () => {
  const { heard, source } = listening();
  source.tell('task', '<h1>Bad gateway</h1>');
  source.tell('task', { ...taskOf({}), status: 'daydreaming' });
  source.tell('trouble', {});
  expect(heard).toEqual([]);
});

test('a refusal is told with its status, and of a lost session in words that help', () => {
  const { heard, source } = listening();
  const error = { code: 'sign_in_required', message: 'No session.', type: 'authentication_error' };
  source.tell('refused', { status: 401, error });
  expect(heard[0]).toMatchObject({ kind: 'refused', error: { status: 401, code: 'sign_in_required' } });
  expect(heard[0]?.kind === 'refused' && heard[0].error.message).toContain('Reload this page to sign in');
});

test('a lost connection is left to the browser, a refused one is the end', () => {
  const { heard, source } = listening();
  source.lose(0);
  expect(heard).toEqual([]);
  source.lose(StandIn.CLOSED);
  expect(heard).toEqual([{ kind: 'closed' }]);
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
