import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHeaders, exampleRequest, exampleTask } from '../examples.ts';
import { type FakeService, readBody, startFakeService } from '../fakeService.ts';
import { rawAnswers } from './rawAnswers.ts';
import { startWatchedServer, type WatchedServer } from './watchedServer.ts';

let service: FakeService;
let server: WatchedServer;

/** The prompts of the creates that came through. */
const prompts: unknown[] = [];

beforeAll(async () => {
  service = await startFakeService(async (request, response) => {
    prompts.push(JSON.parse((await readBody(request)).toString()).prompt);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(exampleTask));
  });
  server = await startWatchedServer(service.url);
}, 60_000);

afterAll(async () => {
  await server?.stop();
  await service?.close();
});

/** In milliseconds. What lacks the rest of a body is not answered, and not cut off for long. */
const patienceMs = 2000;

/** What stands in a row for its own prompt, which is as long: lengths are told. */
const promptMark = '{prompt}';
let attacks = 0;

/**
 * Sends the bytes on a connection of its own, and tells the statuses of what comes back before it is closed, or nothing more
 * comes; and how many creates of its prompt reached the service.
 */
async function attackWith(text: string): Promise<{ statuses: number[]; reached: number }> {
  attacks += 1;
  const prompt = String(attacks).padStart(promptMark.length, '0');
  const statuses = await statusesOf(text.replaceAll(promptMark, prompt));
  return { statuses, reached: await reached(prompt) };
}

