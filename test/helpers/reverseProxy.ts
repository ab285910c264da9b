import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';
import type { Certificate } from './certificate.ts';
import { installDebianPackage } from './debianPackage.ts';

export type ReverseProxyKind = 'nginx' | 'Caddy';

type ReverseProxyValues = Readonly<{
  /** Where it listens, on loopback, for https://example.com:port. */
  port: number;
  /** As 127.0.0.1:8787. */
  server: string;
  certificate: Certificate;
  /** Whether it takes /editor off what it hands on. */
  takesPathOff: boolean;
}>;

export type ReverseProxy = Readonly<{ close(): Promise<void> }>;

const deploy = resolve(import.meta.dirname, '../../docs/deploy/below-a-path');

/** A real one, with the configuration that the documentation shows. Only names, ports and files are others. */
export async function startReverseProxy(
  kind: ReverseProxyKind,
  values: ReverseProxyValues,
): Promise<ReverseProxy> {
  requireInstalled(kind);
  const directory = await mkdtemp(join(tmpdir(), 'reverse-proxy-'));
  await writeFile(join(directory, 'cert.pem'), values.certificate.cert);
  await writeFile(
    join(directory, 'key.pem'),
    values.certificate.key.export({ type: 'pkcs8', format: 'pem' }),
  );
  const child = await (kind === 'nginx' ? startNginx : startCaddy)(directory, values);
  await vi.waitFor(() => connectTo(values.port), { timeout: 30_000, interval: 50 });
  return {
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true });
    },
  };
}

async function startNginx(directory: string, values: ReverseProxyValues): Promise<ChildProcess> {
  const site = replaceAll(await readFile(join(deploy, 'nginx.conf'), 'utf8'), [
    ['listen 443 ssl;', `listen 127.0.0.1:${values.port} ssl;`],
    ['/etc/ssl/example.com.pem', join(directory, 'cert.pem')],
    ['/etc/ssl/private/example.com.key', join(directory, 'key.pem')],
    ['http://127.0.0.1:8787;', `http://${values.server}${values.takesPathOff ? '/' : ''};`],
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const paths = temporary.map((name) => `${name}_temp_path ${join(directory, name)};`).join('\n');
  // As root it would have its workers be somebody who may not read the directory.
  const main = `daemon off; error_log stderr crit; user root; pid ${directory}/pid; events {}\nhttp { access_log off;\n${paths}\n${site}\n}`;
  const configuration = join(directory, 'nginx.conf');
  await writeFile(configuration, main);
  return spawn('nginx', ['-e', 'stderr', '-p', directory, '-c', configuration], { stdio: 'inherit' });
}

async function startCaddy(directory: string, values: ReverseProxyValues): Promise<ChildProcess> {
  const tls = `\n\tbind 127.0.0.1\n\ttls ${join(directory, 'cert.pem')} ${join(directory, 'key.pem')}`;
  const site = replaceAll(await readFile(join(deploy, 'Caddyfile'), 'utf8'), [
    ['\nexample.com {', `\nhttps://example.com:${values.port} {${tls}`],
    ['\thandle ', values.takesPathOff ? '\thandle_path ' : '\thandle '],
    ['\treverse_proxy 127.0.0.1:8787', `\treverse_proxy ${values.server}`],
  ]);
  const configuration = join(directory, 'Caddyfile');
  await writeFile(
    configuration,
    `{\n\tadmin off\n\tauto_https disable_redirects\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${site}`,
  );
  return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', configuration], {
    env: { PATH: process.env.PATH, HOME: directory, XDG_DATA_HOME: directory, XDG_CONFIG_HOME: directory },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
}

/** Each is there once; where it is not, the documentation has changed and the test would try something else. */
function replaceAll(text: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((current, [from, to]) => {
    if (current.split(from).length !== 2) throw new Error(`“${from}” is not there once.`);
    return current.replace(from, () => to);
  }, text);
}

async function connectTo(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}

/** Installs Debian's where there is none and we may, else throws saying what to do. */
function requireInstalled(kind: ReverseProxyKind): void {
  const [command, flag, debianPackage] =
    kind === 'nginx' ? ['nginx', '-v', 'nginx-light'] : ['caddy', 'version', 'caddy'];
  const isInstalled = () => spawnSync(command, [flag]).status === 0;
  if (isInstalled()) return;
  installDebianPackage(debianPackage);
  if (!isInstalled())
    throw new Error(`No ${kind} was found. Install one: apt-get install -y ${debianPackage}`);
}
