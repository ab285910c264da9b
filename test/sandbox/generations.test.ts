import { describe, expect, it } from 'vitest';
import { createTestSandbox, noon, origin, requestBody } from './testSandbox.ts';

const valid = requestBody();
const params = valid.model_params;
const area = { width: 100, height: 100 };

/** What is sent, and how the message begins: with the field that is wrong. */
const invalidBodies: Record<string, readonly [unknown, string]> = {
  'no object': [[], 'Invalid input'],
  'no model': [{ ...valid, model: undefined }, 'model:'],
  'a model of another family': [{ ...valid, model: 'mj-v7' }, 'model:'],
  'an empty prompt': [{ ...valid, prompt: '' }, 'prompt:'],
  'a prompt of 8193 characters': [{ ...valid, prompt: 'x'.repeat(8193) }, 'prompt:'],
  'no image': [{ ...valid, image_urls: [] }, 'image_urls:'],
  'two images': [{ ...valid, image_urls: [...valid.image_urls, ...valid.image_urls] }, 'image_urls:'],
  'a relative image': [{ ...valid, image_urls: ['photo.png'] }, 'image_urls[0]:'],
  'an unknown field': [{ ...valid, size: 'big' }, 'Unrecognized key: "size"'],
  'no parameters': [{ ...valid, model_params: undefined }, 'model_params:'],
  'no mask': [withParams({ mask: undefined }), 'model_params.mask:'],
  'a mask of both kinds': [
    withParams({ mask: { areas: [], url: 'https://a.example/m.png' } }),
    'model_params.mask:',
  ],
  'a mask that is a number': [withParams({ mask: { url: 5 } }), 'model_params.mask.url:'],
  'two vertices': [withMask({ ...area, points: [0, 0, 9, 9] }), 'model_params.mask.areas[0].points:'],
  'half a vertex': [
    withMask({ ...area, points: [0, 0, 9, 9, 0, 9, 5] }),
    'model_params.mask.areas[0].points:',
  ],
  'a vertex between pixels': [
    withMask({ ...area, points: [0, 0, 9.5, 9, 0, 9] }),
    'model_params.mask.areas[0].points[2]:',
  ],
  'an area without a width': [
    withMask({ height: 9, points: [0, 0, 9, 9, 0, 9] }),
    'model_params.mask.areas[0].width:',
  ],
  'a narrow canvas': [withParams({ canvas: { width: 63, height: 64 } }), 'model_params.canvas.width:'],
  'a high canvas': [withParams({ canvas: { width: 64, height: 4097 } }), 'model_params.canvas.height:'],
  'an image without a place': [
    withParams({ img_pos: { width: 1, height: 1, x: 0 } }),
    'model_params.img_pos.y:',
  ],
  'another speed': [withParams({ speed: 'relax' }), 'model_params.speed:'],
  'a callback over http': [{ ...valid, callback_url: 'http://a.example' }, 'callback_url:'],
  'a callback into a private net': [{ ...valid, callback_url: 'https://10.0.0.1/' }, 'callback_url:'],
  'an unknown marker': [requestBody('a cat [sandbox:nonsense]'), 'prompt:'],
};

function withParams(changes: object) {
  return { ...valid, model_params: { ...params, ...changes } };
}

function withMask(onlyArea: object) {
  return withParams({ mask: { areas: [onlyArea] } });
}

describe('creating a task', () => {
  it('answers with the documented task object', async () => {
    const response = await createTestSandbox().create(valid);
    expect(response.status).toBe(200);
    const created = Math.floor(noon / 1000);
    expect(await response.json()).toEqual({
      created,
      id: `task-unified-${created}-id1`,
      model: 'mj-v7-upload-paint',
      object: 'image.generation.task',
      progress: 0,
      status: 'pending',
      task_info: { can_cancel: true, estimated_time: 4 },
      type: 'image',
      usage: { billing_rule: 'per_call', credits_reserved: 1.8, user_group: 'default' },
    });
  });

  it('takes both models, and reserves more for turbo', async () => {
    const task = await createTestSandbox().createTask({
      ...withParams({ speed: 'turbo' }),
      model: 'mj-v8.1-upload-paint',
    });
    expect(task).toMatchObject({
      model: 'mj-v8.1-upload-paint',
      task_info: { estimated_time: 2 },
      usage: { credits_reserved: 3.6 },
    });
  });

  it('takes fast for granted, a mask without areas, and a public callback', async () => {
    const body = {
      ...withParams({ speed: undefined, mask: { areas: [] } }),
      callback_url: 'https://a.example/hook',
    };
    expect(await createTestSandbox().createTask(body)).toMatchObject({ usage: { credits_reserved: 1.8 } });
  });

  it.each(Object.entries(invalidBodies))('refuses %s, naming the field', async (_, [body, start]) => {
    const response = await createTestSandbox().create(body);
    const { error } = await response.json();
    expect([response.status, error.code, error.type]).toEqual([
      400,
      'invalid_request',
      'invalid_request_error',
    ]);
    expect(error.message.slice(0, start.length)).toBe(start);
  });

  it('refuses what is not JSON, and bodies beyond the limit', async () => {
    const { call } = createTestSandbox();
    const post = (body: string) => call('/v1/images/generations', { method: 'POST', body });
    const broken = await post('{"model":');
    expect([broken.status, (await broken.json()).error.message]).toEqual([
      400,
      'The request is not valid JSON.',
    ]);
    const long = await post('x'.repeat(5 * 1024 * 1024 + 1));
    expect([long.status, (await long.json()).error.code]).toEqual([413, 'invalid_request']);
  });

  it.each(['', 'Bearer ', 'Basic abc', 'some-key'])(
    'refuses the authorization "%s"',
    async (authorization) => {
      const { app } = createTestSandbox();
      for (const [method, path] of [
        ['POST', '/v1/images/generations'],
        ['GET', '/v1/tasks/x'],
        ['POST', '/api/v1/files/upload/stream'],
      ]) {
        const response = await app.request(`${origin}${path}`, {
          method: method ?? '',
          headers: { authorization },
        });
        const { error } = await response.json();
        expect([response.status, error.code, error.type]).toEqual([
          401,
          'unauthorized',
          'authentication_error',
        ]);
      }
    },
  );
});
