import { describe, expect, test } from 'vitest';
import type { GenerationEvent } from '../../../../src/store/generations/machine/events.ts';
import { taskOf } from '../../../helpers/testEditor.ts';
import {
  created,
  createsOf,
  fresh,
  live,
  phaseOf,
  pressed,
  recorded,
  refused,
  sent,
  turn,
  typesOf,
  uploaded,
} from '../generationEvents.ts';

const task = taskOf({});

describe('a full disk', () => {
  const throughQueue = [
    pressed,
    refused('queued'),
    turn,
    refused('preparing'),
    refused('uploading'),
    uploaded,
  ];

  test('stops a request that could not be recorded as sent, lest the older record has it sent again', () => {
    const life = live([...sent.slice(0, 6), refused('sending')]);
    expect(phaseOf(life)).toMatchObject({
      name: 'failed',
      failure: { code: 'not_sent', reason: 'not_recorded', charged: 'no', mayRetry: true },
    });
    expect([createsOf(life), ...typesOf(life).slice(-2)]).toEqual([0, 'record', 'notify']);
  });

  test('on which that failure has no room either loses the older record, which would have it sent', () => {
    const life = live([...sent.slice(0, 6), refused('sending'), refused('failed')]);
    expect(typesOf(life).slice(-1)).toEqual(['forgetRecord']);
    expect(live([{ type: 'recordForgotten' }], life.generation).generation?.record).toBe('none');
  });

  test('in a browser that has no record at all does not stop it', () => {
    const life = live([...throughQueue, refused('sending'), created(task)]);
    expect([createsOf(life), phaseOf(life)?.name]).toEqual([1, 'running']);
  });

  test('is told of once, and again after it was well meanwhile', () => {
    const notices = (events: readonly GenerationEvent[]) =>
      live(events).effects.filter(({ type }) => type === 'notify');
    expect(notices([...throughQueue, refused('sending')])).toEqual([
      { type: 'notify', code: 'generationNotRecorded' },
    ]);
    expect(
      notices([...sent.slice(0, 3), refused('preparing'), recorded('uploading'), refused('uploading')]),
    ).toHaveLength(2);
  });

  test('is tried again once there may be room', () => {
    const unkept = live([pressed, refused('queued')]).generation;
    expect(live([{ type: 'roomMade' }], unkept).effects).toEqual([{ type: 'record' }]);
    expect(live([{ type: 'roomMade' }], fresh).effects).toEqual([]);
  });
});
