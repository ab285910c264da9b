import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { createSandbox } from './createSandbox.ts';
import { renderVariants } from './render/renderVariants.ts';

export type SandboxOptions = {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Factor on every task's duration, 1 by default. */
  readonly pace?: number;
  /** Where callbacks are delivered to; to nowhere by default. */
  readonly callbackOrigin?: string | undefined;
};

export type RunningSandbox = { readonly url: string; close(): Promise<void> };

const storageBytesMax = 1024 ** 3;

/** Rejects with Node's error where it cannot listen. Closing does not wait for tasks: they live in memory only. */
export function startSandbox({
  host,
  port,
  pace = 1,
  callbackOrigin,
}: SandboxOptions): Promise<RunningSandbox> {
  const app = createSandbox({
    now: Date.now,
    randomId: () => randomUUID().replaceAll('-', ''),
    pace,
    callbackOrigin,
    wait: delay,
    fetch,
    storageBytesMax,
    render: renderVariants,
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  return new Promise((resolve, reject) => {
    // Once it listens, this is a connection that could not be taken, and the next one may be.
    server.on('error', reject);
    server.listen(port, host, () => {
      const close = () => new Promise<void>((closed) => void server.close(() => closed()));
      resolve({ url: urlOf(host, server.address(), port), close });
    });
  });
}

function urlOf(host: string, address: AddressInfo | string | null, port: number): string {
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
}
