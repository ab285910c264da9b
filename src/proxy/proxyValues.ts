import type { Configuration } from './configuration/readConfiguration.ts';
import type { ProxyValues, StoppedProxyValues } from './createApp.ts';
import { createResolver } from './http/nameLookup.ts';
import { createOutboundRequest } from './http/outboundRequest.ts';
import { createTunnels } from './http/webProxies.ts';
import type { WriteLine } from './life/lineOutput.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { Redis } from './redis.ts';
import { redactKeyText } from './service/redactKey.ts';
import { warnOfEviction } from './store/evictionPolicy.ts';
import { openFileStore } from './store/fileStore.ts';

/** The sandbox takes any key, and this one appears nowhere else. */
const sandboxKey = 'key-of-the-local-sandbox';

/** What a configuration does not say. */
export type Surroundings = Readonly<{
  /** Holds the built editor; undefined where somebody else serves the page. */
  appDirectory: string | undefined;
  /** Is asked where there is no key. Resolves with the stand-in's address. */
  startSandbox(): Promise<string>;
  /** Takes the log. */
  writeOutput: WriteLine;
  /** Takes what the operator has to know, logging or not. */
  warn: WriteLine;
}>;

/** What the proxy runs on, in production and in development. Connects to Redis and starts the sandbox where they are needed. */
export async function proxyValues(
  configuration: Configuration,
  { appDirectory, startSandbox, writeOutput, warn }: Surroundings,
): Promise<StoppedProxyValues> {
  const { redisUrl, dataDirectory, isLogging, hasMetrics, webProxies } = configuration;
  const service = await chooseService(configuration, startSandbox);
  const redact = (line: string) => redactKeyText(line, service.apiKey);
  const warnRedacted = (line: string) => warn(redact(line));
  const isAlone = service.mode === 'live' && redisUrl === undefined;
  const resolveService = createResolver();
  const tunnelTo = createTunnels(webProxies, resolveService);
  const redis = await connect(redisUrl, () => warnRedacted(redisLoss(configuration)));
  if (redis !== undefined) warnOfEviction(redis, warnRedacted);
  return {
    ...configuration,
    ...service,
    fileStore: isAlone ? await openFileStore(dataDirectory, Date.now, warnRedacted) : undefined,
    redis,
    metrics: hasMetrics ? await createMetrics({ redis }) : undefined,
    log: isLogging ? (entry) => writeOutput(redact(JSON.stringify(entry))) : () => undefined,
    warn: warnRedacted,
    appDirectory,
    request: createOutboundRequest({ resolve: resolveService, tunnelTo }),
    tunnelTo,
    resolve: createResolver(),
    now: Date.now,
  };
}

/** Its client is loaded only where there is one: that takes a quarter of the start. */
async function connect(url: string | undefined, onError: () => void): Promise<Redis | undefined> {
  if (url === undefined) return undefined;
  const { connectRedis } = await import('./redis.ts');
  return connectRedis(url, onError);
}

type Service = Pick<ProxyValues, 'mode' | 'apiKey' | 'baseUrl' | 'filesUrl'>;

async function chooseService(
  { apiKey, baseUrl, filesUrl }: Configuration,
  startSandbox: Surroundings['startSandbox'],
): Promise<Service> {
  if (apiKey !== undefined) return { mode: 'live', apiKey, baseUrl, filesUrl };
  const url = await startSandbox();
  return { mode: 'sandbox', apiKey: sandboxKey, baseUrl: url, filesUrl: url };
}

/** Without the error's own words, which may hold the address with its password. */
function redisLoss({ createsWithoutRedis }: Configuration): string {
  const creates = createsWithoutRedis
    ? 'Generations are sent all the same, as CREATES_WITHOUT_REDIS says'
    : 'Generations are refused meanwhile, uncharged (CREATES_WITHOUT_REDIS=1 has them sent)';
  return `Redis cannot be reached. This copy of the server goes on alone until it can. ${creates}.`;
}
