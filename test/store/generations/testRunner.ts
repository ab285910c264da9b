import type { Wait } from '../../../src/api/waitOnline.ts';
import { createPauses } from '../../../src/store/generations/pauses.ts';
import { createQueue } from '../../../src/store/generations/queue.ts';
import { createRunner } from '../../../src/store/generations/runner.ts';
import { createLeases } from '../../../src/store/tabs/leases.ts';
import { createFakeBrowser } from '../../helpers/fakeBrowser.ts';
import { fakeStorage } from '../../helpers/testEditor.ts';

type RunnerParts = Parameters<typeof createRunner>[0];
type TestParts = Pick<RunnerParts, 'generations' | 'client' | 'now'> &
  Partial<Pick<RunnerParts, 'carryOut'>> & { wait: Wait };

/** A runner in a tab of its own, whose records are kept at once. */
export function createTestRunner({ wait, ...parts }: TestParts) {
  const tabs = createFakeBrowser().openTab();
  const leases = createLeases(tabs.locks, 'generation');
  const removed: string[] = [];
  const runner = createRunner({
    tabs,
    leases,
    storage: fakeStorage(),
    queue: createQueue({ ...parts, leases, limit: 3, locks: tabs.locks }),
    pauses: createPauses(wait),
    carryOut: async ({ phase }, { type }) =>
      type === 'record' ? { type: 'recorded', phase: phase.name } : undefined,
    isSandbox: false,
    createMemoryMs: 0,
    onCompleted: () => undefined,
    onRemoved: (id) => removed.push(id),
    notify: () => undefined,
    ...parts,
  });
  return { runner, removed, leases };
}
