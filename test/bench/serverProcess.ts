import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

export type ServerProcess = Readonly<{
  url: string;
  /** Resident memory now, in MB. */
  residentMemory(): Promise<number>;
  /** Which it has used so far, in ms, to the hundredth of a second. */
  processorTime(): Promise<number>;
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
    processorTime: async () => {
      const fields = (await readFile(`/proc/${server.pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
      // Those of user and system, in ticks of 10 ms: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
      return (Number(fields[11]) + Number(fields[12])) * 10;
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
