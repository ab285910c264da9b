import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { testKey } from '../fakeService.ts';
import { bundledServer } from '../serverProcess.ts';

/**
 * For how long, at the worst since this was last asked, nobody else had a turn, in ms: by the clock, which also counts when other
 * processes had the processor, and by what the server's thread used of the processor.
 */
type Stall = Readonly<{ clock: number; processor: number }>;

/** What an attack did to all others: `healthMs` is how long the server's health was waited for at the worst. */
export type Harm = Stall & Readonly<{ healthMs: number }>;

/** In ms of the processor: five times what is promised, for a machine that has other things to do. */
export const stallMax = 250;

export type WatchedServer = Readonly<{
  url: string;
  /** Resolves when the attack is over and its harm is known. */
  watch<Answer>(attack: () => Promise<Answer>): Promise<{ answer: Answer; harm: Harm }>;
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
export async function startWatchedServer(serviceUrl: string): Promise<WatchedServer> {
  const script = await bundledServer();
  const directory = await mkdtemp(join(tmpdir(), 'attack-'));
  const preload = `data:text/javascript,${encodeURIComponent(monitor)}`;
  const server = spawn(process.execPath, ['--import', preload, script], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      EVOLINK_API_KEY: testKey,
      EVOLINK_BASE_URL: serviceUrl,
      EVOLINK_FILES_URL: serviceUrl,
      REQUESTS_PER_MINUTE: '100000',
      CREATES_PER_MINUTE: '100000',
      DATA_DIR: directory,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await printedUrl(server);

  async function worstStall(): Promise<Stall> {
    server.send('worst');
    const [stall] = await once(server, 'message');
    return stall;
  }

  return {
    url,
    watch: async (attack) => {
      await worstStall();
      const answered = attack();
      const healthMs = await slowestHealth(url, answered);
      return { answer: await answered, harm: { ...(await worstStall()), healthMs } };
    },
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true });
    },
  };
}

/** A line of what was measured. */
export function harmText(name: string, { processor, clock, healthMs }: Harm): string {
  const [used, stood, waited] = [processor, clock, healthMs].map((ms) => `${ms.toFixed(0)} ms`);
  return `${name.padEnd(64)} ${used} of the processor, ${stood} by the clock, health within ${waited}\n`;
}

/** Asks for the server's health all the while, each time on a connection of its own. */
async function slowestHealth(url: string, until: Promise<unknown>): Promise<number> {
  let isDone = false;
  const noteEnd = () => {
    isDone = true;
  };
  until.then(noteEnd, noteEnd);
  let slowest = 0;
  do {
    const startedAt = performance.now();
    const [response] = await once(get(`${url}/api/health`, { agent: false }), 'response');
    await once(response.resume(), 'end');
    slowest = Math.max(slowest, performance.now() - startedAt);
    await pause(1);
  } while (!isDone);
  return slowest;
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
