import type { WriteLine } from './lineOutput.ts';

type Life = Readonly<{
  /** Resolves when the requests under way are answered. Called once. */
  stop(): Promise<void>;
  warn: WriteLine;
}>;

/** What a shell tells of a program that Ctrl+C ended. */
const interruptedExitCode = 130;

/** In milliseconds. npm passes Ctrl+C on to a server that the terminal has told already, which is no second press. */
const pressDistanceMs = 500;

/**
 * Ends the process when the requests under way are answered, since one of them may be costing money: after SIGTERM, SIGHUP (the
 * terminal is gone), Ctrl+C, or an exception that nobody foresaw, which leaves the exit code 1. Only a second Ctrl+C, a person's,
 * ends it at once; a supervisor that repeats itself has SIGKILL for that. A rejection that nobody awaited has broken nothing that
 * others stand on, so it is told and no more.
 */
export function stopOnSignals({ stop, warn }: Life): void {
  let interruptedAt: number | undefined;
  let isStopping = false;
  const end = (exitCode?: number) => {
    process.exitCode ??= exitCode;
    if (!isStopping) void stop().finally(() => process.exit());
    isStopping = true;
  };

  process.on('SIGTERM', () => end());
  process.on('SIGHUP', () => end());
  // Node would let in whoever connects to its debugger, as any user of this machine can:
  // https://nodejs.org/en/learn/getting-started/debugging#security-implications
  process.on('SIGUSR1', () => undefined);
  process.on('SIGINT', () => {
    const now = performance.now();
    if (interruptedAt === undefined) setTimeout(explainWait, pressDistanceMs).unref();
    else if (now - interruptedAt >= pressDistanceMs) process.exit(interruptedExitCode);
    interruptedAt ??= now;
    end();
  });
  process.on('uncaughtException', (error, origin) => {
    if (origin === 'unhandledRejection') return warn(`An unhandled rejection: ${describeError(error)}.`);
    warn(
      `An unexpected exception: ${describeError(error)}. The server stops when the requests under way are answered.`,
    );
    end(1);
  });

  function explainWait(): void {
    warn(
      'Stopping when the requests under way are answered. Press Ctrl+C again to stop at once: what is being created may ' +
        'have been charged, and its answer is lost.',
    );
  }
}

/** Its name, its code and where it came about. Not its message, which may hold a secret, a prompt or an address. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  const places = error.stack
    ?.replace(error.message, '')
    .split('\n')
    .flatMap((line) => /^ {4}(at .+)$/.exec(line)?.slice(1) ?? []);
  return [`${error.name}${code}`, ...(places ?? [])].join(' ');
}
