import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    editorUrl: string;
  }
}

const root = resolve(import.meta.dirname, '../..');

/** Builds the product and starts it as a person would, without a key, on a free port. */
export default async function setUp(project: TestProject) {
  const env = personsEnvironment();
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const server = spawn(process.execPath, [join(root, 'dist/server/server.js')], {
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  project.provide('editorUrl', await printedUrl(server));

  return async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  };
}

/** Without what Vitest sets: with its `NODE_ENV` the page would be built with React's development build. */
function personsEnvironment(): NodeJS.ProcessEnv {
  const { EVOLINK_API_KEY: _key, NODE_ENV: _mode, VITEST: _vitest, ...environment } = process.env;
  return environment;
}

async function printedUrl(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('The server has no output to read.');
  for await (const line of createInterface(server.stdout)) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error('The server ended without printing its address.');
}
