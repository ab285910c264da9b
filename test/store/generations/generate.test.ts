import { describe, expect, test } from 'vitest';
import { ProxyError } from '../../../src/api/proxyError.ts';
import type { Task } from '../../../src/contract/task.ts';
import { changeSettings } from '../../../src/store/editor/settings.ts';
import { phaseWithTexts } from '../../helpers/phaseWithTexts.ts';
import {
  createTestEditor,
  fakeClient,
  liveConfig,
  openPhotograph,
  taskOf,
} from '../../helpers/testEditor.ts';

const sentNothing = () => ({ uploads: [] as string[], requests: [] as never[] });

describe('Generate', () => {
  test('uploads the photograph, sends the request once, and brings the results', async () => {
    const sent = sentNothing();
    const editor = createTestEditor({ client: fakeClient({}, sent) });
    await openPhotograph(editor);

    await editor.generations.generate();

    expect(sent.uploads).toEqual(['rocket.jpg']);
    expect(sent.requests).toEqual([
      {
        model: 'mj-v7-upload-paint',
        prompt: 'a wide desert',
        image_urls: ['https://files.example/rocket.jpg'],
        model_params: {
          mask: { areas: [] },
          canvas: { width: 1024, height: 427 },
          img_pos: { width: 640, height: 427, x: 0, y: 0 },
          speed: 'fast',
        },
      },
    ]);
    const [generation] = editor.generations.store.getState().generations;
    expect(generation?.phase).toMatchObject({
      name: 'completed',
      results: [{ kind: 'fetched' }, { kind: 'fetched' }],
    });
    expect(generation?.isSandbox).toBe(true);
    const { document } = editor.getState();
    expect(editor.getState().shownResult).toEqual({ generationId: 'generation-1', index: 0, document });
  });

  test('sends once when pressed twice', async () => {
    const sent = sentNothing();
    const editor = createTestEditor({ client: fakeClient({}, sent) });
    await openPhotograph(editor);

    await Promise.all([editor.generations.generate(), editor.generations.generate()]);

    expect(sent.requests).toHaveLength(1);
  });

  test('sends nothing while a problem stops it', async () => {
    const sent = sentNothing();
    const editor = createTestEditor({ client: fakeClient({}, sent) });
    await openPhotograph(editor);
    editor.transact(changeSettings({ prompt: ' ' }), 'atOnce');

    await editor.generations.generate();

    expect(sent).toEqual(sentNothing());
    expect(editor.generations.store.getState().generations).toEqual([]);
  });

  test('uploads the mask too where it is sent as an image, and the same bytes only the first time', async () => {
    const sent = sentNothing();
    const editor = createTestEditor({ client: fakeClient({}, sent) });
    await openPhotograph(editor);
    editor.transact(changeSettings({ maskFormat: 'image' }), 'atOnce');

    await editor.generations.generate();
    await editor.generations.generate();

    expect(sent.uploads).toEqual(['rocket.jpg', 'mask.png']);
    expect(sent.requests).toHaveLength(2);
    expect(sent.requests[0]).toMatchObject({
      model_params: { mask: { url: 'https://files.example/mask.png' } },
    });
  });

  test('sends what was on screen when it was pressed, whatever is changed meanwhile', async () => {
    const sent = sentNothing();
    const editor = createTestEditor({ client: fakeClient({}, sent) });
    await openPhotograph(editor);

    const generating = editor.generations.generate();
    editor.transact(changeSettings({ prompt: 'something else' }), 'atOnce');
    await generating;

    expect(sent.requests[0]).toMatchObject({ prompt: 'a wide desert' });
  });
});

