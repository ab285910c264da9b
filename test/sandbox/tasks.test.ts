import { setImmediate as nextTick } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { RenderError } from '../../src/sandbox/render/decodeImage.ts';
import { createTasks } from '../../src/sandbox/taskRoutes.ts';
import type { TaskRecord } from '../../src/sandbox/taskState.ts';
import { createTestSandbox, origin, requestBody, tinyPng } from './testSandbox.ts';

async function startWithImage(sandbox = createTestSandbox(), changes: object = {}) {
  const { file_url } = await sandbox.uploadImage();
  const { id } = await sandbox.createTask({ ...requestBody('a hill', file_url), ...changes });
  return { sandbox, id };
}

it('goes from pending over rising progress to four results', async () => {
  const { sandbox, id } = await startWithImage();
  const seen: unknown[] = [];
  for (let second = 0; second <= 4.5; second += 0.5) {
    const { status, progress } = await sandbox.getTask(id);
    seen.push([second, status, progress]);
    sandbox.advanceSeconds(0.5);
  }
  expect(seen).toEqual([
    [0, 'pending', 0],
    [0.5, 'pending', 0],
    [1, 'processing', 25],
    [1.5, 'processing', 37],
    [2, 'processing', 50],
    [2.5, 'processing', 62],
    [3, 'processing', 75],
    [3.5, 'processing', 87],
    [4, 'completed', 100],
    [4.5, 'completed', 100],
  ]);
  const { results } = await sandbox.getTask(id);
  expect(results).toEqual([3, 4, 5, 6].map((n) => `${origin}/files/id${n}/result-${n - 2}.png`));
});

it('is twice as quick in turbo, and as quick as its pace says', async () => {
  const turbo = createTestSandbox();
  const body = requestBody('a hill', (await turbo.uploadImage()).file_url);
  const { id } = await turbo.createTask({ ...body, model_params: { ...body.model_params, speed: 'turbo' } });
  turbo.advanceSeconds(2);
  expect(await turbo.getTask(id)).toMatchObject({ status: 'completed' });
  const { sandbox, id: instant } = await startWithImage(createTestSandbox({ pace: 0 }));
  expect(await sandbox.getTask(instant)).toMatchObject({ status: 'completed' });
});

it('does not complete before its images are rendered', async () => {
  let finish = (_: Uint8Array[]): void => {};
  const render = () =>
    new Promise<Uint8Array[]>((resolve) => {
      finish = resolve;
    });
  const { sandbox, id } = await startWithImage(createTestSandbox({ render }));
  sandbox.advanceSeconds(30);
  expect(await sandbox.getTask(id)).toMatchObject({ status: 'processing', progress: 99 });
  finish([tinyPng]);
  await nextTick();
  expect(await sandbox.getTask(id)).toMatchObject({
    status: 'completed',
    progress: 100,
    results: [expect.any(String)],
  });
});

it('renders one request after the other', async () => {
  const running: string[] = [];
  const finish: (() => void)[] = [];
  const render = ({ canvas }: { canvas: { width: number } }) => {
    running.push(`${canvas.width}`);
    return new Promise<Uint8Array[]>((resolve) => finish.push(() => resolve([])));
  };
  const sandbox = createTestSandbox({ render });
  const body = requestBody('a hill', (await sandbox.uploadImage()).file_url);
  const withWidth = (width: number) => ({
    ...body,
    model_params: { ...body.model_params, canvas: { width, height: 64 } },
  });
  await sandbox.createTask(withWidth(100));
  await sandbox.createTask(withWidth(200));
  expect(running).toEqual(['100']);
  finish[0]?.();
  await nextTick();
  expect(running).toEqual(['100', '200']);
});

it('fails with the renderer’s code and message', async () => {
  const render = () => Promise.reject(new RenderError('image_dimension_mismatch', 'Wrong size.'));
  const { sandbox, id } = await startWithImage(createTestSandbox({ render }));
  sandbox.advanceSeconds(4);
  const { status, error, results } = await sandbox.getTask(id);
  expect([status, error, results]).toEqual([
    'failed',
    { code: 'image_dimension_mismatch', message: 'Wrong size.' },
    undefined,
  ]);
});

it('fetches nothing: an image or a mask from elsewhere fails the task', async () => {
  const sandbox = createTestSandbox();
  const { file_url } = await sandbox.uploadImage();
  const outside = 'https://example.com/photo.jpg';
  const good = requestBody('a hill', file_url);
  const bodies = [
    requestBody('a hill', outside),
    requestBody('a hill', file_url.replace('sandbox.test', 'other.test')),
    { ...good, model_params: { ...good.model_params, mask: { url: outside } } },
  ];
  for (const body of bodies) {
    const { id } = await sandbox.createTask(body);
    sandbox.advanceSeconds(4);
    expect(await sandbox.getTask(id)).toMatchObject({
      status: 'failed',
      error: {
        code: 'image_processing_error',
        message: expect.stringContaining('only reads files uploaded to it'),
      },
    });
  }
});

it('answers 404 for an unknown task', async () => {
  const unknown = await createTestSandbox().query('task-unified-1-none');
  expect([unknown.status, await unknown.json()]).toEqual([
    404,
    { error: { code: 'not_found', message: 'There is no such task.', type: 'invalid_request_error' } },
  ]);
});

it('forgets the oldest of more than a thousand tasks, but none that only ends', () => {
  const tasks = createTasks();
  const task: TaskRecord = {
    id: '0',
    model: 'mj-v7-upload-paint',
    createdAt: 0,
    durationMs: 1,
    creditsReserved: 1,
    midRun: 'good',
    outcome: { kind: 'running' },
  };
  for (let id = 0; id < 1000; id++) tasks.put({ ...task, id: `${id}` });
  tasks.put({ ...task, id: '999', outcome: { kind: 'completed', results: [] } });
  expect(tasks.find('0')).toEqual(task);
  tasks.put({ ...task, id: '1000' });
  expect([tasks.find('0'), tasks.find('1')]).toEqual([undefined, { ...task, id: '1' }]);
});

it('answers 404 with an error body at any other address', async () => {
  const response = await createTestSandbox().call('/v1/tasks');
  expect([response.status, (await response.json()).error.code]).toEqual([404, 'not_found']);
});
