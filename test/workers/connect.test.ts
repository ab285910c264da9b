import { afterEach, describe, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/workers/connect.ts';

type EchoJobs = {
  echo(value: string, after: number): Promise<string>;
  fail(): never;
  crash(): void;
};

/** Of plain script, so that it shows what stands in messages. */
const script = `
  self.addEventListener('message', ({ data: { id, job, args } }) => {
    if (job === 'crash') throw new Error('crashed');
    if (job === 'fail') self.postMessage({ id, failure: 'That failed.' });
    else setTimeout(() => self.postMessage({ id, answer: args[0] }), args[1]);
  });
`;

let started = 0;
let echo: Connection<EchoJobs>;

function connectEcho() {
  started = 0;
  echo = connect<EchoJobs>(
    () => {
      started++;
      return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    },
    { broken: 'It broke down.', closed: 'It was closed.' },
  );
}

afterEach(() => echo.close());

describe('a connection', () => {
  test('starts its worker at the first call, and only one', async () => {
    connectEcho();
    expect(started).toBe(0);
    await Promise.all([echo.echo('a', 0), echo.echo('b', 0)]);
    expect(started).toBe(1);
  });

  test('gives each call its own answer, whichever comes first', async () => {
    connectEcho();
    expect(await Promise.all([echo.echo('slow', 30), echo.echo('quick', 0)])).toEqual(['slow', 'quick']);
  });

  test("rejects with the worker's message, and goes on", async () => {
    connectEcho();
    await expect(echo.fail()).rejects.toThrow('That failed.');
    expect(await echo.echo('still there', 0)).toBe('still there');
    expect(started).toBe(1);
  });

  test('rejects all that is under way when the worker breaks down, and starts another', async () => {
    connectEcho();
    const underWay = echo.echo('never', 10_000);
    const crash = echo.crash();
    await expect(underWay).rejects.toThrow('It broke down.');
    await expect(crash).rejects.toThrow('It broke down.');
    expect(await echo.echo('again', 0)).toBe('again');
    expect(started).toBe(2);
  });

  test('rejects what cannot be sent, and nothing else', async () => {
    connectEcho();
    const unsendable = (() => 'a function') as unknown as string;
    await expect(echo.echo(unsendable, 0)).rejects.toThrow();
    expect(await echo.echo('sent', 0)).toBe('sent');
  });

  test('can be awaited without being called', async () => {
    connectEcho();
    expect(await echo).toBe(echo);
    expect(started).toBe(0);
  });
});
