import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp, type ProxyValues } from './createApp.ts';
import { abortBrokenImage } from './http/abortBrokenImage.ts';

export type ProxyListener = Readonly<{
  listener: RequestListener;
  /** Tells event streams to connect elsewhere. Other requests under way go on. */
  stop(): void;
}>;

/** The proxy as Node's servers want it: one of its own, or Vite's in development. */
export function createProxyListener(values: Omit<ProxyValues, 'stopping'>): ProxyListener {
  const stopping = new AbortController();
  const app = createApp({ ...values, stopping: stopping.signal });
  const listener = getRequestListener(async (request, bindings) =>
    abortBrokenImage(await app.fetch(request, bindings), bindings.outgoing),
  );
  return { listener, stop: () => stopping.abort() };
}
