import { readConfiguration } from './configuration/readConfiguration.ts';
import type { ProxyValues } from './createApp.ts';
import { createProxyListener, type ProxyListener } from './proxyListener.ts';
import { proxyValues } from './proxyValues.ts';

export type DevelopmentProxy = Readonly<{
  mode: ProxyValues['mode'];
  listener: ProxyListener['listener'];
  close(): void;
}>;

/** The proxy without a port of its own and without a built page: Vite has both. */
export async function openDevelopmentProxy(
  environment: Record<string, string | undefined>,
  startSandbox: () => Promise<string>,
): Promise<DevelopmentProxy> {
  const values = await proxyValues(readConfiguration(environment), {
    appDirectory: undefined,
    startSandbox,
    writeOutput: (line) => process.stdout.write(`${line}\n`),
    warn: (line) => process.stderr.write(`${line}\n`),
  });
  const { listener, stop } = createProxyListener(values);
  const close = () => {
    stop();
    values.redis?.destroy();
    void values.fileStore?.close();
  };
  return { mode: values.mode, listener, close };
}
