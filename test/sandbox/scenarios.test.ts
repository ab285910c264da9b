import { expect, it } from 'vitest';
import { serviceErrors } from '../../src/contract/serviceError.ts';
import { failureRemedies } from '../../src/contract/task.ts';
import { createTestSandbox, requestBody } from './testSandbox.ts';

const errors = Object.entries(serviceErrors);

it.each(errors)('refuses with %s by key and by marker', async (code, { status, type }) => {
  const { create } = createTestSandbox();
  const responses = [
    await create(requestBody(), `sandbox-error-${code}`),
    await create(requestBody(`a hill [sandbox:${code}]`)),
  ];
  for (const response of responses) {
    expect([response.status, await response.json(), response.headers.get('Retry-After')]).toEqual([
      status,
      { error: { code, message: expect.stringMatching(/\w\.$/), type } },
      status === 429 ? '5' : null,
    ]);
  }
});

it('refuses the unauthorized key everywhere, and the others only where a task is created', async () => {
  const { query } = createTestSandbox();
  expect((await query('x', 'sandbox-error-unauthorized')).status).toBe(401);
  expect((await query('x', 'sandbox-error-nonsense')).status).toBe(401);
  expect((await query('x', 'sandbox-error-insufficient_quota')).status).toBe(404);
});

it.each([...Object.keys(failureRemedies), 'unknown_code'])('runs and fails with %s', async (code) => {
  const sandbox = createTestSandbox();
  const { id } = await sandbox.createTask(requestBody(`a hill [sandbox:${code}]`));
  sandbox.advanceSeconds(1);
  expect(await sandbox.getTask(id)).toMatchObject({ status: 'processing', progress: 25 });
  sandbox.advanceSeconds(1.5);
  const { status, progress, error } = await sandbox.getTask(id);
  expect([status, progress, error]).toEqual([
    'failed',
    60,
    { code, message: expect.stringMatching(/\w\.$/) },
  ]);
});

it('gives every documented failure a message of its own', async () => {
  const messages = new Set<string | undefined>();
  const sandbox = createTestSandbox();
  for (const code of Object.keys(failureRemedies)) {
    const { id } = await sandbox.createTask(requestBody(`[sandbox:${code}]`));
    sandbox.advanceSeconds(4);
    messages.add((await sandbox.getTask(id)).error?.message);
  }
  expect(messages.size).toBe(Object.keys(failureRemedies).length);
});

it.each([0, 1, 2, 3, 4])(
  'leaves %d results where moderation is said to have removed the others',
  async (count) => {
    const sandbox = createTestSandbox();
    const { file_url } = await sandbox.uploadImage();
    const { id } = await sandbox.createTask(requestBody(`a hill [sandbox:results=${count}]`, file_url));
    sandbox.advanceSeconds(4);
    expect((await sandbox.getTask(id)).results).toHaveLength(count);
  },
);

it('takes a minute when asked to be slow', async () => {
  const sandbox = createTestSandbox();
  const { file_url } = await sandbox.uploadImage();
  const { id, task_info } = await sandbox.createTask(requestBody('a hill [sandbox:slow]', file_url));
  expect(task_info?.estimated_time).toBe(60);
  sandbox.advanceSeconds(59);
  expect(await sandbox.getTask(id)).toMatchObject({ status: 'processing', progress: 98 });
  sandbox.advanceSeconds(1);
  expect(await sandbox.getTask(id)).toMatchObject({ status: 'completed' });
});

it.each([
  ['results_gone', [404, 404, 404, 404], undefined],
  ['results_broken', [200, 200, 200, 200], '<!doctype html>'],
])('links results that are of no use: %s', async (marker, statuses, start) => {
  const sandbox = createTestSandbox();
  const { file_url } = await sandbox.uploadImage();
  const { id } = await sandbox.createTask(requestBody(`a hill [sandbox:${marker}]`, file_url));
  sandbox.advanceSeconds(4);
  const { results = [] } = await sandbox.getTask(id);
  const answers = await Promise.all(results.map((url) => sandbox.app.request(url)));
  expect(answers.map(({ status }) => status)).toEqual(statuses);
  if (start !== undefined) expect((await answers[0]?.text())?.slice(0, start.length)).toBe(start);
});

it.each([
  ['unsteady', [200, 500, 500, 200, 200], ['pending', undefined, undefined, 'processing', 'completed']],
  [
    'unknown_status',
    [200, 200, 200, 200, 200],
    ['pending', 'dreaming', 'dreaming', 'processing', 'completed'],
  ],
])('misbehaves in the middle of a run: %s', async (marker, statuses, states) => {
  const sandbox = createTestSandbox();
  const { file_url } = await sandbox.uploadImage();
  const { id } = await sandbox.createTask(requestBody(`a hill [sandbox:${marker}]`, file_url));
  const seen: [number, unknown][] = [];
  for (const seconds of [0, 1.2, 1.5, 0.2, 1.1]) {
    sandbox.advanceSeconds(seconds);
    const answer = await sandbox.query(id);
    seen.push([answer.status, (await answer.json()).status]);
  }
  expect(seen).toEqual(statuses.map((status, index) => [status, states[index]]));
});

it('answers a create late when asked to', async () => {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => waits.push(milliseconds);
  const { status } = await createTestSandbox({ wait }).create(requestBody('a hill [sandbox:late]'));
  expect([status, waits]).toEqual([200, [90_000]]);
});
