import { once } from 'node:events';
import { request } from 'node:http';
import { limits } from '../../../src/contract/limits.ts';
import { createHeaders, exampleRequest } from '../examples.ts';

/** A body of `POST /api/generations` that somebody may send, and how it is answered. */
export type BodyAttack = Readonly<{
  body(): string | Buffer;
  headers?: Readonly<Record<string, string>>;
  status: number;
  code?: string;
  /** With what the complaint has to begin. */
  start?: string;
}>;

/** Makes the body now, and sends it on a connection of its own when it is called. */
export function createSender(url: string, { body, headers }: BodyAttack) {
  const bytes = Buffer.from(body());
  return async () => {
    const sending = request(`${url}/api/generations`, {
      method: 'POST',
      agent: false,
      headers: { ...createHeaders(), 'content-length': bytes.length, ...headers },
    });
    const [response] = await once(sending.end(bytes), 'response');
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    return { status: response.statusCode, text };
  };
}

const { model_params: params } = exampleRequest;

/** The example's JSON with `areas` in the place of its list of areas. */
function withAreas(areas: string): string {
  return withMask(`{"areas":${areas}}`);
}

function withMask(mask: string): string {
  const others = JSON.stringify({ ...params, mask: undefined }).slice(1);
  return withField(`"model_params":{"mask":${mask},${others}`);
}

/** Behind the others, so that it takes the place of one of the same name. */
function withField(field: string): string {
  return `${JSON.stringify(exampleRequest).slice(0, -1)},${field}}`;
}

function listOf(count: number, item: (index: number) => string): string {
  return `[${Array.from({ length: count }, (_, index) => item(index)).join(',')}]`;
}

function withPoints(points: string): string {
  return withAreas(`[{"width":4096,"height":4096,"points":${points}}]`);
}

function numbers(count: number): string {
  return listOf(count, (index) => `${1000 + ((index * 7) % 3000)}`);
}

function area(vertices: number, width = 4096): string {
  return `{"width":${width},"height":4096,"points":${numbers(2 * vertices)}}`;
}

const refused = { status: 400, code: 'invalid_request' };
const { areasMax, verticesMax } = limits;

/** The largest that are taken. */
export const allowedBodies: Readonly<Record<string, BodyAttack>> = {
  'all vertices in one area': { body: () => withAreas(`[${area(verticesMax)}]`), status: 200 },
  'all vertices in as many areas as there may be': {
    body: () => withAreas(listOf(areasMax, () => area(verticesMax / areasMax))),
    status: 200,
  },
  'spaces up to the limit': {
    body: () => JSON.stringify(exampleRequest).padEnd(limits.requestBytesMax),
    status: 200,
  },
  'a prompt all in escapes': {
    body: () => withField(`"prompt":"${'\\u0416'.repeat(limits.promptLengthMax)}"`),
    status: 200,
  },
  'zeros with a sign, and exponents': { body: () => withPoints('[-0,0,1e1,0,10.0,1E+1]'), status: 200 },
  'the same field twice': { body: () => withField('"prompt":"A lake"'), status: 200 },
};