describe('a generation that fails', () => {
  test('before there is a task says that nothing was charged, leaves the document, and can be pressed again', async () => {
    let isDown = true;
    const client = fakeClient({
      createGeneration: async () => {
        if (isDown)
          throw new ProxyError('No credits left.', {
            status: 402,
            code: 'insufficient_quota',
            mayHaveBeenCharged: false,
          });
        return taskOf({});
      },
    });
    const editor = createTestEditor({ client, config: liveConfig });
    await openPhotograph(editor);
    const before = editor.getState().document;

    await editor.generations.generate();

    expect(phaseWithTexts(editor.generations.store.getState().generations[0])).toEqual({
      name: 'failed',
      finishedAt: 1_757_165_031_000,
      failure: {
        code: 'insufficient_quota',
        message: 'No credits left.',
        credits: 'Nothing was charged: no task was created.',
        advice: 'Top up your account, then send it again. Your document is unchanged.',
        mayRetry: true,
      },
    });
    expect(editor.getState().document).toBe(before);
    isDown = false;
    await editor.generations.generate();
    expect(editor.generations.store.getState().generations[0]?.phase.name).toBe('completed');
  });

  test('with an unknown outcome is not sent again, and says that it may have been charged', async () => {
    let creates = 0;
    const client = fakeClient({
      createGeneration: async () => {
        creates += 1;
        throw new ProxyError('No answer.', {
          status: 504,
          code: 'outcome_unknown',
          mayHaveBeenCharged: true,
        });
      },
    });
    const editor = createTestEditor({ client, config: liveConfig });
    await openPhotograph(editor);

    await editor.generations.generate();

    expect(creates).toBe(1);
    expect(phaseWithTexts(editor.generations.store.getState().generations[0])).toEqual({
      name: 'unknown',
      finishedAt: 1_757_165_031_000,
      failure: {
        code: 'outcome_unknown',
        message: 'No answer.',
        credits: 'The service may have received it, and may have charged it. It was not sent a second time.',
        advice: "Look at your account's usage before you send it again. Your document is unchanged.",
        mayRetry: false,
      },
    });
  });

  test('because the task has vanished does not claim that nothing was charged', async () => {
    const gone = new ProxyError('No such task.', {
      status: 404,
      code: 'not_found',
      mayHaveBeenCharged: false,
    });
    const editor = createTestEditor({
      client: fakeClient({ getTask: () => Promise.reject(gone) }),
      config: liveConfig,
    });
    await openPhotograph(editor);

    await editor.generations.generate();

    expect(phaseWithTexts(editor.generations.store.getState().generations[0])).toMatchObject({
      name: 'failed',
      failure: {
        message: 'No such task.',
        credits: 'Credits were reserved for this task; the service does not promise to refund them.',
      },
    });
  });

  test('as a task shows its code and message, also where the code is unknown', async () => {
    const failed = taskOf({ status: 'failed', error: { code: 'cosmic_rays', message: 'A bit flipped.' } });
    const editor = createTestEditor({ client: fakeClient({ getTask: async () => failed }) });
    await openPhotograph(editor);

    await editor.generations.generate();

    const phase = editor.generations.store.getState().generations[0]?.phase;
    expect(phase?.name === 'failed' && phase.failure).toMatchObject({
      code: 'cosmic_rays',
      message: 'A bit flipped.',
      mayRetry: true,
    });
  });
});