async function statusesOf(text: string): Promise<number[]> {
  const answers = await rawAnswers(server.url, text, patienceMs);
  return [...answers.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
}

/** A create of ours, which comes in behind all others, tells that they are through. */
async function reached(prompt: string): Promise<number> {
  const sent = { method: 'POST', headers: createHeaders(), body: JSON.stringify(exampleRequest) };
  expect((await fetch(`${server.url}/api/generations`, sent)).status).toBe(200);
  return prompts.filter((each) => each === prompt).length;
}

const create = 'POST /api/generations HTTP/1.1';
const host = 'Host: {host}';
const body = JSON.stringify({ ...exampleRequest, prompt: promptMark });

/** With CR and LF at the end of each line, and an empty one behind. */
function head(...lines: string[]): string {
  return [...lines, '', ''].join('\r\n');
}

const createLines = () => Object.entries(createHeaders()).map(([name, value]) => `${name}: ${value}`);

/** What must not be taken for a request of its own. */
function hidden(): string {
  return `${head(create, host, ...createLines(), `Content-Length: ${body.length}`)}${body}`;
}

test('what is hidden in the rows below is a create that would be sent', async () => {
  expect(await attackWith(hidden())).toEqual({ statuses: [200], reached: 1 });
});

const chunked = 'Transfer-Encoding: chunked';
/** The create as the only chunk. */
const asChunk = () => `${hidden().length.toString(16)}\r\n${hidden()}\r\n0\r\n\r\n`;
const withHeaders =
  (lines: string[], rest: () => string = hidden) =>
  () =>
    head(create, host, ...createLines(), ...lines) + rest();
const behindEnd = () => `0\r\n\r\n${hidden()}`;

/** What one reader takes for one request and another for two, and so has no answer but one refusal. */
const refused: Readonly<Record<string, () => string>> = {
  'CL.TE: a length and chunks': withHeaders(['Content-Length: 600', chunked], behindEnd),
  'TE.CL: chunks and a length': withHeaders([chunked, 'Content-Length: 4'], asChunk),
  'a length of nothing and chunks': withHeaders(['Content-Length: 0', chunked], asChunk),
  'two lengths': withHeaders(['Content-Length: 0', 'Content-Length: 600']),
  'two lengths that are the same': withHeaders(['Content-Length: 0', 'Content-Length: 0']),
  'two lengths in one header': withHeaders(['Content-Length: 0, 600']),
  'a length with a sign': withHeaders(['Content-Length: +0']),
  'a length below nothing': withHeaders(['Content-Length: -1']),
  'a length in hex': withHeaders(['Content-Length: 0x0']),
  'a length with a space in it': withHeaders(['Content-Length: 0 0']),
  'a length beyond all numbers': withHeaders(['Content-Length: 18446744073709551616']),
  'no length in its header': withHeaders(['Content-Length: ']),
  xchunked: withHeaders(['Transfer-Encoding: xchunked'], asChunk),
  'chunked and then something': withHeaders(['Transfer-Encoding: chunked, identity'], asChunk),
  identity: withHeaders(['Transfer-Encoding: identity', 'Content-Length: 0']),
  'chunked in quotes': withHeaders(['Transfer-Encoding: "chunked"'], asChunk),
  'chunked and then a header that is not': withHeaders([chunked, 'Transfer-Encoding: x'], asChunk),
  'chunked behind a vertical tab': withHeaders(['Transfer-Encoding: \x0bchunked'], asChunk),
  'a space before the colon': withHeaders(['Content-Length : 0']),
  'a space before a name': withHeaders([' Content-Length: 0']),
  'a header that goes on in the next line': withHeaders(['X-A: 1', ' Content-Length: 0']),
  'a length that goes on in the next line': withHeaders(['Content-Length:', ' 0']),
  'a tab that goes on': withHeaders(['X-A: 1', '\tchunked']),
  'a header without a colon': withHeaders(['Content-Length']),
  'NUL in a header': withHeaders(['X-A: a\0b', 'Content-Length: 0']),
  'NUL in a name': withHeaders(['X-\0A: 1', 'Content-Length: 0']),
  'lines that end with LF': () => `${create}\n${host}\nContent-Length: 0\n\n${hidden()}`,
  'one line that ends with LF': () => `${create}\r\n${host}\nContent-Length: 0\r\n\r\n${hidden()}`,
  'a line that ends with CR': () => `${create}\r\n${host}\rContent-Length: 0\r\n\r\n${hidden()}`,
  'CR in a header': withHeaders(['X-A: a\rContent-Length: 0', 'Content-Length: 0']),
  'an empty line of LF': () => `${create}\r\n${host}\r\nX-A: 1\n\n${hidden()}`,
  'a chunk of a size beyond all numbers': withHeaders([chunked], () => `ffffffffffffffff1\r\n${hidden()}`),
  'a chunk of a size below nothing': withHeaders([chunked], () => `-1\r\n${hidden()}`),
  'a chunk size with 0x': withHeaders([chunked], () => `0x0\r\n\r\n${hidden()}`),
  'a chunk size with a space': withHeaders([chunked], () => `0 0\r\n\r\n${hidden()}`),
  'a chunk size that ends with LF': withHeaders([chunked], () => `0\n\n${hidden()}`),
  'LF in a chunk’s extension': withHeaders([chunked], () => `1;a\nb\r\nx\r\n${behindEnd()}`),
  'a chunk longer than its size': withHeaders([chunked], () => `1\r\nxyz\r\n${behindEnd()}`),

  'a version that is none': () => head('GET /api/health HTTP/1.1x', host) + hidden(),
  'a version of no digits': () => head('GET /api/health HTTP/a.b', host) + hidden(),
  'no version': () => `GET /api/health\r\n\r\n${hidden()}`,
  'the greeting of HTTP/2': () => `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${hidden()}`,
  'a method that is none': () => head('GE\0T /api/health HTTP/1.1', host) + hidden(),
  'a space in the path': () => head('GET /api/health /x HTTP/1.1', host) + hidden(),
  'a tunnel': () => head('CONNECT 127.0.0.1:80 HTTP/1.1', host) + hidden(),
};

describe.concurrent('what can be read as two requests is refused, and none of them is sent', () => {
  test.each(Object.entries(refused))('%s', async (_name, attack) => {
    const { statuses, reached } = await attackWith(attack());
    expect([statuses.filter((status) => status !== 400), reached]).toEqual([[], 0]);
    expect(statuses.length).toBeLessThan(2);
  });
});

/** What is two requests to everybody. Whoever sends the second before the first is answered is cut off, answered or not. */
const pipelined: Readonly<Record<string, () => string>> = {
  'a second request behind the first': () => head('GET /api/health HTTP/1.1', host) + hidden(),
  'a second request behind one of HTTP/1.0 that would be kept alive': () =>
    head('GET /api/health HTTP/1.0', host, 'Connection: keep-alive') + hidden(),
  'a create behind the trailer': withHeaders([chunked], () => `0\r\nX-A: 1\r\n\r\n${hidden()}`),
};

describe.concurrent('of two requests on one connection the second is not sent', () => {
  test.each(Object.entries(pipelined))('%s', async (_name, attack) => {
    const { statuses, reached } = await attackWith(attack());
    expect([statuses.length < 2, reached]).toEqual([true, 0]);
  });
});

/** What is one request to everybody. Its status stands first; behind it nothing is answered but that it is none. */
const taken: Readonly<Record<string, readonly [attack: () => string, status: number]>> = {
  'a second request behind one of HTTP/0.9': [() => `GET /api/health\r\n\r\n${hidden()}`, 400],
  'a second request behind one without a host': [() => head('GET /api/health HTTP/1.1') + hidden(), 400],
  'a create as the body of a GET': [
    () => head('GET /api/health HTTP/1.1', host, `Content-Length: ${hidden().length}`) + hidden(),
    200,
  ],
  'a create as a body that nobody reads': [
    () => head('POST /api/nothing HTTP/1.1', host, `Content-Length: ${hidden().length}`) + hidden(),
    404,
  ],
  'a create as a body in chunks': [withHeaders([chunked], asChunk), 400],
  'another host in the address': [() => head('GET http://evil.example/api/config HTTP/1.1', host), 403],
  'our host in the address, and another beside it': [
    () => head('GET http://{host}/api/config HTTP/1.1', 'Host: evil.example'),
    403,
  ],
  'two hosts, ours behind': [() => head('GET /api/config HTTP/1.1', 'Host: evil.example', host), 403],
  'an address of a path that begins like a host, where the page is not built': [
    () => head('GET //evil.example/api/config HTTP/1.1', host),
    503,
  ],
  'a host with a name before it': [
    () => head('GET /api/config HTTP/1.1', 'Host: 127.0.0.1@evil.example'),
    400,
  ],
  'a host with a path': [() => head('GET /api/config HTTP/1.1', 'Host: evil.example/127.0.0.1'), 400],
  'HTTP/1.0 without a host': [() => head('GET /api/health HTTP/1.0') + hidden(), 400],
  'an upgrade to HTTP/2': [
    () =>
      head('GET /api/health HTTP/1.1', host, 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c') +
      hidden(),
    200,
  ],
};

describe.concurrent('what is one request is one', () => {
  test.each(Object.entries(taken))('%s', async (_name, [attack, status]) => {
    const { statuses, reached } = await attackWith(attack());
    const [first, ...others] = statuses;
    expect([first, reached]).toEqual([status, 0]);
    expect(others.filter((other) => other !== 400)).toEqual([]);
  });
});
