import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../../src/proxy/configuration/readConfiguration.ts';
import type { TrustedProxies } from '../../../src/proxy/guard/clientAddress.ts';

describe('readConfiguration', () => {
  test('an empty environment means the sandbox, on loopback, beside the documented addresses', () => {
    expect(readConfiguration({})).toEqual({
      apiKey: undefined,
      baseUrl: 'https://api.evolink.ai',
      filesUrl: 'https://files-api.evolink.ai',
      host: '127.0.0.1',
      port: 8787,
      accessToken: undefined,
      publicUrl: undefined,
      redisUrl: undefined,
      webProxies: { httpsProxy: undefined, httpProxy: undefined, noProxy: [] },
      trustedResultHosts: [],
      createsWithoutRedis: false,
      dataDirectory: 'data',
      trustedProxies: 0,
      isLogging: false,
      hasMetrics: false,
      generationsAtOnce: 3,
      limits: {
        requestsPerMinute: 600,
        createsPerMinute: 20,
        requestsAtOnce: 200,
        eventStreamsAtOnce: 2000,
        headerBytesMax: 16_384,
        uploadBytesMax: 52_428_800,
        requestBytesMax: 5_242_880,
        idleSeconds: 120,
        drainSeconds: 0,
        stopSeconds: 120,
      },
      timeouts: { create: 60_000, read: 20_000, upload: 120_000, image: 30_000 },
      imageBytesMax: 52_428_800,
    });
  });

  test('an empty or blank variable counts as absent', () => {
    expect(readConfiguration({ EVOLINK_API_KEY: ' ', PORT: '', HOST: '' })).toEqual(readConfiguration({}));
  });

  test('everything can be set, and trailing slashes do not matter', () => {
    const environment = {
      EVOLINK_API_KEY: ' sk-12345678\n',
      EVOLINK_BASE_URL: 'https://gateway:9000/evolink//',
      EVOLINK_FILES_URL: 'https://files.example.com/',
      HOST: '0.0.0.0',
      PORT: '0',
      ACCESS_TOKEN: 'a-long-enough-token',
      PUBLIC_URL: 'https://Editor.example.com/',
      REDIS_URL: 'redis://:secret@cache:6379/1',
      HTTPS_PROXY: 'http://us%40er:word@proxy.example.com:3128',
      HTTP_PROXY: 'proxy:8080',
      NO_PROXY: 'localhost, .example.org 10.0.0.0/8',
      TRUST_RESULT_HOSTS: 'files.example.com, *.CDN.example.com',
      CREATES_WITHOUT_REDIS: '1',
      DATA_DIR: '/var/lib/editor',
      TRUST_PROXY: '1',
      GENERATIONS_AT_ONCE: '5',
      REQUESTS_PER_MINUTE: '100',
      CREATES_PER_MINUTE: '4',
      REQUESTS_AT_ONCE: '30',
      EVENT_STREAMS_AT_ONCE: '70',
      HEADER_BYTES_MAX: '8192',
      UPLOAD_BYTES_MAX: '20000000',
      REQUEST_BYTES_MAX: '1000000',
      IDLE_SECONDS: '20',
      METRICS: '1',
      DRAIN_SECONDS: '30',
      STOP_SECONDS: '10',
      CREATE_SECONDS: '90',
      READ_SECONDS: '5',
      UPLOAD_IDLE_SECONDS: '300',
      IMAGE_SECONDS: '45',
      IMAGE_BYTES_MAX: '100000000',
    };
    expect(readConfiguration(environment)).toEqual({
      apiKey: 'sk-12345678',
      baseUrl: 'https://gateway:9000/evolink',
      filesUrl: 'https://files.example.com',
      host: '0.0.0.0',
      port: 0,
      accessToken: 'a-long-enough-token',
      publicUrl: 'https://editor.example.com',
      redisUrl: 'redis://:secret@cache:6379/1',
      webProxies: {
        httpsProxy: new URL('http://us%40er:word@proxy.example.com:3128/'),
        httpProxy: new URL('http://proxy:8080/'),
        noProxy: ['localhost', '.example.org', '10.0.0.0/8'],
      },
      trustedResultHosts: ['files.example.com', '*.cdn.example.com'],
      createsWithoutRedis: true,
      dataDirectory: '/var/lib/editor',
      trustedProxies: 1,
      isLogging: true,
      hasMetrics: true,
      generationsAtOnce: 5,
      limits: {
        requestsPerMinute: 100,
        createsPerMinute: 4,
        requestsAtOnce: 30,
        eventStreamsAtOnce: 70,
        headerBytesMax: 8192,
        uploadBytesMax: 20_000_000,
        requestBytesMax: 1_000_000,
        idleSeconds: 20,
        drainSeconds: 30,
        stopSeconds: 10,
      },
      timeouts: { create: 90_000, read: 5000, upload: 300_000, image: 45_000 },
      imageBytesMax: 100_000_000,
    });
  });

  test.each([
    [5, { PUBLIC_URL: 'https://editor.example.com' }],
    [5, { TRUST_PROXY: '1' }],
    [5, { REDIS_URL: 'redis://cache' }],
    [0, { REDIS_URL: 'redis://cache', DRAIN_SECONDS: '0' }],
    [0, {}],
  ])('a load balancer has %i s to notice that a copy stops, with %j', (seconds, environment) => {
    const { limits } = readConfiguration({ ACCESS_TOKEN: 'a-long-enough-token', ...environment });
    expect(limits.drainSeconds).toBe(seconds);
  });

  test('the message names every wrong variable and shows no value', () => {
    const environment = {
      EVOLINK_API_KEY: 'sk-secret with space',
      EVOLINK_BASE_URL: 'ftp://example.com',
      EVOLINK_FILES_URL: 'https://user:secret@example.com',
      HOST: 'http://127.0.0.1',
      PORT: '65536',
      ACCESS_TOKEN: 'short',
      PUBLIC_URL: 'http://editor.example.com',
      REDIS_URL: 'cache:6379',
      HTTPS_PROXY: 'http://user:100%@proxy:3128',
      HTTP_PROXY: 'socks5://proxy:1080',
      TRUST_PROXY: 'yes',
      REQUESTS_PER_MINUTE: '0',
      DRAIN_SECONDS: '-1',
      UPLOAD_BYTES_MAX: '50 MB',
      IMAGE_SECONDS: '86401',
    };
    expect(() => readConfiguration(environment)).toThrow(
      [
        'The configuration is wrong. Correct these environment variables and start again:',
        '  EVOLINK_API_KEY must be the key alone: one line, no spaces, no characters outside ASCII.',
        '  EVOLINK_BASE_URL must be a full https:// address without user, query or fragment; only of this machine itself http:// is taken, as the key goes there.',
        '  EVOLINK_FILES_URL must be a full https:// address without user, query or fragment; only of this machine itself http:// is taken, as the key goes there.',
        '  HOST must be a host name or an IP address to listen on.',
        '  PORT must be a whole number from 0 (any free port) to 65535.',
        '  ACCESS_TOKEN must have at least 16 characters: “openssl rand -base64 24” makes a good one.',
        '  PUBLIC_URL must be the https:// address of the editor alone, such as https://editor.example.com or https://example.com/editor.',
        '  REDIS_URL must be a full redis:// or rediss:// address.',
        '  HTTPS_PROXY must be the http:// or https:// address of a web proxy, with a port and perhaps a name and password.',
        '  HTTP_PROXY must be the http:// or https:// address of a web proxy, with a port and perhaps a name and password.',
        '  TRUST_PROXY must be 0, the number of reverse proxies in a row (up to 9), or their addresses: 10.0.0.0/8, fd00::/8, loopback, private.',
        '  REQUESTS_PER_MINUTE must be a whole number of requests, from 1 to 1000000000.',
        '  UPLOAD_BYTES_MAX must be a whole number of bytes, from 1 to 1000000000.',
        '  DRAIN_SECONDS must be a whole number of seconds, from 0 to 86400.',
        '  IMAGE_SECONDS must be a whole number of seconds, from 1 to 86400.',
      ].join('\n'),
    );
  });

  test.each(['http', '80.5', '-1', '1e3', '0x50', '70000'])('a port of %s is refused', (PORT) => {
    expect(() => readConfiguration({ PORT })).toThrow('PORT must be');
  });

  test.each(['0.0.0.0', '192.168.1.7', 'editor.local', '::'])(
    'the network is not listened to on %s without an access token',
    (HOST) => {
      expect(() => readConfiguration({ HOST })).toThrow(`HOST=${HOST} lets others spend your key.`);
      expect(readConfiguration({ HOST, ACCESS_TOKEN: 'a-long-enough-token' }).host).toBe(HOST);
    },
  );

  test.each([
    '*',
    'localhost',
    '*.com.*',
    'https://files.example.com',
    '198.18.0.1',
    '[::1]',
    'a.example.com:443',
  ])('results of %s are not trusted', (TRUST_RESULT_HOSTS) => {
    expect(() => readConfiguration({ TRUST_RESULT_HOSTS })).toThrow(
      'TRUST_RESULT_HOSTS must be names of hosts',
    );
  });

  test('web proxies are taken by their names in small letters first, as curl does', () => {
    const environment = {
      https_proxy: 'http://small:1',
      HTTPS_PROXY: 'http://large:1',
      no_proxy: 'a.example',
    };
    expect(readConfiguration(environment).webProxies).toEqual({
      httpsProxy: new URL('http://small:1'),
      httpProxy: undefined,
      noProxy: ['a.example'],
    });
  });

  test('a public address needs an access token', () => {
    const PUBLIC_URL = 'https://editor.example.com';
    expect(() => readConfiguration({ PUBLIC_URL })).toThrow('PUBLIC_URL lets others spend your key.');
  });

  test.each(['https://10.0.0.7', 'https://editor.local', 'https://localhost:8443'])(
    'the service could not call back to %s',
    (PUBLIC_URL) => {
      const environment = { PUBLIC_URL, ACCESS_TOKEN: 'a-long-enough-token' };
      expect(() => readConfiguration(environment)).toThrow('PUBLIC_URL must be a public address');
    },
  );

  test.each([
    ['https://Example.com:443', 'https://example.com'],
    ['https://example.com/editor/', 'https://example.com/editor'],
    ['https://example.com:8443/Tools/my_editor-2.0~a', 'https://example.com:8443/Tools/my_editor-2.0~a'],
    ['https://example.com/tools/api/', 'https://example.com/tools/api'],
  ])('the public address %s is %s', (PUBLIC_URL, publicUrl) => {
    expect(readConfiguration({ PUBLIC_URL, ACCESS_TOKEN: 'a-long-enough-token' })).toMatchObject({
      publicUrl,
    });
  });

  test.each([
    'https://example.com//',
    'https://example.com/editor//',
    'https://example.com/a/../editor',
    'https://example.com/./editor',
    'https://example.com/editor/..',
    'https://example.com/%65ditor',
    'https://example.com/a%2Fb',
    'https://example.com/édition',
    'https://example.com/editor?a=1',
    'https://example.com/editor?',
    'https://example.com/editor#',
    'https://example.com/edi tor',
    'https://example.com\\editor',
    'https://user@example.com/editor',
    'https:/example.com/editor',
    'http://example.com/',
  ])('%s is no public address', (PUBLIC_URL) => {
    const environment = { PUBLIC_URL, ACCESS_TOKEN: 'a-long-enough-token' };
    expect(() => readConfiguration(environment)).toThrow('PUBLIC_URL must be the https:// address');
  });

  test.each(['api', 'api/editor/', 'assets', 'samples/', 'sign-in', 'sign-out/', 'metrics'])(
    'a reverse proxy that takes /%s off could not be told from one that keeps it',
    (path) => {
      const environment = { PUBLIC_URL: `https://example.com/${path}`, ACCESS_TOKEN: 'a-long-enough-token' };
      expect(() => readConfiguration(environment)).toThrow(
        'PUBLIC_URL must have a path that begins with none',
      );
    },
  );

  test.each<[string, TrustedProxies]>([
    ['0', 0],
    ['2', 2],
    ['10.1.2.3', ['10.1.2.3']],
    ['loopback, 10.0.0.0/8', ['127.0.0.0/8', '::1', '10.0.0.0/8']],
    ['private,2001:db8::/32', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', '2001:db8::/32']],
  ])('TRUST_PROXY=%s trusts %j', (TRUST_PROXY, expected) => {
    const environment = { TRUST_PROXY, ACCESS_TOKEN: 'a-long-enough-token' };
    expect(readConfiguration(environment).trustedProxies).toEqual(expected);
  });

  test.each([
    '-1',
    '10',
    '1.5',
    'true',
    '10.0.0.0/33',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/',
    '::ffff:10.0.0.0/104',
    '10.0.0.1,',
  ])('TRUST_PROXY=%s is refused', (TRUST_PROXY) => {
    const environment = { TRUST_PROXY, ACCESS_TOKEN: 'a-long-enough-token' };
    expect(() => readConfiguration(environment)).toThrow('TRUST_PROXY must be 0, the number');
  });

  test('a list of reverse proxies needs an access token as well', () => {
    expect(() => readConfiguration({ TRUST_PROXY: 'loopback' })).toThrow(
      'TRUST_PROXY=127.0.0.0/8,::1 lets others spend your key.',
    );
  });

  test.each([
    'http://127.0.0.1:9000',
    'http://localhost/evolink',
    'http://[::1]:9000',
    'https://gateway:9000',
  ])('the key may go to %s', (url) => {
    const environment = { EVOLINK_BASE_URL: url, EVOLINK_FILES_URL: url };
    expect(readConfiguration(environment)).toMatchObject({ baseUrl: url, filesUrl: url });
  });

  test.each([
    'http://api.evolink.ai',
    'http://gateway:9000',
    'http://10.0.0.7',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://127.0.0.1@example.com',
    'http:api.evolink.ai',
    'file:///etc/passwd',
  ])('the key does not go to %s', (url) => {
    expect(() => readConfiguration({ EVOLINK_BASE_URL: url })).toThrow(
      'EVOLINK_BASE_URL must be a full https://',
    );
    expect(() => readConfiguration({ EVOLINK_FILES_URL: url })).toThrow(
      'EVOLINK_FILES_URL must be a full https://',
    );
  });

  test.each(['"', "'", '`'])('a value in %s, as an env file of Docker hands it on, is refused', (quote) => {
    const quoted = (text: string) => `${quote}${text}${quote}`;
    const environment = {
      EVOLINK_API_KEY: quoted('sk-secret-12345678'),
      ACCESS_TOKEN: ` ${quoted('a-long-enough-token')} `,
      PORT: quoted('8787'),
      HOST: quoted(''),
      ELSEWHERE: quoted('others'),
    };
    expect(() => readConfiguration(environment)).toThrow(
      [
        'The configuration is wrong. Correct these environment variables and start again:',
        '  EVOLINK_API_KEY is in quotes, which are taken for a part of it: write it without them.',
        '  HOST is in quotes, which are taken for a part of it: write it without them.',
        '  PORT is in quotes, which are taken for a part of it: write it without them.',
        '  ACCESS_TOKEN is in quotes, which are taken for a part of it: write it without them.',
      ].join('\n'),
    );
  });

  test.each(['aaaaaaaaaaaaaaaaaaaa', '12345678901234567890', 'change-me-change-me'])(
    'the token %s is refused',
    (ACCESS_TOKEN) => {
      expect(() => readConfiguration({ ACCESS_TOKEN })).toThrow('ACCESS_TOKEN is easy to guess');
    },
  );
});
