import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attemptOf, type Generation } from '../../../src/store/generations/generation.ts';
import type { Effect, GenerationEvent } from '../../../src/store/generations/machine/events.ts';
import type { Fault } from '../../../src/store/generations/machine/failures.ts';
import { step } from '../../../src/store/generations/machine.ts';
import { taskOf } from '../../helpers/testEditor.ts';
import {
  created,
  fault,
  inherited,
  lookAgain,
  minuteMs,
  pressed,
  pressedAt,
  recorded,
  refused,
  turn,
  uploaded,
} from './generationEvents.ts';

const events: Record<string, GenerationEvent> = {
  turn,
  uploaded,
  uploadFailed: { type: 'uploadFailed', fault: fault(500, 'internal_error') },
  created: created(taskOf({})),
  createRefused: { type: 'createFailed', fault: fault(400, 'invalid_request') },
  createRefusedForGood: {
    type: 'createFailed',
    fault: fault(402, 'insufficient_quota', { isOutcome: true }),
  },
  attemptForgotten: { type: 'createFailed', fault: fault(409, 'generation_attempt_refused') },
  createWithoutAnswer: {
    type: 'createFailed',
    fault: fault(504, 'no_answer', { mayHaveBeenCharged: true }),
  },
  answerLost: { type: 'createFailed', fault: fault(0, 'unreachable', { mayHaveBeenCharged: true }) },
  outcomeUnknown: {
    type: 'createFailed',
    fault: fault(502, 'outcome_unknown', { mayHaveBeenCharged: true, isOutcome: true }),
  },
  polled: { type: 'polled', task: taskOf({ status: 'completed', results: ['https://r.example/0'] }) },
  lost: { type: 'pollFailed', fault: fault(403, 'model_access_denied') },
  dismissed: { type: 'dismissed' },
  roomMade: { type: 'roomMade' },
};
/** `next` is what comes next where all is well; `nextRefused`, where the service refuses, and the person sends it again. */
const happenings = [
  ...Object.keys(events),
  ...Array(12).fill('next'),
  ...Array(8).fill('nextRefused'),
  'record',
  'refuse',
  'inherited',
  'lookAgain',
  'retry',
  'check',
  'crash',
  'passOn',
  'read',
  'readNewest',
  'readOldest',
  'minutes',
];
const orders = fc.array(fc.constantFrom(...happenings), { minLength: 10, maxLength: 80, size: 'max' });
const nextInPhase: Partial<Record<Generation['phase']['name'], string>> = {
  queued: 'turn',
  uploading: 'uploaded',
  sending: 'created',
  running: 'polled',
};

/**
 * One generation, a disk whose writes come to their end in order or are refused, pages that crash, and a second page, which
 * learns of it by reads that lag, and gets the lease when the first one crashes.
 */
