import type { Task } from '../../../src/contract/task.ts';
import { emptyDocument } from '../../../src/model/document/document.ts';
import { generationRequest } from '../../../src/model/request/request.ts';
import { defaultSettings } from '../../../src/model/request/settings.ts';
import type { Generation, GenerationPhase } from '../../../src/store/generations/generation.ts';
import type { Effect, Facts, GenerationEvent } from '../../../src/store/generations/machine/events.ts';
import type { Fault } from '../../../src/store/generations/machine/failures.ts';
import { step } from '../../../src/store/generations/machine.ts';

/** The moment of the press, in milliseconds since the epoch, and when the task of `taskOf` was created. */
export const pressedAt = 1_757_165_031_000;
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

export const imageUrl = 'https://files.example/rocket.jpg';
export const uploads = [{ url: imageUrl, expiresAt: pressedAt + 72 * hourMs }];

const document = {
  ...emptyDocument,
  image: { id: 'photo', name: 'rocket.jpg', width: 640, height: 427 },
};
const settings = { ...defaultSettings, prompt: 'a wide desert' };
export const request = generationRequest(document, settings, { image: imageUrl });

/** The page that holds the lease, at a server of the generation's own mode, a second after the press. */
const usualFacts: Facts = {
  now: pressedAt + 1000,
  isSandbox: false,
  hasLocks: true,
  isLeased: true,
  isStorageFull: false,
  createMemoryMs: 0,
};

export function generationIn(phase: GenerationPhase, change: Partial<Generation> = {}): Generation {
  return {
    id: 'g',
    startedAt: pressedAt,
    isSandbox: false,
    document,
    settings,
    uploads: [],
    record: 'current',
    phase,
    ...change,
  };
}

/** A fresh press, of which nothing is recorded yet. */
export const fresh = generationIn({ name: 'queued' }, { record: undefined });
export const pressed: GenerationEvent = { type: 'pressed', generation: fresh };

export const recorded = (phase: GenerationPhase['name']): GenerationEvent => ({ type: 'recorded', phase });
export const refused = (phase: GenerationPhase['name']): GenerationEvent => ({
  type: 'recordRefused',
  phase,
});
export const turn: GenerationEvent = { type: 'dequeued' };
/** The lease on one of which the record says this. */
export const inherited = (kept: Generation | undefined): GenerationEvent => ({ type: 'inherited', kept });
export const lookAgain = (kept: Generation | undefined): GenerationEvent => ({
  type: 'lookAgainAsked',
  kept,
});
export const uploaded: GenerationEvent = { type: 'uploaded', request, uploads };
export const created = (task: Task): GenerationEvent => ({ type: 'created', task });

/** From the press to the moment at which the request has left. */
export const sent: readonly GenerationEvent[] = [
  pressed,
  recorded('queued'),
  turn,
  recorded('preparing'),
  recorded('uploading'),
  uploaded,
  recorded('sending'),
];

/** An answer of the server, or none, with status 0. Of a create that leaves it open, `mayHaveBeenCharged` is set. */
export function fault(status: number, code: string, change: Partial<Fault> = {}): Fault {
  return { status, code, message: 'No.', mayHaveBeenCharged: false, ...change };
}

export type Life = { readonly generation: Generation | undefined; readonly effects: readonly Effect[] };

/** What becomes of a generation through events in their order, and all that was to be done meanwhile. */
export function live(
  events: readonly GenerationEvent[],
  from?: Generation,
  facts: Partial<Facts> = {},
): Life {
  return events.reduce<Life>(
    ({ generation, effects }, event) => {
      const next = step(generation, event, { ...usualFacts, ...facts });
      return { generation: next.generation, effects: [...effects, ...next.effects] };
    },
    { generation: from, effects: [] },
  );
}

export const typesOf = ({ effects }: Life) => effects.map(({ type }) => type);
export const createsOf = (life: Life) => typesOf(life).filter((type) => type === 'create').length;
export const phaseOf = ({ generation }: Life) => generation?.phase;

/** Of a failed or doubtful generation. */
export function failureOf({ generation }: Life) {
  const phase = generation?.phase;
  return phase?.name === 'failed' || phase?.name === 'unknown' ? phase.failure : undefined;
}
