import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp, type StoppedProxyValues } from './createApp.ts';
import { abortBrokenImage } from './http/abortBrokenImage.ts';

export type ProxyListener = Readonly<{
  listener: RequestListener;
  /** Has a load balancer send new requests elsewhere. */
  drain(): void;
  /** Tells event streams to connect elsewhere. Other requests under way go on. */
  stop(): void;
}>;

/** The proxy as Node's servers want it: one of its own, or Vite's in development. */
export function createProxyListener(values: StoppedProxyValues): ProxyListener {
  const [draining, stopping] = [new AbortController(), new AbortController()];
  const app = createApp({ ...values, draining: draining.signal, stopping: stopping.signal });
  const listener = getRequestListener(async (request, bindings) =>
    abortBrokenImage(await app.fetch(request, bindings), bindings.outgoing),
  );
  return { listener, drain: () => draining.abort(), stop: () => stopping.abort() };
}
