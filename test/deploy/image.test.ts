import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { routes } from '../../src/contract/routes.ts';
import { variables } from '../../src/proxy/configuration/variables.ts';
import { freePort } from '../helpers/freePort.ts';
import { commandOf, environmentOf, onlyOne } from './dockerfile.ts';
import { buildImage, type Image, projectRoot } from './image.ts';

const accessToken = 'the-token-of-this-test';
const { dependencies, devDependencies, engines } = JSON.parse(
  readFileSync(join(projectRoot, 'package.json'), 'utf8'),
);

let image: Image;

beforeAll(async () => {
  image = await buildImage(join(projectRoot, 'docs/deploy/Dockerfile'));
}, 240_000);

afterAll(() => image?.remove());

test('the image has the Node that the editor needs, and a user of few rights whose directory DATA_DIR is', () => {
  const { stage } = image;
  const [, major] = /^node:(\d+)-slim$/.exec(onlyOne(stage, 'FROM')) ?? [];
  expect([major, engines.node]).toEqual([
    readFileSync(join(projectRoot, '.nvmrc'), 'utf8').trim(),
    '>=20.19',
  ]);
  const environment = environmentOf(stage);
  expect(environment).toEqual({
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PORT: String(variables.shape.PORT.parse(undefined)),
    DATA_DIR: '/data',
  });
  const user = onlyOne(stage, 'USER');
  expect(stage.filter(({ name }) => name === 'RUN').map(({ rest }) => rest)).toEqual([
    `install --directory --owner=${user} --group=${user} ${environment.DATA_DIR}`,
  ]);
  expect([user, onlyOne(stage, 'VOLUME'), onlyOne(stage, 'EXPOSE')]).toEqual([
    'node',
    environment.DATA_DIR,
    environment.PORT,
  ]);
});

test('package-lock.json is that of package.json, as `npm ci` wants it', () => {
  const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'));
  expect(lock.packages['']).toMatchObject({ dependencies, devDependencies, engines });
});

test('the dependencies are what the built server imports, no more and no less', () => {
  const directory = join(image.workingDirectory, 'dist/server');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  const imported = files.flatMap((name) => [
    ...readFileSync(join(directory, name), 'utf8').matchAll(
      /^(?:import|export)\b[^;'"]*["']([^."'][^"']*)["'];$|\bimport\(["']([^."'][^"']*)["']\)/gm,
    ),
  ]);
  const packages = imported
    .map(([, name = '', dynamic = '']) => name || dynamic)
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
  expect([...new Set(packages)].sort()).toEqual(Object.keys(dependencies).sort());
});

test('its command serves the page and the sandbox, its health check tells, and its signal ends it', async () => {
  const { stage, pathOf, workingDirectory } = image;
  const { HOST: _everywhere, ...set } = environmentOf(stage);
  const environment = {
    PATH: process.env.PATH,
    ...set,
    DATA_DIR: pathOf(set.DATA_DIR ?? ''),
    PORT: String(await freePort()),
    ACCESS_TOKEN: accessToken,
    METRICS: '1',
  };
  const [healthProgram, ...healthArguments] = commandOf(onlyOne(stage, 'HEALTHCHECK'));
  const health = () => spawnSync(healthProgram, healthArguments, { env: environment }).status;
  expect(health()).toBe(1);

  const [program, ...programArguments] = commandOf(onlyOne(stage, 'CMD'));
  const server = spawn(program, programArguments, { cwd: workingDirectory, env: environment });
  try {
    const ended = once(server, 'exit');
    await vi.waitFor(() => expect(health()).toBe(0), { timeout: 30_000, interval: 200 });
    const ask = (path: string) =>
      fetch(`http://127.0.0.1:${environment.PORT}${path}`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
    const [page, config, metrics] = await Promise.all([ask('/'), ask(routes.config), ask('/metrics')]);
    expect([page.status, config.status, metrics.status]).toEqual([200, 200, 200]);
    expect(await page.text()).toContain('/assets/');
    expect(await config.json()).toMatchObject({ mode: 'sandbox' });
    expect(onlyOne(stage, 'STOPSIGNAL')).toBe('SIGTERM');
    server.kill('SIGTERM');
    expect([await ended, health()]).toEqual([[0, null], 1]);
  } finally {
    server.kill('SIGKILL');
  }
}, 60_000);