describe('watching a task', () => {
  test('goes on through trouble, and reports it', async () => {
    const answers: (Task | ProxyError)[] = [
      taskOf({ status: 'processing', progress: 40 }),
      new ProxyError('The service is away.', {
        status: 502,
        code: 'service_unreachable',
        mayHaveBeenCharged: false,
      }),
      taskOf({ status: 'completed', progress: 100, results: ['https://r.example/0'] }),
    ];
    const client = fakeClient({
      getTask: async () => {
        const answer = answers.shift();
        if (answer === undefined || answer instanceof ProxyError) throw answer;
        return answer;
      },
    });
    const editor = createTestEditor({ client });
    await openPhotograph(editor);
    const seen: string[] = [];
    editor.generations.store.subscribe(({ generations }) => {
      const phase = generations[0]?.phase;
      const trouble = phase?.name === 'running' ? phase.trouble : undefined;
      const line = phase && 'task' in phase ? `${phase.task?.progress} ${trouble ?? ''}`.trim() : undefined;
      if (line !== undefined && line !== seen.at(-1)) seen.push(line);
    });

    await editor.generations.generate();

    expect(seen).toEqual(['0', '40', '40 The service is away.', '100']);
  });

  test('keeps a result that cannot be fetched as missing, until it is tried again with success', async () => {
    let isGone = true;
    const client = fakeClient({
      getResult: async (_id, index) => {
        if (isGone && index === 1)
          throw new ProxyError('No image came.', {
            status: 502,
            code: 'bad_gateway',
            mayHaveBeenCharged: false,
          });
        return new Blob(['pixels'], { type: 'image/png' });
      },
    });
    // Pauses between polls pass at once; that before another try never does.
    const wait = (milliseconds: number) =>
      milliseconds < 2000 ? Promise.resolve() : new Promise<never>(() => undefined);
    const editor = createTestEditor({ client, wait });
    await openPhotograph(editor);
    await editor.generations.generate();
    const kinds = () => {
      const phase = editor.generations.store.getState().generations[0]?.phase;
      return phase?.name === 'completed' ? phase.results.map((result) => result.kind) : [];
    };
    expect(kinds()).toEqual(['fetched', 'missing']);

    isGone = false;
    await editor.generations.fetchResult('generation-1', 1);

    expect(kinds()).toEqual(['fetched', 'fetched']);
  });

  test.each([
    ['refused', 403, 'model_access_denied', 1],
    ['unknown, and stays so', 404, 'not_found', 3],
  ])('ends where the task is %s', async (_what, status, code, looks) => {
    let asked = 0;
    const client = fakeClient({
      getTask: async () => {
        asked += 1;
        throw new ProxyError('No.', { status, code, mayHaveBeenCharged: false });
      },
    });
    const editor = createTestEditor({ client });
    await openPhotograph(editor);
    await editor.generations.generate();
    expect(asked).toBe(looks);
    expect(editor.generations.store.getState().generations[0]?.phase).toMatchObject({
      name: 'failed',
      failure: { code: 'task_lost', mayRetry: false },
    });
  });

  /** A clock that only the editor's own waiting moves. */
  function waitingClock() {
    const waits: number[] = [];
    let clock = 0;
    return {
      waits,
      now: () => clock,
      wait: async (milliseconds: number) => {
        waits.push(milliseconds);
        clock += milliseconds;
      },
    };
  }

  test('waits as long as the service asks, and bears trouble for as long as results live', async () => {
    const { waits, now, wait } = waitingClock();
    const busy = new ProxyError('Slow down.', {
      status: 429,
      code: 'rate_limit_exceeded',
      mayHaveBeenCharged: false,
      retryAfterSeconds: 3600,
    });
    const client = fakeClient({ getTask: () => Promise.reject(busy) });
    const editor = createTestEditor({ client, now, wait });
    await openPhotograph(editor);
    await editor.generations.generate();
    expect(waits).toEqual([1000, ...Array(24).fill(3_600_000)]);
    expect(editor.generations.store.getState().generations[0]?.phase).toMatchObject({
      failure: { code: 'task_lost' },
    });
  });

  test('gives up where the service still calls it unfinished after half an hour', async () => {
    const { waits, now, wait } = waitingClock();
    const client = fakeClient({ getTask: async () => taskOf({ task_info: { estimated_time: 60 } }) });
    const editor = createTestEditor({ client, now, wait });
    await openPhotograph(editor);
    await editor.generations.generate();
    expect(waits).toHaveLength(30 * 60 + 1);
    expect(phaseWithTexts(editor.generations.store.getState().generations[0])).toMatchObject({
      name: 'failed',
      failure: { code: 'task_lost', message: 'The service has not finished this task in 30 minutes.' },
    });
  });
});
