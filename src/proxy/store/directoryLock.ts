import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export type DirectoryLock = Readonly<{
  /** Whether it is still ours: somebody may have taken the directory away. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}>;

/** A socket's path is cut off, without a word, beyond this: https://man7.org/linux/man-pages/man7/unix.7.html, less on macOS. */
const pathBytesMax = 103;
/** In milliseconds. A server that is started anew may have to wait for the one before, which is about to end. */
const patienceMs = 5000;
const pauseMs = 100;

/**
 * A process's right to a directory, until it releases it or ends, however it ends. Node has no `flock`, and a file with a
 * process number cannot tell the dead from the living in another container. A socket can: whoever lives, answers there.
 * Undefined where another process has the right, and keeps it for the next seconds.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock | undefined> {
  const path = socketPath(directory);
  const end = performance.now() + patienceMs;
  do {
    const server = await listen(path);
    if (server !== undefined) return lockOf(server, path);
    if (await isAnswered(path)) await delay(pauseMs);
    else await rm(path, { force: true });
  } while (performance.now() < end);
  return undefined;
}

/** Windows has pipes with names of their own instead of files. */
function socketPath(directory: string): string {
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(resolve(directory)).digest('hex');
    return `\\\\.\\pipe\\upload-paint-${name.slice(0, 32)}`;
  }
  const path = join(resolve(directory), 'lock');
  const shorter = relative(process.cwd(), path);
  const shortest = shorter.length < path.length ? shorter : path;
  if (Buffer.byteLength(shortest) <= pathBytesMax) return shortest;
  throw new Error(`its path is longer than ${pathBytesMax} bytes`);
}

/** Undefined where the address is in use. */
async function listen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  server.listen(path);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return undefined;
    throw error;
  }
  // Nothing more to come of it: it must not keep the process alive.
  return server.unref();
}

/** Whether a process listens there. One of another user, which we may not ask, lives too. */
async function isAnswered(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    return !['ECONNREFUSED', 'ENOENT'].includes(codeOf(error));
  } finally {
    socket.destroy();
  }
}

async function lockOf(server: Server, path: string): Promise<DirectoryLock> {
  const inodeOf = () => stat(path, { bigint: true }).then(({ ino }) => ino);
  const isFile = process.platform !== 'win32';
  const inode = isFile ? await inodeOf() : 0n;
  return {
    isHeld: async () => !isFile || (await inodeOf().catch(() => undefined)) === inode,
    release: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
