import { isInGesture } from '../editor/editorState.ts';
import { hideResultsOf, showResult } from '../editor/shownResult.ts';
import { createLeases } from '../tabs/leases.ts';
import { createEffects, type EffectsParts } from './effects.ts';
import { createGenerate, type GenerateParts } from './generate.ts';
import { type Generation, isLostWithPage } from './generation.ts';
import { createGenerationActions, type GenerationActionsParts } from './generationActions.ts';
import { generationWith } from './generationStore.ts';
import { createPauses } from './pauses.ts';
import { createQueue } from './queue.ts';
import { createPrepareRequest, type PrepareRequestParts } from './request/prepareRequest.ts';
import { createRunner, type RunnerParts } from './runner.ts';

type Parts = Omit<EffectsParts, 'prepareRequest'> &
  Omit<PrepareRequestParts, 'openSource'> &
  Omit<GenerateParts, 'begin'> &
  Omit<GenerationActionsParts, 'start' | 'retryRefused'> &
  Omit<RunnerParts, 'leases' | 'queue' | 'pauses' | 'carryOut' | 'onCompleted' | 'onRemoved'> & {
    generationsAtOnce: number;
    wait: Parameters<typeof createPauses>[0];
  };

/** The life of tasks, from the press of Generate to results that are kept, put together. */
export function createGenerations(parts: Parts) {
  const { editor, generations, images, storage, tabs } = parts;
  const leases = createLeases(tabs.locks, 'generation');
  const runner = createRunner({
    ...parts,
    leases,
    queue: createQueue({ generations, leases, limit: parts.generationsAtOnce, locks: tabs.locks }),
    pauses: createPauses(parts.wait),
    carryOut: createEffects({
      ...parts,
      prepareRequest: createPrepareRequest({ ...parts, openSource: images.openSource }),
    }),
    onCompleted: (id) => showFirst(parts, id),
    // Not in its turn after what a worker is at: it would be shown meanwhile that is not there.
    onRemoved: (id) => editor.transact(hideResultsOf(id), 'atOnce'),
  });
  const { generate, start } = createGenerate({ ...parts, begin });
  let isPersistenceAsked = false;

  /** From now on there is something in this browser that may have cost money. */
  async function begin(generation: Generation): Promise<void> {
    if (!isPersistenceAsked) void storage.persist();
    isPersistenceAsked = true;
    await runner.start(generation);
  }

  /** A second press while the first is under way is none. */
  async function retryRefused(id: string, finishedAt: number): Promise<void> {
    if (!leases.isWanted(id)) await runner.takeOver(id, { type: 'retryAsked', finishedAt });
  }

  async function askOutcome(id: string): Promise<void> {
    if (!leases.isWanted(id)) await runner.takeOver(id, { type: 'outcomeAsked' });
  }

  return {
    generate,
    /** Whether this page works on it, or has it in its queue. */
    isWorkedOnHere: leases.isHeld,
    /** Tries to fetch a result that is missing, also one that is given up for gone. */
    fetchResult: (id: string, index: number) => runner.dispatch(id, { type: 'fetchAsked', index }),
    /** The person has looked, and takes the question back. */
    dismissUnknown: (id: string) => runner.dispatch(id, { type: 'dismissed' }),
    /** Polls a lost task once more. Nothing is sent, so it costs nothing. */
    lookAgain: (id: string) => runner.takeOver(id, { type: 'lookAgainAsked' }),
    /** Asks the server what came of a create in doubt. Nothing is sent, so it costs nothing. */
    askOutcome,
    canAskOutcome: runner.canAskOutcome,
    /** With its results, for good. One that is under way stays, unless it still waits for its turn. */
    deleteGeneration: (id: string) => runner.dispatch(id, { type: 'deleteAsked' }),
    ...createGenerationActions({ ...parts, start, retryRefused }),

    /** Brings back what is kept, and goes on with what is under way. */
    async restore() {
      tabs.listen((id) => void runner.reload(id).then(runner.inheritAll, () => undefined));
      await runner.reloadAll();
      runner.inheritAll();
    },

    /** Keeps once more what the page has, after the browser has closed its storage; what it has not kept counts as unsaved. */
    async keepAnew() {
      const problem = await runner.keepAnew();
      if (problem !== undefined) parts.notify(problem);
    },

    /** Whether something that is nowhere else would be lost with this page. */
    isLossAhead(): boolean {
      return generations.getState().generations.some((each) => isLostWithPage(each, leases.isHeld(each.id)));
    },
  };
}

/** Not over another layout than was sent, over a result that is looked at, or under a hand that draws. */
function showFirst({ editor, generations }: Pick<Parts, 'editor' | 'generations'>, id: string): void {
  editor.transact((state) => {
    const { document, shownResult, heldTool } = state;
    if (isInGesture(state) || heldTool !== null || shownResult !== null) return state;
    const sent = generationWith(generations, id)?.document;
    const isStillOpen = sent === document || JSON.stringify(sent) === JSON.stringify(document);
    return sent && isStillOpen ? showResult({ generationId: id, index: 0, document: sent })(state) : state;
  });
}
