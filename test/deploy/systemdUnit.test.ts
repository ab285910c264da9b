import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { variables } from '../../src/proxy/configuration/variables.ts';

const root = resolve(import.meta.dirname, '../..');
const name = 'upload-paint-editor.service';
const unit = await readFile(join(root, 'docs/deploy', name), 'utf8');
const settings = Object.fromEntries(
  [...unit.matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
);

test('the unit runs what `npm start` runs, with variables that the server knows', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  expect(scripts.start).toContain(settings.ExecStart?.replace('/usr/bin/', ''));
  const names = settings.Environment?.split(' ').map((pair) => pair.split('=')[0]);
  expect(names?.filter((each = '') => each !== 'NODE_ENV' && !(each in variables.shape))).toEqual([]);
  expect(settings.Environment).toContain(`DATA_DIR=%S/${settings.StateDirectory}`);
});

test('it is given the time to drain and to end what runs', () => {
  const { STOP_SECONDS } = variables.parse({});
  expect(Number(settings.TimeoutStopSec)).toBeGreaterThan(STOP_SECONDS + 5);
});

test('it has few rights', () => {
  expect(settings).toMatchObject({
    DynamicUser: 'yes',
    NoNewPrivileges: 'yes',
    ProtectSystem: 'strict',
    ProtectHome: 'yes',
    CapabilityBoundingSet: '',
    Restart: 'on-failure',
  });
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test.skipIf(!hasSystemd)('systemd takes every line of it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'unit-'));
  // Node may be elsewhere here, and verifying asks for the program.
  const text = unit.replace('/usr/bin/node', process.execPath);
  await writeFile(join(directory, name), text);
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(directory, name)]);
  await rm(directory, { recursive: true });
  const complaints = String(stderr)
    .split('\n')
    .filter((line) => line.includes(name));
  expect([status, complaints]).toEqual([0, []]);
});
