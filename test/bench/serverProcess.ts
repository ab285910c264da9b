import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

export type ServerProcess = Readonly<{
  url: string;
  /** Resident memory now, in MB. */
  residentMemory(): Promise<number>;
  stop(): Promise<void>;
}>;

/** Starts a server as a process of its own, which prints its address. */
export async function startServerProcess(
  nodeArguments: readonly string[],
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const server = spawn(process.execPath, nodeArguments, {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await printedUrl(server);
  server.stdout.resume();
  return {
    url,
    residentMemory: async () => {
      const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
    },
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
  };
}

async function printedUrl({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The server has no output to read.');
  for await (const line of createInterface(stdout)) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error('The server ended without printing its address.');
}
