import type { z } from 'zod';
import type { TrustedProxies } from '../guard/clientAddress.ts';
import { isLoopback } from '../http/addresses.ts';
import type { WebProxyValues } from '../http/webProxies.ts';
import { type Variables, variables } from './variables.ts';

export type Configuration = Readonly<{
  /** Absent means: use the sandbox. */
  apiKey: string | undefined;
  baseUrl: string;
  filesUrl: string;
  host: string;
  port: number;
  /** What a person signs in with. Absent only where nobody but this machine is listened to. */
  accessToken: string | undefined;
  /** The origin under which the world sees this server, always https. */
  publicUrl: string | undefined;
  redisUrl: string | undefined;
  webProxies: WebProxyValues;
  /** Whose addresses may be ones that the network's resolver made up. */
  trustedResultHosts: readonly string[];
  createsWithoutRedis: boolean;
  /** Where a copy without Redis keeps what has to outlive it. */
  dataDirectory: string;
  /** Whose word on the client's address counts. */
  trustedProxies: TrustedProxies;
  isLogging: boolean;
  hasMetrics: boolean;
  generationsAtOnce: number;
  limits: ProxyLimits;
  /** Milliseconds that the service has for each kind of call, and the host of an image for it. */
  timeouts: Readonly<{ create: number; read: number; upload: number; image: number }>;
  /** Of an image that is fetched for the page. */
  imageBytesMax: number;
}>;

/** How much of each the server takes on. */
export type ProxyLimits = Readonly<{
  requestsPerMinute: number;
  createsPerMinute: number;
  requestsAtOnce: number;
  eventStreamsAtOnce: number;
  headerBytesMax: number;
  /** Of an image on its way to the service. */
  uploadBytesMax: number;
  /** Of a generation request. */
  requestBytesMax: number;
  /** How long a connection may bring or take nothing. The service may need 60 s to answer. */
  idleSeconds: number;
  /** How long the server still takes new requests after it was told to stop. */
  drainSeconds: number;
  /** How long requests under way may go on after that. */
  stopSeconds: number;
}>;

/** Its message is meant for the terminal. It names each wrong variable but shows no value: one might be the key. */
export class ConfigurationError extends Error {}

/** Reads the environment. An empty variable counts as absent. Throws a `ConfigurationError`. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const trimmed = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value?.trim() || undefined]),
  );
  const given = { ...trimmed, ...webProxiesOf(trimmed) };
  const quoted = Object.keys(variables.shape).filter((name) => isQuoted(given[name]));
  const parsed = variables.safeParse({
    ...given,
    ...Object.fromEntries(quoted.map((name) => [name, undefined])),
  });
  const faults = [
    ...quoted.map((name) => `${name} ${quotesFault}`),
    ...(parsed.error?.issues.map(describeIssue) ?? []),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigurationError(describe(faults));
  requireToken(parsed.data);
  return configurationOf(parsed.data);
}

/** A shell takes quotes away; env files of Docker and others leave them there, and the key or token would be another one. */
function isQuoted(value: string | undefined): boolean {
  return value !== undefined && /^(["'`]).*\1$|^“.*”$/s.test(value);
}

const quotesFault = 'is in quotes, which are taken for a part of it: write it without them';

/** By either name, as curl takes them. */
function webProxiesOf(given: Record<string, string | undefined>): Record<string, string | undefined> {
  const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];
  return Object.fromEntries(names.map((name) => [name, given[name.toLowerCase()] ?? given[name]]));
}

function configurationOf(given: Variables): Configuration {
  return {
    apiKey: given.EVOLINK_API_KEY,
    baseUrl: given.EVOLINK_BASE_URL,
    filesUrl: given.EVOLINK_FILES_URL,
    host: given.HOST,
    port: given.PORT,
    accessToken: given.ACCESS_TOKEN,
    publicUrl: given.PUBLIC_URL,
    redisUrl: given.REDIS_URL,
    webProxies: {
      httpsProxy: given.HTTPS_PROXY,
      httpProxy: given.HTTP_PROXY,
      noProxy: given.NO_PROXY,
    },
    trustedResultHosts: given.TRUST_RESULT_HOSTS,
    createsWithoutRedis: given.CREATES_WITHOUT_REDIS === '1',
    dataDirectory: given.DATA_DIR,
    trustedProxies: given.TRUST_PROXY,
    isLogging: (given.LOG ?? (isLoopback(given.HOST) ? 'off' : 'json')) === 'json',
    hasMetrics: given.METRICS === '1',
    generationsAtOnce: given.GENERATIONS_AT_ONCE,
    limits: {
      requestsPerMinute: given.REQUESTS_PER_MINUTE,
      createsPerMinute: given.CREATES_PER_MINUTE,
      requestsAtOnce: given.REQUESTS_AT_ONCE,
      eventStreamsAtOnce: given.EVENT_STREAMS_AT_ONCE,
      headerBytesMax: given.HEADER_BYTES_MAX,
      uploadBytesMax: given.UPLOAD_BYTES_MAX,
      requestBytesMax: given.REQUEST_BYTES_MAX,
      idleSeconds: given.IDLE_SECONDS,
      drainSeconds: given.DRAIN_SECONDS ?? (hasLoadBalancer(given) ? noticeSeconds : 0),
      stopSeconds: given.STOP_SECONDS,
    },
    timeouts: {
      create: given.CREATE_SECONDS * 1000,
      read: given.READ_SECONDS * 1000,
      upload: given.UPLOAD_IDLE_SECONDS * 1000,
      image: given.IMAGE_SECONDS * 1000,
    },
    imageBytesMax: given.IMAGE_BYTES_MAX,
  };
}

/** Load balancers ask a copy every few seconds how it is. */
const noticeSeconds = 5;

/** Whether somebody else may choose the copy that gets a request. */
function hasLoadBalancer({ PUBLIC_URL, TRUST_PROXY, REDIS_URL }: Variables): boolean {
  return PUBLIC_URL !== undefined || TRUST_PROXY !== 0 || REDIS_URL !== undefined;
}

/** Whoever can reach the server could spend the key. */
function requireToken(given: Variables): void {
  const opening = openingOf(given);
  if (given.ACCESS_TOKEN !== undefined || opening === undefined) return;
  throw new ConfigurationError(
    `${opening} lets others spend your key. Set ACCESS_TOKEN to what they are to sign in with, at least 16 characters, ` +
      `or leave ${opening.split('=')[0]} out to serve this machine alone.`,
  );
}

/** The variable that opens this server to others. A reverse proxy does so even where it connects from this machine. */
function openingOf({ HOST, PUBLIC_URL, TRUST_PROXY }: Variables): string | undefined {
  if (!isLoopback(HOST)) return `HOST=${HOST}`;
  if (PUBLIC_URL !== undefined) return 'PUBLIC_URL';
  return TRUST_PROXY === 0 ? undefined : `TRUST_PROXY=${TRUST_PROXY}`;
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')} ${message}`;
}

function describe(faults: readonly string[]): string {
  const lines = faults.map((fault) => `  ${fault}.`);
  return ['The configuration is wrong. Correct these environment variables and start again:', ...lines].join(
    '\n',
  );
}
