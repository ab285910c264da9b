import { join } from 'node:path';
import { misspeltVariables } from './proxy/configuration/misspeltVariables.ts';
import {
  type Configuration,
  ConfigurationError,
  readConfiguration,
} from './proxy/configuration/readConfiguration.ts';
import { createLineOutput } from './proxy/life/lineOutput.ts';
import { stopOnSignals } from './proxy/life/stopOnSignals.ts';
import { proxyValues } from './proxy/proxyValues.ts';
import { startProxy } from './proxy/startProxy.ts';

const writeOutput = createLineOutput(process.stdout);
const warn = createLineOutput(process.stderr);

async function main(): Promise<void> {
  for (const warning of misspeltVariables(process.env)) warn(warning);
  const configuration = readConfiguration(process.env);
  const values = await proxyValues(configuration, {
    // The bundle is dist/server/server.js, and the page is built beside it.
    appDirectory: join(import.meta.dirname, '../app'),
    startSandbox: () => startSandboxFor(configuration),
    writeOutput,
    warn,
  });
  const proxy = await startProxy(values, configuration.port);
  const note = '  (sandbox: no EVOLINK_API_KEY is set, results are local renderings)';
  writeOutput(`Upload-paint editor: ${proxy.url}${values.mode === 'sandbox' ? note : ''}`);
  const stop = async () => {
    await proxy.close();
    values.redis?.destroy();
    await values.fileStore?.close();
  };
  stopOnSignals({ stop, warn: values.warn });
}

/** Loaded only where there is no key. */
async function startSandboxFor({ publicUrl }: Configuration): Promise<string> {
  const { startSandbox } = await import('./sandbox/startSandbox.ts');
  const callbackOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const { url } = await startSandbox({ host: '127.0.0.1', port: 0, callbackOrigin });
  return url;
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
  warn(describeFailure(error));
  process.exit(1);
});
