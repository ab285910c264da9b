import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GenerationRequest } from '../../../src/contract/generationRequest.ts';
import { requestJson } from '../../../src/model/request/requestJson.ts';

const request: GenerationRequest = {
  model: 'mj-v7-upload-paint',
  prompt: 'Say "hello"\nto the `$world`',
  image_urls: ['https://example.com/photo.jpg'],
  model_params: {
    mask: {
      areas: [
        { width: 100, height: 100, points: [10, 10, 10, 100, 100, 100, 100, 10] },
        { width: 100, height: 100, points: Array.from({ length: 40 }, (_, index) => index) },
      ],
    },
    canvas: { width: 1024, height: 1024 },
    img_pos: { width: 512, height: 512, x: 256, y: 256 },
    speed: 'fast',
  },
};

test('the JSON keeps small objects and lists of points on one line', () => {
  const points = '0,1, 2,3, 4,5, 6,7, 8,9, 10,11, 12,13, 14,15, 16,17, 18,19';
  const more = '20,21, 22,23, 24,25, 26,27, 28,29, 30,31, 32,33, 34,35, 36,37, 38,39';
  expect(requestJson(request)).toBe(`{
  "model": "mj-v7-upload-paint",
  "prompt": "Say \\"hello\\"\\nto the \`$world\`",
  "image_urls": ["https://example.com/photo.jpg"],
  "model_params": {
    "mask": {
      "areas": [
        { "width": 100, "height": 100, "points": [10,10, 10,100, 100,100, 100,10] },
        {
          "width": 100,
          "height": 100,
          "points": [${points}, ${more}]
        }
      ]
    },
    "canvas": { "width": 1024, "height": 1024 },
    "img_pos": { "width": 512, "height": 512, "x": 256, "y": 256 },
    "speed": "fast"
  }
}`);
});

test('a mask without areas is one line', () => {
  const empty = { ...request, model_params: { ...request.model_params, mask: { areas: [] } } };
  expect(requestJson(empty)).toContain('\n    "mask": { "areas": [] },\n');
});

test('the JSON parses to exactly the request, whatever is in it', () => {
  const points = fc.array(fc.integer(), { maxLength: 60 });
  const area = fc.record({ width: fc.nat(), height: fc.nat(), points });
  const text = fc.string();
  fc.assert(
    fc.property(
      text,
      fc.array(area, { maxLength: 4 }),
      fc.option(text, { nil: undefined }),
      (prompt, areas, url) => {
        const any: GenerationRequest = {
          ...request,
          prompt,
          model_params: { ...request.model_params, mask: { areas } },
          callback_url: url,
        };
        expect(JSON.parse(requestJson(any))).toEqual(JSON.parse(JSON.stringify(any)));
      },
    ),
  );
});
