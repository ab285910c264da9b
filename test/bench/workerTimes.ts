/**
 * Runs in a page: what is left to its thread of jobs that a worker does. A message goes through a channel of the page, where it
 * is written and read as on the way to a worker, so that each share is timed by itself.
 */
import type { Document } from '../../src/model/document/document.ts';
import { addRegion } from '../../src/model/document/regions.ts';
import { applyOperation, type OperationId } from '../../src/model/mask/operations/applyOperation.ts';
import { tools } from '../../src/tools/registry.ts';
import { emptySelection, type Selection } from '../../src/tools/selection.ts';
import { noModifiers, type Tool, type ToolContext, type ToolEvent } from '../../src/tools/tool.ts';
import { defaultToolOptions } from '../../src/tools/toolOptions.ts';
import { packAnswer, packCall, unpackAnswer, unpackCall } from '../../src/workers/packMessage.ts';
import { coast, emptyMask, fullMask } from './maskScene.ts';
import { medianOf } from './timing.ts';

const outline = coast(6000);
const large = addRegion(emptyMask, [outline]);
const middle = pointer({ x: 2048, y: 2048 });
const runs = 15;

/** In ms. */
type Shares = {
  readonly page: { readonly send: number; readonly receive: number };
  readonly worker: number;
};
type Job = () => { readonly given: readonly unknown[]; work(...given: never[]): unknown };

const { port1, port2 } = new MessageChannel();

async function sharesOf(job: Job): Promise<Shares> {
  const { given, work } = job();
  const call = clock();
  const packed = packCall(given);
  port1.postMessage(packed.args);
  const sent = call();
  const there = await read(port2, (data) => unpackCall(data as readonly unknown[]));
  const working = clock();
  const answer = packAnswer(
    (work as (...any: unknown[]) => unknown)(...there.value.args),
    there.value.documents,
  );
  const worked = working();
  port2.postMessage(answer);
  const here = await read(port1, (data) => unpackAnswer(data, packed.documents));
  return { page: { send: sent, receive: here.taken }, worker: there.taken + worked };
}

function read<Value>(port: MessagePort, unpack: (data: unknown) => Value) {
  return new Promise<{ value: Value; taken: number }>((resolve) => {
    port.onmessage = (event) => {
      const reading = clock();
      const value = unpack(event.data);
      resolve({ value, taken: reading() });
    };
  });
}

