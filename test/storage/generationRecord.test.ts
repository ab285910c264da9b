import { expect, test } from 'vitest';
import { parseGeneration } from '../../src/storage/generationRecord.ts';

/** As it lay in a browser while failures were kept as sentences. */
const older = {
  id: '6c1b2a9e-0b7d-4b5c-9a59-0d6b1f6f5e11',
  startedAt: 1_757_165_031_000,
  isSandbox: false,
  document: {
    image: { id: 'sha256-abc', name: 'rocket.jpg', width: 640, height: 427 },
    canvas: { width: 1024, height: 427 },
    placement: { x: 192, y: 0, width: 640, height: 427 },
    regions: [],
  },
  settings: {
    prompt: 'a wide desert',
    model: 'mj-v7-upload-paint',
    speed: 'fast',
    maskFormat: 'polygons',
    maskFrame: 'image',
    callbackUrl: '',
  },
  uploads: [{ url: 'https://files.example/rocket.jpg', expiresAt: 1_757_424_231_000 }],
  phase: {
    name: 'failed',
    finishedAt: 1_757_165_032_000,
    failure: {
      code: 'insufficient_quota',
      message: 'No credits left.',
      credits: 'Nothing was charged: no task was created.',
      advice: 'Top up your account, then press Generate again. Your document is unchanged.',
      mayRetry: false,
    },
  },
};

test('a record that tells of its failure in sentences is read, as the facts behind them', () => {
  const failure = {
    code: 'insufficient_quota',
    message: 'No credits left.',
    status: 402,
    charged: 'no',
    mayRetry: false,
  };
  expect(parseGeneration(older)).toEqual({ ...older, phase: { ...older.phase, failure } });
});

test('a record is left out where its failure is neither', () => {
  const phase = { ...older.phase, failure: { code: 'x', charged: 'perhaps' } };
  expect(parseGeneration({ ...older, phase })).toBeUndefined();
});

test('a record whose request has what may not be sent today is read with it', () => {
  const beside = { width: 10, height: 10, points: [0, 0, 11, 0, 11, 11] };
  const request = {
    model: 'mj-v7-upload-paint',
    prompt: 'a wide desert',
    image_urls: ['https://files.example/rocket.jpg'],
    model_params: {
      mask: { areas: [beside] },
      canvas: { width: 1024, height: 427 },
      img_pos: { width: 640, height: 427, x: 192, y: 0 },
      speed: 'fast',
    },
  };
  expect(parseGeneration({ ...older, request })).toMatchObject({ id: older.id, request });
});

test('a record whose request is none is left out', () => {
  expect(parseGeneration({ ...older, request: 'damaged' })).toBeUndefined();
});
