import { packAnswer, unpackCall } from './packMessage.ts';

/** What a worker does for the page, each job by its name. */
export type Jobs = { readonly [name: string]: (...args: never[]) => unknown };

/** To a worker; answers may come in another order, the number says which belong together. */
export type Call = { readonly id: number; readonly job: string; readonly args: readonly unknown[] };

export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string };

/** The worker's side of `connect`: does the jobs that it is called for, and says why where one fails. */
export function expose(jobs: Jobs): void {
  self.addEventListener('message', async ({ data }: MessageEvent<Call>) => {
    const { reply, transfer } = await replyTo(data, jobs);
    self.postMessage(reply, { transfer });
  });
}

async function replyTo(
  { id, job, args }: Call,
  jobs: Jobs,
): Promise<{ reply: Reply; transfer: Transferable[] }> {
  try {
    // The types of both sides are those of the jobs: what `connect` lets through, the job takes.
    const work = jobs[job] as ((...args: unknown[]) => unknown) | undefined;
    if (work === undefined) throw new Error(`The worker has no job named ${job}.`);
    const call = unpackCall(args);
    const answer = await work(...call.args);
    return { reply: { id, answer: packAnswer(answer, call.documents) }, transfer: bitmapsIn(answer) };
  } catch (error) {
    return { reply: { id, failure: error instanceof Error ? error.message : String(error) }, transfer: [] };
  }
}

/** Handed over, since copying one would double it in memory. */
function bitmapsIn(answer: unknown): ImageBitmap[] {
  if (answer instanceof ImageBitmap) return [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).filter((value) => value instanceof ImageBitmap);
}
