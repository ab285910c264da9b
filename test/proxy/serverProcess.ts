import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { vi } from 'vitest';

/** In milliseconds: for a busy machine, on which a process takes seconds to start. */
export const pollOptions = { timeout: 60_000, interval: 100 };

export type ServerProcess = Readonly<{
  process: ChildProcess;
  /** What it wrote so far. */
  output: { stdout: string; stderr: string };
  exitCode: Promise<number | null>;
  /** The address that it tells once it listens. */
  url(): Promise<string>;
}>;

export type BuiltServer = Readonly<{
  run(environment: Record<string, string>, nodeOptions?: readonly string[]): ServerProcess;
  /** Kills every process that was started. */
  killAll(): Promise<void>;
  remove(): Promise<void>;
}>;

/** The server as it is deployed: bundled, and run by Node in a process of its own. */
export async function buildServer(): Promise<BuiltServer> {
  // Inside the project, because the bundle imports its packages by name.
  const outDir = await mkdtemp(resolve('node_modules/.server-test-'));
  await build({ build: { ssr: 'src/server.ts', outDir }, logLevel: 'error' });
  const running: ServerProcess[] = [];
  return {
    run: (environment, nodeOptions = []) => {
      const server = start(outDir, nodeOptions, environment);
      running.push(server);
      return server;
    },
    killAll: async () => {
      for (const server of running.splice(0)) {
        server.process.kill('SIGKILL');
        await server.exitCode;
      }
    },
    remove: () => rm(outDir, { recursive: true }),
  };
}

function start(
  outDir: string,
  nodeOptions: readonly string[],
  environment: Record<string, string>,
): ServerProcess {
  const child = spawn('node', [...nodeOptions, join(outDir, 'server.js')], {
    // What it keeps, it keeps there.
    cwd: outDir,
    env: { PATH: process.env.PATH, ...environment },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const url = () =>
    vi.waitFor(() => {
      const told = /http:\/\/\S+/.exec(output.stdout)?.[0];
      if (told === undefined) throw new Error(`no URL yet: ${output.stderr}`);
      return told;
    }, pollOptions);
  return { process: child, output, exitCode: once(child, 'close').then(([code]) => code), url };
}
