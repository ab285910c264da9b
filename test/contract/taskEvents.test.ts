import { expect, test } from 'vitest';
import { decodeTaskEvent, encodeTaskEvent, type TaskEvent } from '../../src/contract/taskEvents.ts';
import { exampleTask } from '../proxy/examples.ts';

const task: TaskEvent = { kind: 'task', task: { ...exampleTask, status: 'processing' } };
const trouble: TaskEvent = { kind: 'trouble', message: 'Busy.' };
const refused: TaskEvent = {
  kind: 'refused',
  status: 401,
  code: 'unauthorized',
  message: 'No.',
  type: 'api_error',
};

test('an event is sent under its kind, in the forms of the task and of an error’s body', () => {
  expect([task, trouble, refused].map(encodeTaskEvent)).toEqual([
    { event: 'task', data: JSON.stringify({ ...exampleTask, status: 'processing' }) },
    { event: 'trouble', data: '{"message":"Busy."}' },
    {
      event: 'refused',
      data: '{"status":401,"error":{"code":"unauthorized","message":"No.","type":"api_error"}}',
    },
  ]);
});

test('what is sent is read as it was', () => {
  const events = [task, trouble, refused];
  expect(events.map((event) => decodeTaskEvent(encodeTaskEvent(event)))).toEqual(events);
});

test('what a copy of the server adds for the others does not reach the page', () => {
  expect(encodeTaskEvent(Object.assign({ pauseMs: 1000 }, trouble))).toEqual(encodeTaskEvent(trouble));
});

test.each([
  ['task', '<h1>Bad gateway</h1>'],
  ['task', '{"id":"task-1"}'],
  ['trouble', '{}'],
  ['trouble', '"message"'],
  ['trouble', 'null'],
  ['refused', '{"status":401}'],
  ['end', '{}'],
])('an event %s that says %s is none', (event, data) => {
  expect(decodeTaskEvent({ event, data })).toBeUndefined();
});