function clock(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

function pointer(point: { x: number; y: number }) {
  return {
    point,
    screen: point,
    modifiers: noModifiers,
    unitsPerPixel: 1,
    pressure: 0.5,
    isSecondary: false,
    isTouch: false,
  };
}

function contextOf(
  document: Document,
  combineMode: 'new' | 'add' | 'subtract',
  selection: Selection,
): ToolContext {
  return { document, selection, options: { ...defaultToolOptions, combineMode } };
}

function handling(
  id: keyof typeof tools,
  session: Tool['idle'],
  event: ToolEvent,
  context: ToolContext,
): Job {
  const tool: Tool = tools[id];
  return () => ({
    given: [session, event, context],
    work: (...[own, heard, around]: Parameters<Tool['handle']>) => tool.handle(own, heard, around),
  });
}

/** The wand's answer to a click, and to another tolerance afterwards. */
function wandJobs(document: Document, mode: 'new' | 'add' | 'subtract'): readonly [Job, Job] {
  const wand: Tool = tools.wand;
  const context = contextOf(document, mode, emptySelection);
  const { session, question = missing() } = wand.handle(
    wand.idle,
    { type: 'down', clicks: 1, ...middle },
    context,
  );
  const answer: ToolEvent = { type: 'answer', question, rings: [outline] };
  const picked = wand.handle(session, answer, context);
  const after = {
    document: picked.commit ?? document,
    selection: picked.selection ?? emptySelection,
    options: { ...context.options, tolerance: 60 },
  };
  const again = wand.handle(picked.session, { type: 'options', isFinal: false }, after);
  const next: ToolEvent = { type: 'answer', question: again.question ?? missing(), rings: [coast(5900)] };
  return [handling('wand', session, answer, context), handling('wand', again.session, next, after)];
}

function missing(): never {
  throw new Error('The wand asks nothing.');
}

const oneVertex: Selection = {
  regionIds: ['region-1'],
  vertices: [{ regionId: 'region-1', ring: 0, index: 100 }],
};
const allVertices: Selection = {
  regionIds: ['region-1'],
  vertices: outline.map((_, index) => ({ regionId: 'region-1', ring: 0, index })),
};

function dragOf(selection: Selection) {
  const select: Tool = tools.select;
  const context = contextOf(large, 'new', selection);
  const from = large.regions[0]?.rings[0]?.[100] ?? { x: 0, y: 0 };
  const to = { x: from.x - 300, y: from.y + 200 };
  const pressed = select.handle(select.idle, { type: 'down', clicks: 1, ...pointer(from) }, context).session;
  const move: ToolEvent = { type: 'move', trail: [to], ...pointer(to) };
  const { session } = select.handle(pressed, move, context);
  return { select, context, pressed, session, move, up: { type: 'up', ...pointer(to) } as const };
}

function operating(id: OperationId, document: Document, amount = 0): Job {
  const ids = document.regions.map((region) => region.id);
  return () => ({ given: [id, document, ids, amount], work: applyOperation });
}

const arrow: ToolEvent = { type: 'key', key: 'ArrowLeft', modifiers: noModifiers };
const drag = dragOf(oneVertex);
/** As many as are still brought into normal form at once. */
const ofFiveHundred = contextOf(addRegion(emptyMask, [coast(500)]), 'new', oneVertex);

const jobs: Record<string, Job> = {
  'outline from the photograph': () => ({ given: [], work: () => [outline] }),
  'wand, new in an empty mask': wandJobs(emptyMask, 'new')[0],
  'wand, another tolerance of that': wandJobs(emptyMask, 'new')[1],
  'wand, added to 200 × 50 vertices': wandJobs(fullMask, 'add')[0],
  'wand, another tolerance of that one': wandJobs(fullMask, 'add')[1],
  'wand, cut out of 200 × 50 vertices': wandJobs(fullMask, 'subtract')[0],
  'release of a dragged vertex': handling('select', drag.session, drag.up, drag.context),
  'nudge of a vertex': handling('select', tools.select.idle, arrow, drag.context),
  'nudge of all 6,000 vertices': handling('select', tools.select.idle, arrow, dragOf(allVertices).context),
  'growing by 10 px': operating('grow', large, 10),
  'smoothing by 10 px': operating('smooth', large, 10),
  'simplifying to 2 px': operating('simplify', large, 2),
  'inverting the mask': operating('invert', large),
};

/** What tools do at once, so that nothing of it may take long. */
const atOnce: Record<string, () => unknown> = {
  'press on a vertex': () => dragOf(oneVertex).pressed,
  'move of a dragged vertex, and its draft': () => {
    const { session } = drag.select.handle(drag.session, drag.move, drag.context);
    return drag.select.draft(session, drag.context, { pointer: null, unitsPerPixel: 1 });
  },
  'nudge of a vertex of 500': () => drag.select.handle(drag.select.idle, arrow, ofFiveHundred),
};

/** Lines of a name and figures: medians, and of the page's two stretches the longer one when nothing is warm yet. */
export async function report(): Promise<readonly (readonly [string, string])[]> {
  const lines: [string, string][] = [];
  for (const [name, job] of Object.entries(jobs)) {
    const shares: Shares[] = [];
    for (let run = 0; run < runs; run++) shares.push(await sharesOf(job));
    const [send, receive, worker] = [
      medianOf(shares.map(({ page }) => page.send)),
      medianOf(shares.map(({ page }) => page.receive)),
      medianOf(shares.map((share) => share.worker)),
    ].map(shown);
    const first = shares.slice(0, 1).map(({ page }) => shown(Math.max(page.send, page.receive)));
    lines.push([
      name,
      `page: ${send} to send, ${receive} to receive, the first time ${first}; worker: ${worker}`,
    ]);
  }
  for (const [name, act] of Object.entries(atOnce)) {
    const taken = Array.from({ length: runs }, () => {
      const acting = clock();
      act();
      return acting();
    });
    lines.push([name, `page: ${shown(medianOf(taken))} at once, the first time ${shown(taken[0] ?? 0)}`]);
  }
  return lines;
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