/** What has no place in a request, from a byte to as much as fits into the limit. */
export const refusedBodies: Readonly<Record<string, BodyAttack>> = {
  '1.65 million empty objects for areas': {
    body: () => withAreas(listOf(1_650_000, () => '{}')),
    ...refused,
  },
  '1.6 million strings for numbers': { body: () => withPoints(listOf(1_250_000, () => '"a"')), ...refused },
  'as many strings for numbers as there may be': {
    body: () => withPoints(listOf(60_000, (index) => `"${index}"`)),
    ...refused,
    start: 'model_params.mask.areas[0].points[0]: ',
  },
  '2.4 million numbers for areas': { body: () => withAreas(listOf(2_400_000, () => '1')), ...refused },
  'as many numbers for areas as there may be': {
    body: () => withAreas(listOf(250_000, () => '1')),
    ...refused,
    start: 'model_params.mask.areas: Expected at most 20000 areas.',
  },
  'an area too many': { body: () => withAreas(listOf(areasMax + 1, () => area(3))), ...refused },
  'a vertex too many': { body: () => withAreas(`[${area(verticesMax - 2)},${area(3)}]`), ...refused },
  '350,000 unknown fields': {
    body: () => withField(listOf(350_000, (index) => `"k${index}":1`).slice(1, -1)),
    ...refused,
  },
  'two unknown fields': {
    body: () => withField('"a":1,"b":2'),
    ...refused,
    start: 'Unrecognized keys: "a", "b"',
  },
  'an unknown field with a long name': {
    body: () => withField(`"${'k'.repeat(40_000)}":1`),
    ...refused,
    start: 'Unrecognized key: "kkk',
  },
  '30,000 areas with a field of their own': {
    body: () => withAreas(listOf(15_000, (index) => `{"a${index}":1,"b${index}":1}`)),
    ...refused,
  },
  '1.2 million numbers far out': { body: () => withPoints(listOf(1_200_000, () => '9e9')), ...refused },
  'numbers far out': {
    body: () => withPoints('[0,0,9e9,0,0,9]'),
    ...refused,
    start: 'model_params.mask.areas[0].points[2]: Expected a vertex within',
  },
  'a vertex beyond its frame': {
    body: () => withAreas('[{"width":10,"height":20,"points":[0,0,10,20,11,20]}]'),
    ...refused,
    start: 'model_params.mask.areas[0].points[4]: Expected a vertex within',
  },
  'a vertex before its frame': {
    body: () => withPoints('[0,0,10,-1,11,20]'),
    ...refused,
    start: 'model_params.mask.areas[0].points[3]: Expected a vertex within',
  },
  'a frame that no image has': { body: () => withAreas(`[${area(3, 4097)}]`), ...refused },
  'a placement far out': {
    body: () =>
      JSON.stringify({
        ...exampleRequest,
        model_params: { ...params, img_pos: { ...params.img_pos, width: 16_385 } },
      }),
    ...refused,
    start: 'model_params.img_pos.width: Too big',
  },
  'brackets within brackets': {
    body: () => withAreas('['.repeat(2_400_000) + ']'.repeat(2_400_000)),
    ...refused,
  },
  'brackets that never end': { body: () => '['.repeat(limits.requestBytesMax), ...refused },
  'objects within objects': { body: () => '{"a":'.repeat(1_000_000), ...refused },
  'a number of four million digits': {
    body: () => withPoints(`[1${'0'.repeat(4_000_000)},0,1,1,1,1]`),
    ...refused,
  },
  'a number beyond all': { body: () => withPoints('[1e400,0,1,1,1,1]'), ...refused },
  'no number': { body: () => withPoints('[NaN,0,1,1,1,1]'), ...refused },
  'a fraction': { body: () => withPoints('[0.5,0,1,1,1,1]'), ...refused },
  '200,000 long numbers': {
    body: () => withPoints(listOf(200_000, (index) => `${(index / 7).toFixed(9).slice(0, 7)}e-300`)),
    ...refused,
  },
  'a string of five million characters': {
    body: () => withField(`"prompt":"${'x'.repeat(5_000_000)}"`),
    ...refused,
  },
  'a string of escaped quotes': {
    body: () => withField(`"prompt":"${'\\"'.repeat(2_400_000)}"`),
    ...refused,
  },
  'a string that never ends': { body: () => `{"prompt":"${'\\'.repeat(5_000_000)}`, ...refused },
  'a prompt a character too long': {
    body: () => withField(`"prompt":"${'x'.repeat(limits.promptLengthMax + 1)}"`),
    ...refused,
    start: 'prompt: Too big',
  },
  '1.2 million image links': {
    body: () => withField(`"image_urls":${listOf(1_200_000, () => '""')}`),
    ...refused,
  },
  '50,000 image links': {
    body: () => withField(`"image_urls":${listOf(50_000, () => '""')}`),
    ...refused,
    start: 'image_urls: Too big',
  },
  'a link of 40,000 characters': {
    body: () => withField(`"image_urls":["https://example.com/${'x'.repeat(40_000)}"]`),
    ...refused,
    start: 'image_urls[0]: Expected at most 1024 characters.',
  },
  'half of a character in the prompt': {
    body: () => withField('"prompt":"a \\ud83d cat"'),
    ...refused,
    start: 'prompt: Expected no lone surrogates',
  },
  'half of a character in a link': {
    body: () => withField('"image_urls":["https://example.com/\\udc00"]'),
    ...refused,
    start: 'image_urls[0]: Expected no lone surrogates',
  },
  'half of a character in the callback': {
    body: () => withField('"callback_url":"https://example.com/\\udc00"'),
    ...refused,
    start: 'callback_url: ',
  },
  'bytes that are no UTF-8': {
    body: () => Buffer.from(JSON.stringify({ ...exampleRequest, prompt: 'caf\u00e9' }), 'latin1'),
    ...refused,
    start: 'The request is not valid UTF-8.',
  },
  'half of a character in UTF-8': {
    body: () =>
      Buffer.concat([Buffer.from('{"prompt":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    ...refused,
    start: 'The request is not valid UTF-8.',
  },
  'UTF-16': { body: () => Buffer.from(JSON.stringify(exampleRequest), 'utf16le'), ...refused },
  'a byte order mark': { body: () => `\ufeff${JSON.stringify(exampleRequest)}`, ...refused },
  'a zero byte': { body: () => `${JSON.stringify(exampleRequest)}\0`, ...refused },
  nothing: { body: () => '', ...refused },
  'a prototype among the fields': { body: () => withField('"__proto__":{"prompt":"x"}'), ...refused },
  'a prototype for an area': {
    body: () => withAreas('[{"__proto__":{"points":[0,0,1,1,2,2]},"width":9,"height":9}]'),
    ...refused,
  },
  'areas and a link at once': {
    body: () => withMask('{"areas":[],"url":"https://example.com/m.png"}'),
    ...refused,
  },
  'a compressed body': {
    body: () => JSON.stringify(exampleRequest),
    headers: { 'content-encoding': 'gzip' },
    status: 415,
    code: 'unsupported_media_type',
  },
};
