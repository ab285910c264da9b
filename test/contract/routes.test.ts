import { expect, test } from 'vitest';
import { isPathOf, routePath, routes } from '../../src/contract/routes.ts';

test('a route is filled with its parameters and a query, in which nothing can lead elsewhere', () => {
  expect([
    routePath(routes.task, { id: 'task-1' }),
    routePath(routes.taskResult, { id: '../a?b#c', index: 3 }),
    routePath(routes.callback, { secret: ':secret/$&' }),
    routePath(routes.files, {}, { name: 'a b&c.png' }),
    routePath(routes.taskEvents, { id: 'task-1' }, { mode: undefined }),
  ]).toEqual([
    '/api/tasks/task-1',
    '/api/tasks/..%2Fa%3Fb%23c/results/3',
    '/api/callbacks/%3Asecret%2F%24%26',
    '/api/files?name=a%20b%26c.png',
    '/api/tasks/task-1/events',
  ]);
});

test('a path is of a route where each segment is, whatever its parameters are', () => {
  const paths = [
    '/api/tasks/1/events',
    '/api/tasks//events',
    '/api/tasks/1',
    '/api/tasks/1/events/2',
    '/api/files/1/events',
  ];
  expect(paths.map((path) => isPathOf(routes.taskEvents, path))).toEqual([true, false, false, false, false]);
});
