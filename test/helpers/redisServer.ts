import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installDebianPackage } from './debianPackage.ts';
import { freePort } from './freePort.ts';

export type RedisServer = Readonly<{
  url: string;
  /** As a crash does: at once, and without a word. */
  stop(): Promise<void>;
  /** On the same port, with nothing in it. */
  start(): Promise<void>;
  /** It goes on taking connections and commands, and answers none until it thaws. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}>;

/** A real `redis-server` on loopback that keeps nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  requireRedis();
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'redis-'));
  let server = await launch(port, directory);

  async function stop() {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    stop,
    async start() {
      server = await launch(port, directory);
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async close() {
      if (server.exitCode === null && server.signalCode === null) await stop();
      await rm(directory, { recursive: true });
    },
  };
}

async function launch(port: number, directory: string): Promise<ChildProcess> {
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', directory];
  const server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) {
    if (line.includes('Ready to accept connections')) return drained(server);
  }
  throw new Error('redis-server ended before it was ready.');
}

/** What nobody reads would fill the pipe, and stop the server. */
function drained(server: ChildProcess): ChildProcess {
  server.stdout?.resume();
  return server;
}

/** Installs Debian's where there is none and we may, else throws saying what to do. */
function requireRedis() {
  if (isInstalled()) return;
  installDebianPackage('redis-server');
  if (!isInstalled())
    throw new Error('No redis-server was found. Install one: apt-get install -y redis-server');
}

function isInstalled(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}