function createWorld(createMemoryMs: number) {
  const factsAt = factsWith(createMemoryMs);
  let page = step(undefined, pressed, factsAt(pressedAt)).generation;
  let second: Generation | undefined;
  const reads: (Generation | undefined)[] = [];
  let now = pressedAt;
  let disk: Generation | undefined;
  let writes: Generation[] = page ? [page] : [];
  const seen: Effect[] = [];
  /** What the page has asked of the server and has no answer to, and whether the service may have taken a create on. */
  let asked: 'create' | 'repeatCreate' | 'askOutcome' | undefined;
  let isChargePossible = false;
  /** The server sends none of these again, whoever repeats it. */
  const refusedAttempts = new Set<number>();
  let doubleSends = 0;

  function beAnswered({ fault: { mayHaveBeenCharged, isOutcome } }: { fault: Fault }): void {
    const isFree = !mayHaveBeenCharged && (asked === 'create' || isOutcome === true);
    if (asked !== undefined && isFree) {
      isChargePossible = false;
      if (isOutcome && page) refusedAttempts.add(attemptOf(page));
    }
    asked = undefined;
  }

  function ask(type: 'create' | 'repeatCreate' | 'askOutcome', attempt: number): void {
    asked = type;
    if (type === 'askOutcome') return;
    if (type === 'repeatCreate' && refusedAttempts.has(attempt)) return;
    if (type === 'create' && isChargePossible) doubleSends += 1;
    isChargePossible = true;
  }

  function happen(event: GenerationEvent): void {
    if (event.type === 'createFailed') beAnswered(event);
    const next = step(page, event, factsAt(now));
    page = next.generation;
    for (const effect of next.effects) {
      seen.push(effect);
      const { type } = effect;
      const isCall = type === 'create' || type === 'repeatCreate' || type === 'askOutcome';
      if (page && isCall) ask(type, attemptOf(page));
      if (effect.type === 'record' && page) writes.push(page);
      if (effect.type === 'forgetRecord') disk = undefined;
    }
  }

  function endWrite(isWell: boolean): void {
    const written = writes.shift();
    if (!written) return;
    if (isWell) disk = written;
    happen((isWell ? recorded : refused)(written.phase.name));
  }

  function kept(): Generation | undefined {
    const {
      hasLeft: _,
      repeat: _repeat,
      asked: _asked,
      ...phase
    } = { hasLeft: undefined, repeat: undefined, asked: undefined, ...disk?.phase };
    return disk && { ...disk, phase: phase as Generation['phase'], record: 'current' };
  }

  /** The next page finds what is on the disk, and goes on from there. */
  function crash(): void {
    writes = [];
    asked = undefined;
    page = kept();
    happen(inherited(kept()));
  }

  /** The second page may know less than what is on the disk, and its reads come to their end under the lease. */
  function passOn(): void {
    const known = second ?? kept();
    writes = [];
    asked = undefined;
    page = known;
    second = undefined;
    happen(inherited(kept()));
  }

  /** Either page may have asked, and the answers come in any order. */
  function endRead(place: number): void {
    const [generation] = reads.splice(place, 1);
    if (generation === undefined) return;
    // One that a page knows only by reading it is not worked on there.
    if (page) happen({ type: 'reloaded', generation });
    second = step(second, { type: 'reloaded', generation }, { ...factsAt(now), isLeased: false }).generation;
  }

  /** A page has the lease anew only once all is written that it did under it before. */
  function lease(name: 'inherited' | 'lookAgain' | 'retry' | 'check'): void {
    if (writes.length > 0) return;
    // Of the failure that is seen.
    const finishedAt = page?.phase.name === 'failed' ? page.phase.finishedAt : 0;
    if (name === 'retry') happen({ type: 'retryAsked', finishedAt, kept: kept() });
    else if (name === 'check') happen({ type: 'outcomeAsked', kept: kept() });
    else happen(name === 'inherited' ? inherited(kept()) : lookAgain(kept()));
  }

  function next(isRefused = false): void {
    const name = page && nextInPhase[page.phase.name];
    const event = name && events[isRefused && name === 'created' ? 'createRefusedForGood' : name];
    if (isRefused && writes.length === 0 && page?.phase.name === 'failed') lease('retry');
    else if (writes.length === 0 && event) happen(event);
    else endWrite(true);
  }

  return {
    do(name: string): void {
      const event = events[name];
      if (event) happen(event);
      else if (name === 'next' || name === 'nextRefused') next(name === 'nextRefused');
      else if (name === 'inherited' || name === 'lookAgain' || name === 'retry' || name === 'check')
        lease(name);
      else if (name === 'crash') crash();
      else if (name === 'passOn') passOn();
      else if (name === 'read') reads.push(kept());
      else if (name === 'readNewest') endRead(-1);
      else if (name === 'readOldest') endRead(0);
      else if (name === 'minutes') now += 4 * minuteMs;
      else endWrite(name === 'record');
    },
    repeats: () => seen.flatMap((effect) => (effect.type === 'repeatCreate' ? [effect] : [])),
    creates: () => seen.filter(({ type }) => type === 'create').length,
    doubleSends: () => doubleSends,
    disk: () => disk,
  };
}

const factsWith = (createMemoryMs: number) => (now: number) => ({
  now,
  isSandbox: false,
  hasLocks: true,
  isLeased: true,
  isStorageFull: false,
  createMemoryMs,
});

/** With a server that promises nothing, and with one that keeps for a day what came of a create. */
const memories = fc.constantFrom(0, 24 * 60 * minuteMs);

test('no order of events, refused records and crashes sends again what may have been charged', () => {
  let sendings = 0;
  let resendings = 0;
  fc.assert(
    fc.property(orders, memories, (names, memory) => {
      const world = createWorld(memory);
      for (const name of names) world.do(name);
      sendings += world.creates();
      resendings += Math.max(0, world.creates() - 1);
      expect(world.doubleSends()).toBe(0);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
  );
  expect(sendings).toBeGreaterThan(50);
  expect(resendings).toBeGreaterThan(0);
});

test('what is repeated is the very same, recorded as being sent to a server that keeps what comes of it', () => {
  let repeats = 0;
  fc.assert(
    fc.property(orders, memories, (names, memory) => {
      const world = createWorld(memory);
      for (const name of names) {
        const before = world.repeats().length;
        world.do(name);
        const repeated = world.repeats().slice(before);
        repeats += repeated.length;
        if (repeated.length > 0) expect(memory).toBeGreaterThan(0);
        // The first may be the first to leave at all: of a page that went before its create did.
        if (repeated.length > 0 && before + world.creates() === 0)
          expect(world.disk()?.phase.name).toBe('sending');
      }
      expect(new Set(world.repeats().map(({ request }) => request)).size).toBeLessThanOrEqual(1);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
  );
  expect(repeats).toBeGreaterThan(20);
});

test('whatever leaves is on the disk as being sent, or nothing is', () => {
  fc.assert(
    fc.property(orders, memories, (names, memory) => {
      const world = createWorld(memory);
      for (const name of names) {
        const before = world.creates();
        world.do(name);
        if (world.creates() > before) expect([undefined, 'sending']).toContain(world.disk()?.phase.name);
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
  );
});
