import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleTask } from '../examples.ts';
import { answerJson, type FakeService, startFakeService } from '../fakeService.ts';
import { rawAnswers } from './rawAnswers.ts';
import { type Harm, harmText, startWatchedServer, type WatchedServer } from './watchedServer.ts';

let service: FakeService;
let server: WatchedServer;
const harms: (Harm & { readonly name: string })[] = [];

beforeAll(async () => {
  service = await startFakeService(answerJson(200, exampleTask));
  server = await startWatchedServer(service.url);
}, 60_000);

afterAll(async () => {
  await server?.stop();
  await service?.close();
  const [worst] = harms.toSorted((a, b) => b.processor - a.processor);
  if (worst) process.stdout.write(harmText(`The worst of ${harms.length} floods, ${worst.name}`, worst));
});

/** In ms of the processor: twice what is promised. Without a bound of our own, most of these take some hundreds. */
const stallMax = 100;
/** As much as the system takes in at once, and more. */
const floodBytes = 2_000_000;
const patienceMs = 500;

const flood = (part: string, bytes = floodBytes) => part.repeat(bytes / part.length);
const lines = (...each: string[]) => `${each.join('\r\n')}\r\n`;
const host = 'Host: {host}';
const chunkedHead = lines('POST /api/nothing HTTP/1.1', host, 'Transfer-Encoding: chunked', '');
/** A head that is just not too long. */
const headWith = (start: string, part: string, end = '') =>
  `${start}${flood(part, 15_000)}${end}\r\n${lines(host, '')}`;

const floods: Readonly<Record<string, () => string>> = {
  'requests of HTTP/1.1 that name no host': () => flood(lines('GET / HTTP/1.1', '')),
  'requests of HTTP/1.1 that name the host': () => flood(lines('GET / HTTP/1.1', host, '')),
  'requests for a file': () => flood(lines('GET /favicon.svg HTTP/1.1', host, '')),
  'requests of HTTP/1.0': () => flood(lines('GET / HTTP/1.0', '')),
  'requests of HTTP/1.0 that would be kept alive': () =>
    flood(lines('GET / HTTP/1.0', 'Connection: keep-alive', '')),
  'requests that want to be told to go on': () =>
    flood(lines('POST / HTTP/1.1', host, 'Expect: 100-continue', 'Content-Length: 0', '')),
  'requests that expect what nobody knows': () => flood(lines('GET / HTTP/1.1', host, 'Expect: x', '')),
  'requests with a body each': () => flood(`${lines('POST / HTTP/1.1', host, 'Content-Length: 1', '')}x`),
  'requests in chunks': () =>
    flood(lines('POST / HTTP/1.1', host, 'Transfer-Encoding: chunked', '', '1', 'x', '0', '')),
  'requests behind one with a body': () =>
    `${lines('POST /api/generations HTTP/1.1', host, 'Content-Length: 1', '')}x${flood(lines('GET / HTTP/1.1', ''))}`,
  upgrades: () => flood(lines('GET / HTTP/1.1', host, 'Connection: upgrade', 'Upgrade: h2c', '')),
  tunnels: () => flood(lines('CONNECT / HTTP/1.1', host, '')),
  'empty lines': () => flood('\r\n'),
  'a line without an end': () => `GET /${flood('x')}`,
  'fields of one letter': () => `GET / HTTP/1.1\r\n${flood('a:\r\n')}`,
  'fields of one letter, as many as a head may have': () => headWith('GET / HTTP/1.1\r\n', 'a:\r\n', 'b:'),
  'cookies, as many as a head may have': () => headWith('GET / HTTP/1.1\r\nCookie: ', 'a=;', 'b='),
  'a path of escapes': () => headWith('GET /', '%25', ' HTTP/1.1'),
  'a path of slashes': () => headWith('GET ', '/', ' HTTP/1.1'),
  'a query of many names': () => headWith('GET /api/files?', 'a&', ' HTTP/1.1'),
  'forwarded addresses': () => headWith('GET / HTTP/1.1\r\nX-Forwarded-For: ', '1,', '1'),
  'fields behind the last chunk': () => `${chunkedHead}0\r\n${flood('a:b\r\n')}`,
  'chunks with an extension each': () => chunkedHead + flood(`1;${'a=b;'.repeat(15)}\r\nx\r\n`),
  'an extension without an end': () => `${chunkedHead}1;${flood('a=b;')}`,
  'a chunk size without an end': () => chunkedHead + flood('0'),
};

/** Sends the bytes on one connection, and tells how many answers come back before it is closed, or nothing more comes. */
async function answersTo(text: string): Promise<number> {
  const answers = await rawAnswers(server.url, text, patienceMs);
  return answers.split('HTTP/1.1 ').length - 1;
}

describe('what comes all at once, others are served beside', () => {
  test.each(Object.entries(floods))('%s', async (name, text) => {
    const { answer, harm } = await server.watch(() => answersTo(text()));
    harms.push({ name, ...harm });
    expect(answer).toBeLessThan(2);
    expect(harm.processor).toBeLessThan(stallMax);
  });
});
