import { isIP } from 'node:net';
import { z } from 'zod';

/** Trailing slashes go, so that paths can be appended. */
const serviceUrlSchema = z
  .string()
  .refine(isPlainHttpUrl, 'must be a full http:// or https:// address without user, query or fragment')
  .transform((text) => text.replace(/\/+$/, ''));

export const defaultServiceUrl = 'https://api.evolink.ai';

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
});

export type Configuration = Readonly<{
  /** Absent means: use the sandbox. */
  apiKey: string | undefined;
  baseUrl: string;
  filesUrl: string;
  host: string;
  port: number;
}>;

/** Its message is meant for the terminal. It names each wrong variable but shows no value: one might be the key. */
export class ConfigurationError extends Error {}

/** Reads the environment. An empty variable counts as absent. Throws a `ConfigurationError`. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.entries(environment).map(([name, value]) => [name, value?.trim() || undefined]);
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new ConfigurationError(describe(parsed.error));
  return {
    apiKey: parsed.data.EVOLINK_API_KEY,
    baseUrl: parsed.data.EVOLINK_BASE_URL,
    filesUrl: parsed.data.EVOLINK_FILES_URL,
    host: parsed.data.HOST,
    port: parsed.data.PORT,
  };
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
