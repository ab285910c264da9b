import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { routes } from '../../src/contract/routes.ts';
import { readConfiguration } from '../../src/proxy/configuration/readConfiguration.ts';
import { variables } from '../../src/proxy/configuration/variables.ts';
import { environmentOf, parseDockerfile } from './dockerfile.ts';

const directory = resolve(import.meta.dirname, '../../docs/deploy');
const read = (name: string) => readFileSync(join(directory, name), 'utf8');

type Service = Readonly<{
  build?: { context: string; dockerfile: string };
  environment?: Record<string, string>;
  depends_on?: string[] | Record<string, unknown>;
  volumes?: string[];
  stop_grace_period?: string;
}>;

const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
  read('compose.yaml'),
);
const { services } = compose;
const editors = Object.entries(services).filter(([, { build }]) => build !== undefined);
const image = environmentOf(parseDockerfile(read('Dockerfile')).at(-1) ?? []);

/** What the person who starts it has to give. */
const given: Record<string, string> = {
  EVOLINK_API_KEY: 'sk-test-0123456789abcdef',
  ACCESS_TOKEN: 'sgW8-FD2kZ9-pQ4x-Lm7c',
  PUBLIC_URL: 'https://editor.example.com',
};

function interpolate(value: string): string {
  return value.replace(/\$\{(\w+)(?::\?[^}]*)?\}/g, (_all, name) => given[name] ?? `no ${name}`);
}

function environmentFor({ environment = {} }: Service): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, interpolate(value)]));
}

test('two copies have variables that the server knows, and takes', () => {
  expect(editors).toHaveLength(2);
  for (const [, editor] of editors) {
    const environment = environmentFor(editor);
    expect(Object.keys(environment).filter((name) => !(name in variables.shape))).toEqual([]);
    expect(readConfiguration({ ...image, ...environment })).toMatchObject({
      publicUrl: given.PUBLIC_URL,
      redisUrl: 'redis://redis:6379',
      trustedProxies: 1,
      host: '0.0.0.0',
      port: 8787,
    });
  }
});

test('a copy is given the time to drain and to end what runs', () => {
  for (const [, editor] of editors) {
    const { limits } = readConfiguration({ ...image, ...environmentFor(editor) });
    const graceSeconds = Number(/^(\d+)s$/.exec(editor.stop_grace_period ?? '')?.[1]);
    expect(graceSeconds).toBeGreaterThan(limits.drainSeconds + limits.stopSeconds);
  }
});

test('what it names is there: services, volumes, files', () => {
  const all = Object.values(services);
  const dependencies = all.flatMap(({ depends_on = [] }) =>
    Array.isArray(depends_on) ? depends_on : Object.keys(depends_on),
  );
  expect(dependencies.filter((name) => !(name in services))).toEqual([]);
  const sources = all.flatMap(({ volumes = [] }) => volumes).map((volume) => volume.split(':')[0] ?? '');
  const [paths, names] = [
    sources.filter((name) => name.startsWith('.')),
    sources.filter((name) => !name.startsWith('.')),
  ];
  expect(names).toEqual(Object.keys(compose.volumes));
  const built = editors.map(([, { build }]) => join(build?.context ?? '', build?.dockerfile ?? ''));
  expect([...paths, ...built].filter((path) => !existsSync(join(directory, path)))).toEqual([]);
});

test('Caddy is told where the copies are, by the variables of its Caddyfile', () => {
  const { caddy = {} } = services;
  const copies = editors.map(([name]) => `${name}:${image.PORT}`).join(' ');
  expect(environmentFor(caddy)).toEqual({ SITE: given.PUBLIC_URL, UPSTREAMS: copies });
  const caddyfile = read('Caddyfile');
  const used = [...caddyfile.matchAll(/\{\$(\w+)/g)].map(([, name]) => name);
  expect(used.sort()).toEqual(Object.keys(environmentFor(caddy)).sort());
  expect(caddyfile).toContain(`health_uri ${routes.ready}\n`);
});
