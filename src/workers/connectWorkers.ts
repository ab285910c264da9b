import type { CompareJobs } from './compareWorker.ts';
import { type Connection, connect } from './connect.ts';
import type { MaskJobs } from './maskWorker.ts';
import type { PixelJobs } from './pixelWorker.ts';
import type { ToolJobs } from './toolWorker.ts';

export type MaskWorker = Connection<MaskJobs>;
export type PixelWorker = Connection<PixelJobs>;
export type CompareWorker = Connection<CompareJobs>;
export type ToolWorker = Connection<ToolJobs>;

const closed = 'The editor was closed.';

// The bundler finds a worker by its address, which has to stand in the very call that makes it.

export function connectMaskWorker(
  start = () => new Worker(new URL('./maskWorker.ts', import.meta.url), { type: 'module' }),
): MaskWorker {
  return connect<MaskJobs>(start, { broken: 'The mask could not be worked out in the background.', closed });
}

export function connectPixelWorker(): PixelWorker {
  return connect<PixelJobs>(
    () => new Worker(new URL('./pixelWorker.ts', import.meta.url), { type: 'module' }),
    { broken: 'The pixels could not be read in the background.', closed },
  );
}

export function connectCompareWorker(): CompareWorker {
  return connect<CompareJobs>(
    () => new Worker(new URL('./compareWorker.ts', import.meta.url), { type: 'module' }),
    { broken: 'The result could not be compared in the background.', closed: 'The comparison was put away.' },
  );
}

export function connectToolWorker(): ToolWorker {
  return connect<ToolJobs>(
    () => new Worker(new URL('./toolWorker.ts', import.meta.url), { type: 'module' }),
    { broken: 'The drawing could not be worked out in the background.', closed },
  );
}
