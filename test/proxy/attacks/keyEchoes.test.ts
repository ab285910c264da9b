import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/proxy/guard/requestLog.ts';
import { openEvents } from '../eventStream.ts';
import { createHeaders, exampleRequest, exampleTask, exampleUpload, pngHead } from '../examples.ts';
import { answerJson, type FakeService, proxyFor, startFakeService, testKey } from '../fakeService.ts';

const bytes = Buffer.from(testKey);
const hex = bytes.toString('hex');
const each = (write: (code: number) => string) => [...bytes].map(write).join('');

/** Forms in which a service, or a program between it and us, may repeat what it was sent. */
const copies: Readonly<Record<string, string>> = {
  'as it is': testKey,
  'as a header': `Authorization: Bearer ${testKey}`,
  'in an address': `https://user:${testKey}@a.example/?key=${testKey}#${testKey}`,
  'without its end': `${testKey.slice(0, 12)}***`,
  'without its beginning': `***${testKey.slice(-12)}`,
  'percent-encoded': each((code) => `%${code.toString(16)}`),
  'percent-encoded twice': each((code) => `%25${code.toString(16)}`),
  'in escapes of JSON': each((code) => `\\u00${code.toString(16)}`),
  'in escapes of JavaScript': each((code) => `\\x${code.toString(16)}`),
  'in escapes of HTML': each((code) => `&#${code};`),
  'in escapes of HTML, in hex': each((code) => `&#x${code.toString(16)};`),
  'as JSON in a text': JSON.stringify({ key: testKey }),
  'in hex': hex,
  'in hex by capitals': hex.toUpperCase(),
  'in a dump': hex.replace(/..(?!$)/g, '$& '),
  'in hex with colons': hex.replace(/..(?!$)/g, '$&:'),
  'in base64': bytes.toString('base64'),
  'in base64 of addresses': bytes.toString('base64url'),
  'in base64 behind a name': Buffer.from(`user:${testKey}`).toString('base64'),
  'in base64 behind a scheme': Buffer.from(`Bearer ${testKey}`).toString('base64'),
  'in base64 that is percent-encoded': encodeURIComponent(bytes.toString('base64')),
};

let service: FakeService;
let answer: RequestListener;
const logged: LogEntry[] = [];
let app: ReturnType<typeof proxyFor>;

beforeAll(async () => {
  service = await startFakeService((request, response) => answer(request, response));
  app = proxyFor(service.url, { log: (entry) => logged.push(entry) });
});

afterAll(() => service.close());

const create = () => {
  const body = JSON.stringify(exampleRequest);
  return app.request('/api/generations', { method: 'POST', headers: createHeaders(), body });
};
const upload = () => {
  const headers = { 'content-type': 'image/png' };
  return app.request('/api/files?name=a.png', { method: 'POST', headers, body: pngHead });
};

async function textOf(response: Response): Promise<string> {
  return JSON.stringify([...response.headers]) + (await response.text());
}

let tasks = 0;
async function eventsText(): Promise<string> {
  const events = await openEvents((to, init) => app.request(to, init), `/api/tasks/task-${++tasks}/events`);
  return JSON.stringify(await events.rest());
}

const failed = (copy: string) => ({
  ...exampleTask,
  status: 'failed',
  [copy]: copy,
  error: { code: copy, message: `Bad key ${copy}.`, more: [copy] },
});
const refusal = (copy: string) => ({ error: { code: copy, message: `Bad key ${copy}.`, type: copy } });

/** Where the page hears what the service said. */
const ways: Readonly<
  Record<string, readonly [answer: (copy: string) => RequestListener, ask: () => Promise<string>]>
> = {
  'the task of a create': [(copy) => answerJson(200, failed(copy)), async () => textOf(await create())],
  'the refusal of a create': [
    (copy) => answerJson(402, refusal(copy), { 'retry-after': copy }),
    async () => textOf(await create()),
  ],
  'a task': [(copy) => answerJson(200, failed(copy)), async () => textOf(await app.request('/api/tasks/a'))],
  'the refusal of a task': [
    (copy) => answerJson(403, refusal(copy), { 'retry-after': copy, 'x-key': copy }),
    async () => textOf(await app.request('/api/tasks/a')),
  ],
  'a task’s events': [(copy) => answerJson(200, failed(copy)), eventsText],
  'the refusal of a task’s events': [(copy) => answerJson(403, refusal(copy)), eventsText],
  'an upload': [
    (copy) => {
      const { data } = exampleUpload;
      return answerJson(200, { ...exampleUpload, data: { ...data, file_url: copy, expires_at: copy } });
    },
    async () => textOf(await upload()),
  ],
  'the refusal of an upload': [(copy) => answerJson(413, refusal(copy)), async () => textOf(await upload())],
};

describe.each(Object.entries(ways))('%s tells nobody the key', (_name, [answerWith, ask]) => {
  test.each(Object.entries(copies))('%s', async (_form, copy) => {
    answer = answerWith(copy);
    const told = (await ask()) + JSON.stringify(logged);
    expect(told).toContain('[key]');
    // Eight bytes from the middle of each form: the edges of base64 may stay.
    const middle = copy.includes(testKey) ? testKey : copy;
    const part = middle.slice(middle.length / 2 - 6, middle.length / 2 + 6);
    expect(told).not.toContain(JSON.stringify(part).slice(1, -1));
  });
});
