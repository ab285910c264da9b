import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import {
  accessToken,
  apiKey,
  countOf,
  directory,
  host,
  hostList,
  port,
  publicUrl,
  redisUrl,
  seconds,
  secondsOrNone,
  serviceUrl,
  trustedHosts,
  trustedProxies,
  webProxy,
} from './formats.ts';

export const defaultServiceUrl = 'https://api.evolink.ai';

/**
 * Every environment variable of the server: its format, its default, and its meaning in Markdown. The table of
 * docs/server.md is written from here by `npm run docs`.
 */
export const variables = z.object({
  EVOLINK_API_KEY: apiKey.optional().describe("the service's key; without it the sandbox is used"),
  EVOLINK_BASE_URL: serviceUrl
    .default(defaultServiceUrl)
    .describe('where generations and tasks are; https, but on this machine itself'),
  EVOLINK_FILES_URL: serviceUrl
    .default('https://files-api.evolink.ai')
    .describe('where files are uploaded; likewise'),
  HOST: host.default('127.0.0.1').describe('the address to listen on; any but loopback needs `ACCESS_TOKEN`'),
  PORT: port.default(8787).describe('the port; `0` takes any free one'),
  ACCESS_TOKEN: accessToken
    .optional()
    .describe(
      'what people sign in with, at least 16 characters that are hard to guess; programs send it as `Authorization: Bearer`',
    ),
  PUBLIC_URL: publicUrl
    .optional()
    .describe(
      'the https address under which the world sees the editor, with a path where it shares its host: `https://example.com/editor`; needs `ACCESS_TOKEN`',
    ),
  REDIS_URL: redisUrl
    .optional()
    .describe('`redis://` or `rediss://`: what several copies of the server share'),
  HTTPS_PROXY: webProxy
    .optional()
    .describe(
      'the web proxy through which the world is reached, `http://name:password@host:port`: for the service and for images. In small letters, too, which come first, as do those of the next two',
    ),
  HTTP_PROXY: webProxy.optional().describe('the same, where `HTTPS_PROXY` is not set'),
  NO_PROXY: hostList
    .default([])
    .describe(
      'hosts that are reached without it: names (with their subdomains), addresses, ranges, `host:port`, or `*`. This machine always is',
    ),
  TRUST_RESULT_HOSTS: trustedHosts
    .default([])
    .describe(
      'hosts of results, `files.example.com` or `*.example.com`, separated by commas, that may have addresses of 198.18.0.0/15: for a network whose resolver gives every name such a one (fake IP)',
    ),
  CREATES_WITHOUT_REDIS: z
    .enum(['0', '1'], 'must be 1 (send all the same) or 0')
    .default('0')
    .describe(
      '`1` has generations sent while `REDIS_URL` is set and Redis is away. Otherwise they are refused meanwhile, uncharged, since another copy could send the same one again',
    ),
  DATA_DIR: directory
    .default('data')
    .describe(
      'where a copy without Redis keeps what it sent, so that nothing is paid twice after a restart, and who signed out; one copy a directory, and nothing is kept in the sandbox',
    ),
  TRUST_PROXY: trustedProxies
    .default(0)
    .describe(
      'who may say in `X-Forwarded-For` whom a request comes from: how many reverse proxies stand in a row before this server (`1`, `2`, …), or a list of their addresses such as `10.0.0.0/8,fd00::/8`, `loopback`, `private`; needs `ACCESS_TOKEN`',
    ),
  LOG: z
    .enum(['json', 'off'], 'must be json or off')
    .optional()
    .meta({ shownDefault: '`json` off loopback, else `off`' })
    .describe(
      'one JSON line a request: time, id, method, path, status, milliseconds, bytes, and whether the answer broke off',
    ),
  METRICS: z
    .enum(['0', '1'], 'must be 1 or 0')
    .default('0')
    .describe(
      '`1`: `GET /metrics` tells Prometheus of requests, creates, polls, streams, Redis and the event loop; a monitor bears the `ACCESS_TOKEN`',
    ),
  GENERATIONS_AT_ONCE: countOf('generations')
    .default(3)
    .describe('how many generations a browser runs at once, in all its tabs; others wait their turn'),
  REQUESTS_PER_MINUTE: countOf('requests').default(600).describe("a client's requests"),
  CREATES_PER_MINUTE: countOf('requests').default(20).describe('of those, the ones that cost money'),
  REQUESTS_AT_ONCE: countOf('requests')
    .default(200)
    .describe('requests under way in this copy; more are turned away before anything is sent'),
  EVENT_STREAMS_AT_ONCE: countOf('streams')
    .default(2000)
    .describe('pages that watch a task in this copy; beyond that, pages ask for their tasks instead'),
  HEADER_BYTES_MAX: countOf('bytes').default(16_384).describe('the head of a request'),
  UPLOAD_BYTES_MAX: countOf('bytes')
    .default(limits.imageBytesMax)
    .describe(
      'an image that is uploaded; the page opens no file that is larger. The sandbox takes 50 MB at most',
    ),
  REQUEST_BYTES_MAX: countOf('bytes')
    .default(limits.requestBytesMax)
    .describe(
      'a generation request, which a mask of many polygons makes large. The sandbox takes 5 MB at most',
    ),
  IDLE_SECONDS: seconds
    .default(120)
    .describe('how long a client may bring nothing of its request or take nothing of its answer'),
  DRAIN_SECONDS: secondsOrNone
    .optional()
    .meta({ shownDefault: '`5` with `PUBLIC_URL`, `TRUST_PROXY` or `REDIS_URL`, else `0`' })
    .describe(
      'how long after SIGTERM new requests are still taken, while `/api/health/ready` sends a load balancer elsewhere',
    ),
  STOP_SECONDS: seconds.default(120).describe('how long requests under way may go on after that'),
  CREATE_SECONDS: seconds
    .default(60)
    .describe(
      'how long the service may take to answer a create, which is sent once; then its outcome is unknown',
    ),
  READ_SECONDS: seconds
    .default(20)
    .describe('how long the service may take to tell of a task, retries included'),
  UPLOAD_IDLE_SECONDS: seconds
    .default(120)
    .describe('how long an upload to the service may stand still; it may last as long as it goes on'),
  IMAGE_SECONDS: seconds
    .default(30)
    .describe('how long the host of a result, or of an image by its link, may keep us waiting'),
  IMAGE_BYTES_MAX: countOf('bytes')
    .default(limits.imageBytesMax)
    .describe('how large a result, or an image by its link, may be'),
});

export type Variables = z.infer<typeof variables>;
