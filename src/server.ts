import { join } from 'node:path';
import { type Configuration, ConfigurationError, readConfiguration } from './proxy/configuration.ts';
import type { ProxyValues } from './proxy/createApp.ts';
import type { LogEntry } from './proxy/guard/requestLog.ts';
import { connectRedis } from './proxy/redis.ts';
import { startProxy } from './proxy/startProxy.ts';

/** The sandbox takes any key, and this one appears nowhere else. */
const sandboxKey = 'key-of-the-local-sandbox';

type ServicePart = Pick<ProxyValues, 'mode' | 'apiKey' | 'baseUrl' | 'filesUrl'>;

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const service = await chooseService(configuration);
  // The bundle is dist/server/server.js, and the page is built beside it.
  const appDirectory = join(import.meta.dirname, '../app');
  const log = configuration.isLogging ? writeLog : () => undefined;
  const { redisUrl } = configuration;
  const redis = redisUrl === undefined ? undefined : connectRedis(redisUrl, reportRedis);
  const values = {
    ...configuration,
    ...service,
    redis,
    log,
    appDirectory,
    fetch,
    now: Date.now,
  };
  const proxy = await startProxy(values, configuration.port);
  const note = '  (sandbox: no EVOLINK_API_KEY is set, results are local renderings)';
  process.stdout.write(`Upload-paint editor: ${proxy.url}${service.mode === 'sandbox' ? note : ''}\n`);
  const stop = async () => {
    await proxy.close();
    redis?.destroy();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function writeLog(entry: LogEntry): void {
  process.stdout.write(`${JSON.stringify(entry)}\n`);
}

/** Without the error's own words, which may hold the address with its password. */
function reportRedis(): void {
  process.stderr.write('Redis cannot be reached. This copy of the server goes on alone until it can.\n');
}

async function chooseService({ apiKey, baseUrl, filesUrl, publicUrl }: Configuration): Promise<ServicePart> {
  if (apiKey !== undefined) return { mode: 'live', apiKey, baseUrl, filesUrl };
  const { startSandbox } = await import('./sandbox/startSandbox.ts');
  const { url } = await startSandbox({ host: '127.0.0.1', port: 0, callbackOrigin: publicUrl });
  return { mode: 'sandbox', apiKey: sandboxKey, baseUrl: url, filesUrl: url };
}

/** One sentence for the terminal. Only messages that are known to hold no secret are shown. */
function describeFailure(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return 'The port is already in use. Stop the other program, or set PORT to another number (0: any free one).';
    case 'EACCES':
      return 'This port needs more rights. Set PORT to a number from 1024 on.';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.';
    default:
      return error instanceof Error
        ? `The editor could not start: ${error.message}`
        : 'The editor could not start.';
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
});
