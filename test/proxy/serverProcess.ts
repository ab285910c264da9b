import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
  const script = await bundledServer();
  const directory = await mkdtemp(join(tmpdir(), 'server-'));
  const running: ServerProcess[] = [];
  return {
    run: (environment, nodeOptions = []) => {
      const server = start(script, directory, nodeOptions, environment);
      running.push(server);
      return server;
    },
    killAll: async () => {
      for (const server of running.splice(0)) {
        server.process.kill('SIGKILL');
        await server.exitCode;
      }
    },
    remove: () => rm(directory, { recursive: true }),
  };
}

let bundling: Promise<string> | undefined;

/**
 * The script of a server, one for all files of a worker. Its packages are in it, which halves the time that a process takes to start; that it finds
 * them by name, as the one of `npm run build` does, is proven by the tests of the image and of the whole product.
 */
export function bundledServer(): Promise<string> {
  bundling ??= bundle();
  return bundling;
}

async function bundle(): Promise<string> {
  // Inside the project, because what is not of JavaScript alone is still imported by name.
  const outDir = await mkdtemp(resolve('node_modules/.server-test-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    build: { ssr: 'src/server.ts', outDir },
    ssr: { noExternal: true, external: ['sharp'] },
    logLevel: 'error',
  });
  return join(outDir, 'server.js');
}

function start(
  script: string,
  directory: string,
  nodeOptions: readonly string[],
  environment: Record<string, string>,
): ServerProcess {
  const child = spawn('node', [...nodeOptions, script], {
    // What it keeps, it keeps there.
    cwd: directory,
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
