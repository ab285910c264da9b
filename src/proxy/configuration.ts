import { isIP } from 'node:net';
import { z } from 'zod';
import { callbackUrlSchema } from '../contract/callbackUrl.ts';
import { limits } from '../contract/limits.ts';
import { isLoopback } from './guard/loopback.ts';

/** Trailing slashes go, so that paths can be appended. */
const serviceUrlSchema = z
  .string()
  .refine(isPlainHttpUrl, 'must be a full http:// or https:// address without user, query or fragment')
  .transform((text) => text.replace(/\/+$/, ''));

export const defaultServiceUrl = 'https://api.evolink.ai';

const publicUrlSchema = z
  .string()
  .refine(isOrigin, {
    error: 'must be the https:// address of the editor alone, such as https://editor.example.com',
    abort: true,
  })
  .refine(isReachable, 'must be a public address: the service calls back to it')
  .transform((text) => new URL(text).origin);

const countOf = (name: string, standard: number, most = 1_000_000_000) =>
  z
    .string()
    .refine(
      (text) => /^[1-9]\d{0,9}$/.test(text) && Number(text) <= most,
      `must be a whole number of ${name}, from 1 to ${most}`,
    )
    .transform(Number)
    .default(standard);

/** A day at most: timers go wrong beyond 24 of them, and a wait of that length is a mistake. */
const secondsOf = (standard: number) => countOf('seconds', standard, 86_400);

const environmentSchema = z.object({
  EVOLINK_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be the key alone: one line, no spaces, no characters outside ASCII')
    .min(8, 'is too short to be a key')
    .optional(),
  EVOLINK_BASE_URL: serviceUrlSchema.default(defaultServiceUrl),
  EVOLINK_FILES_URL: serviceUrlSchema.default('https://files-api.evolink.ai'),
  HOST: z.string().refine(isHost, 'must be a host name or an IP address to listen on').default('127.0.0.1'),
  PORT: z
    .string()
    .refine(isPort, 'must be a whole number from 0 (any free port) to 65535')
    .transform(Number)
    .default(8787),
  ACCESS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one line without spaces or characters outside ASCII')
    .min(16, 'must have at least 16 characters: “openssl rand -base64 24” makes a good one')
    .optional(),
  PUBLIC_URL: publicUrlSchema.optional(),
  REDIS_URL: z.string().refine(isRedisUrl, 'must be a full redis:// or rediss:// address').optional(),
  TRUST_PROXY: z.enum(['0', '1'], 'must be 1 (behind a reverse proxy) or 0').default('0'),
  LOG: z.enum(['json', 'off'], 'must be json or off').optional(),
  GENERATIONS_AT_ONCE: countOf('generations', 3),
  REQUESTS_PER_MINUTE: countOf('requests', 600),
  CREATES_PER_MINUTE: countOf('requests', 20),
  REQUESTS_AT_ONCE: countOf('requests', 200),
  HEADER_BYTES_MAX: countOf('bytes', 16_384),
  UPLOAD_BYTES_MAX: countOf('bytes', limits.imageBytesMax),
  REQUEST_BYTES_MAX: countOf('bytes', limits.requestBytesMax),
  IDLE_SECONDS: secondsOf(120),
  STOP_SECONDS: secondsOf(120),
  CREATE_SECONDS: secondsOf(60),
  READ_SECONDS: secondsOf(20),
  UPLOAD_IDLE_SECONDS: secondsOf(120),
  IMAGE_SECONDS: secondsOf(30),
  IMAGE_BYTES_MAX: countOf('bytes', limits.imageBytesMax),
});

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
  /** Whether the one who connects is a reverse proxy, whose word on the client's address counts. */
  trustsProxy: boolean;
  isLogging: boolean;
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
  headerBytesMax: number;
  /** Of an image on its way to the service. */
  uploadBytesMax: number;
  /** Of a generation request. */
  requestBytesMax: number;
  /** How long a connection may bring or take nothing. The service may need 60 s to answer. */
  idleSeconds: number;
  /** How long requests under way may go on after the server was told to stop. */
  stopSeconds: number;
}>;

/** Its message is meant for the terminal. It names each wrong variable but shows no value: one might be the key. */
export class ConfigurationError extends Error {}

/** Reads the environment. An empty variable counts as absent. Throws a `ConfigurationError`. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.entries(environment).map(([name, value]) => [name, value?.trim() || undefined]);
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new ConfigurationError(describe(parsed.error));
  const variables = parsed.data;
  requireToken(variables);
  return {
    apiKey: variables.EVOLINK_API_KEY,
    baseUrl: variables.EVOLINK_BASE_URL,
    filesUrl: variables.EVOLINK_FILES_URL,
    host: variables.HOST,
    port: variables.PORT,
    accessToken: variables.ACCESS_TOKEN,
    publicUrl: variables.PUBLIC_URL,
    redisUrl: variables.REDIS_URL,
    trustsProxy: variables.TRUST_PROXY === '1',
    isLogging: (variables.LOG ?? (isLoopback(variables.HOST) ? 'off' : 'json')) === 'json',
    generationsAtOnce: variables.GENERATIONS_AT_ONCE,
    limits: {
      requestsPerMinute: variables.REQUESTS_PER_MINUTE,
      createsPerMinute: variables.CREATES_PER_MINUTE,
      requestsAtOnce: variables.REQUESTS_AT_ONCE,
      headerBytesMax: variables.HEADER_BYTES_MAX,
      uploadBytesMax: variables.UPLOAD_BYTES_MAX,
      requestBytesMax: variables.REQUEST_BYTES_MAX,
      idleSeconds: variables.IDLE_SECONDS,
      stopSeconds: variables.STOP_SECONDS,
    },
    timeouts: {
      create: variables.CREATE_SECONDS * 1000,
      read: variables.READ_SECONDS * 1000,
      upload: variables.UPLOAD_IDLE_SECONDS * 1000,
      image: variables.IMAGE_SECONDS * 1000,
    },
    imageBytesMax: variables.IMAGE_BYTES_MAX,
  };
}

/** Whoever can reach the server could spend the key. */
function requireToken(variables: z.infer<typeof environmentSchema>): void {
  const opening = openingOf(variables);
  if (variables.ACCESS_TOKEN !== undefined || opening === undefined) return;
  throw new ConfigurationError(
    `${opening} lets others spend your key. Set ACCESS_TOKEN to what they are to sign in with, at least 16 characters, ` +
      `or leave ${opening.split('=')[0]} out to serve this machine alone.`,
  );
}

/** The variable that opens this server to others. A reverse proxy does so even where it connects from this machine. */
function openingOf({ HOST, PUBLIC_URL, TRUST_PROXY }: z.infer<typeof environmentSchema>): string | undefined {
  if (!isLoopback(HOST)) return `HOST=${HOST}`;
  if (PUBLIC_URL !== undefined) return 'PUBLIC_URL';
  return TRUST_PROXY === '1' ? 'TRUST_PROXY=1' : undefined;
}

function describe(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}.`);
  return ['The configuration is wrong. Correct these environment variables and start again:', ...lines].join(
    '\n',
  );
}

function isPlainHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
  return isHttp && `${url.username}${url.password}${url.search}${url.hash}` === '';
}

function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(text);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535;
}

function isOrigin(text: string): boolean {
  return (
    URL.canParse(text) &&
    new URL(text).protocol === 'https:' &&
    text.toLowerCase().replace(/\/$/, '') === new URL(text).origin
  );
}

function isReachable(text: string): boolean {
  return callbackUrlSchema.safeParse(text).success;
}

function isRedisUrl(text: string): boolean {
  return URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}
