import { setImmediate as nextTick } from 'node:timers/promises';
import { type UploadResponse, uploadResponseSchema } from '../../src/contract/file.ts';
import { type Task, taskSchema } from '../../src/contract/task.ts';
import { createSandbox, type SandboxValues } from '../../src/sandbox/createSandbox.ts';

export const origin = 'http://sandbox.test';

/** A complete PNG of one pixel. */
export const tinyPng = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  ),
);

export const noon = Date.parse('2026-01-02T12:00:00.500Z');

/** A sandbox with a clock that stands still until it is moved, numbered ids, and renderings that cost nothing. */
export function createTestSandbox(values: Partial<SandboxValues> = {}) {
  let time = noon;
  let lastId = 0;
  const app = createSandbox({
    now: () => time,
    randomId: () => `id${++lastId}`,
    pace: 1,
    callbackOrigin: undefined,
    wait: async () => undefined,
    fetch,
    storageBytesMax: 10_000,
    render: async (_, count) => Array.from({ length: count }, (__, index) => Uint8Array.of(index)),
    ...values,
  });
  const call = (path: string, init: RequestInit = {}, key = 'some-key') => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${key}` };
    return Promise.resolve(app.request(`${origin}${path}`, { ...init, headers }));
  };
  const create = (body: unknown, key?: string) =>
    call('/v1/images/generations', { method: 'POST', body: JSON.stringify(body) }, key);
  const query = (id: string, key?: string) => call(`/v1/tasks/${id}`, {}, key);
  const upload = (form: FormData, key?: string) =>
    call('/api/v1/files/upload/stream', { method: 'POST', body: form }, key);

  return {
    app,
    call,
    create,
    query,
    upload,
    advanceSeconds: (seconds: number) => {
      time += seconds * 1000;
    },
    advanceHours: (hours: number) => {
      time += hours * 3_600_000;
    },
    /** Uploads an image and gives the service's answer. */
    uploadImage: async (
      bytes = tinyPng,
      name = 'photo.png',
      type = 'image/png',
    ): Promise<UploadResponse['data']> =>
      uploadResponseSchema.parse(await (await upload(fileForm(bytes, name, type))).json()).data,
    /** Creates a task, and lets a rendering that costs nothing end. */
    createTask: async (body: unknown): Promise<Task> => {
      const task = taskSchema.parse(await (await create(body)).json());
      await nextTick();
      return task;
    },
    getTask: async (id: string): Promise<Task> => taskSchema.parse(await (await query(id)).json()),
  };
}

export function fileForm(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): FormData {
  const form = new FormData();
  form.append('file', new File([bytes], name, { type }));
  return form;
}

/** A valid request, the documentation's example, with this prompt and image. */
export function requestBody(
  prompt = 'Beautiful mountain scenery background',
  imageUrl = `${origin}/files/x/y.png`,
) {
  return {
    model: 'mj-v7-upload-paint',
    prompt,
    image_urls: [imageUrl],
    model_params: {
      mask: { areas: [{ width: 100, height: 100, points: [10, 10, 10, 100, 100, 100, 100, 10] }] },
      canvas: { width: 1024, height: 1024 },
      img_pos: { width: 512, height: 512, x: 256, y: 256 },
      speed: 'fast',
    },
  };
}
