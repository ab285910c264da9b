import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * For how long, at the worst since this was last asked, nobody else had a turn, in ms: by the clock, which also counts when other
 * processes had the processor, and by what the server's thread used of the processor.
 */
export type Stall = Readonly<{ clock: number; processor: number }>;

export type WatchedServer = Readonly<{
  url: string;
  worstStall(): Promise<Stall>;
  stop(): Promise<void>;
}>;

/** Runs in the server's process before its own code. It answers late enough for a stall that just ended to be counted. */
const monitor = `
import { existsSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
// Nanoseconds of this thread, where the system tells: https://docs.kernel.org/scheduler/sched-stats.html
const schedstat = '/proc/thread-self/schedstat';
const used = existsSync(schedstat)
  ? () => Number(readFileSync(schedstat, 'utf8').split(' ')[0]) / 1e6
  : () => (process.cpuUsage().user + process.cpuUsage().system) / 1000;
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
let last = used();
let processor = 0;
setInterval(() => {
  const now = used();
  processor = Math.max(processor, now - last);
  last = now;
}, 1).unref();
process.on('message', () => setTimeout(() => {
  process.send({ clock: delays.max / 1e6, processor });
  delays.reset();
  processor = 0;
}, 30));
process.channel.unref();
`;

/** Starts the built server as a process of its own, on any free port. */
export async function startWatchedServer(
  bundle: string,
  environment: Record<string, string>,
): Promise<WatchedServer> {
  const preload = `data:text/javascript,${encodeURIComponent(monitor)}`;
  const server = spawn(process.execPath, ['--import', preload, bundle], {
    env: { PATH: process.env.PATH, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await printedUrl(server);
  return {
    url,
    worstStall: async () => {
      server.send('worst');
      const [stall] = await once(server, 'message');
      return stall;
    },
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
  };
}

async function printedUrl(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('The server has no output to read.');
  for await (const line of createInterface(server.stdout)) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    server.stdout.resume();
    return url;
  }
  throw new Error('The server ended without printing its address.');
}
