import { afterEach, expect, test, vi } from 'vitest';
import { publicAddresses } from '../../../src/proxy/images/hostAddresses.ts';
import { exampleTask } from '../examples.ts';
import { answerJson, type FakeService, proxyFor, startFakeService } from '../fakeService.ts';

let service: FakeService | undefined;

afterEach(async () => {
  await service?.close();
  service = undefined;
});

const url = new URL('https://files.example/a.png');

test.each([
  ['what the resolver made up', ['198.18.0.5'], ['198.18.0.5']],
  ['that by way of NAT64', ['64:ff9b::198.18.0.5'], ['64:ff9b::198.18.0.5']],
  ['what it made up, and no IPv6 address beside it', ['fc00::5', '198.18.0.5'], ['198.18.0.5']],
  ['a public address', ['8.8.8.8'], ['8.8.8.8']],
])('a trusted host may be connected to at %s', async (_name, addresses, expected) => {
  expect(
    await publicAddresses(
      url,
      async () => addresses,
      () => true,
    ),
  ).toEqual(expected);
});

test.each(['10.0.0.1', '127.0.0.1', '169.254.169.254', '64:ff9b::10.0.0.1', '::ffff:198.18.0.5', '::1'])(
  'a trusted host may not be connected to at %s',
  async (address) => {
    await expect(
      publicAddresses(
        url,
        async () => [address],
        () => true,
      ),
    ).rejects.toThrow('no public address');
  },
);

test.each([['198.18.0.5'], ['8.8.8.8', '198.18.0.5']])(
  'any other host may not be connected to at %s',
  async (...addresses) => {
    await expect(
      publicAddresses(
        url,
        async () => addresses,
        () => false,
      ),
    ).rejects.toThrow('no public address');
  },
);

/** Which of these links are asked for, as results and as links that anybody writes, where all hosts have a made-up address. */
async function askedFor(trustedResultHosts: string[], links: string[]) {
  service = await startFakeService(answerJson(200, { ...exampleTask, status: 'completed', results: links }));
  const asked: string[] = [];
  const tunnelTo = ({ hostname }: URL) =>
    hostname === '127.0.0.1'
      ? undefined
      : () => {
          asked.push(hostname);
          return Promise.reject(new Error('enough'));
        };
  const resolve = vi.fn(async () => ['198.18.0.5']);
  const app = proxyFor(service.url, { trustedResultHosts, tunnelTo, resolve });
  for (const index of links.keys()) await app.request(`/api/tasks/task-1/results/${index}`);
  const results = asked.splice(0);
  for (const link of links) await app.request(`/api/images?url=${encodeURIComponent(link)}`);
  return { results, images: asked };
}

test('a result is fetched from a trusted host with a made-up address, and nothing else is', async () => {
  const links = ['files.example', 'a.cdn.example', 'cdn.example', 'evil-cdn.example'].map(
    (host) => `https://${host}/`,
  );
  expect(await askedFor(['files.example', '*.cdn.example'], links)).toEqual({
    results: ['files.example', 'a.cdn.example'],
    images: [],
  });
});
