import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Instruction, onlyOne, parseDockerfile } from './dockerfile.ts';

const run = promisify(execFile);

export const projectRoot = resolve(import.meta.dirname, '../..');

export type Image = Readonly<{
  /** The instructions of the last stage. */
  stage: readonly Instruction[];
  /** Where a path of the image is on this machine. */
  pathOf(inImage: string): string;
  /** Where the command runs. */
  workingDirectory: string;
  remove(): Promise<void>;
}>;

/**
 * Does what each step of a Dockerfile says, in a directory in the place of the image. Packages are linked from here instead
 * of downloaded, those that `npm ci --omit=dev` would install by package-lock.json. Throws at a step that it does not know,
 * so that none goes untried.
 */
export async function buildImage(dockerfile: string): Promise<Image> {
  const parent = await mkdtemp(join(tmpdir(), 'image-'));
  const roots = new Map<string, string>();
  const stages = parseDockerfile(await readFile(dockerfile, 'utf8'));
  const images: Image[] = [];
  for (const [index, stage] of stages.entries()) {
    const [, name = String(index)] = / AS (\S+)$/.exec(onlyOne(stage, 'FROM')) ?? [];
    const root = join(parent, name);
    roots.set(name, root);
    const pathOf = (inImage: string) => join(root, inImage);
    const workingDirectory = pathOf(onlyOne(stage, 'WORKDIR'));
    await mkdir(workingDirectory, { recursive: true });
    for (const instruction of stage) await doStep(instruction, { root, workingDirectory, roots });
    images.push({ stage, pathOf, workingDirectory, remove: () => rm(parent, { recursive: true }) });
  }
  const last = images.at(-1);
  if (last === undefined) throw new Error('no stage');
  return last;
}

type Place = Readonly<{ root: string; workingDirectory: string; roots: ReadonlyMap<string, string> }>;

async function doStep({ name, rest }: Instruction, place: Place): Promise<void> {
  if (name === 'COPY') return copyFiles(rest.split(/ +/), place);
  if (name === 'RUN') return runCommand(rest, place);
  const isDeclared = [
    'FROM',
    'WORKDIR',
    'ENV',
    'VOLUME',
    'EXPOSE',
    'USER',
    'STOPSIGNAL',
    'HEALTHCHECK',
    'CMD',
  ].includes(name);
  if (!isDeclared) throw new Error(`not tried: ${name} ${rest}`);
}

/** A directory's content goes into the destination, and a file into it where it ends with a slash. */
async function copyFiles(words: string[], { workingDirectory, roots }: Place): Promise<void> {
  const [, from] = /^--from=(.+)$/.exec(words[0] ?? '') ?? [];
  const paths = from === undefined ? words : words.slice(1);
  const origin = from === undefined ? projectRoot : roots.get(from);
  const destination = paths.pop();
  if (origin === undefined || destination === undefined) throw new Error(`not tried: ${words.join(' ')}`);
  const target = resolve(workingDirectory, destination);
  for (const path of paths) {
    const to = destination.endsWith('/') ? join(target, basename(path)) : target;
    await mkdir(dirname(to), { recursive: true });
    await cp(join(origin, path), to, { recursive: true, verbatimSymlinks: true });
  }
}

async function runCommand(command: string, { root, workingDirectory }: Place): Promise<void> {
  const [program, ...words] = command.split(/ +/);
  if (command === 'npm ci') {
    await symlink(join(projectRoot, 'node_modules'), join(workingDirectory, 'node_modules'));
  } else if (command === 'npm ci --omit=dev') {
    await rm(join(workingDirectory, 'node_modules'), { recursive: true });
    await linkProductionPackages(workingDirectory);
  } else if (program === 'npm') {
    const { PATH, HOME } = process.env;
    await run('npm', words, { cwd: workingDirectory, env: { PATH, HOME } });
  } else if (program === 'install' && words.includes('--directory')) {
    await mkdir(join(root, words.at(-1) ?? ''), { recursive: true });
  } else throw new Error(`not tried: RUN ${command}`);
}

type Lock = Readonly<{ packages: Readonly<Record<string, { dev?: boolean }>> }>;

/** What is not there when it is imported by the server was for development alone. */
async function linkProductionPackages(directory: string): Promise<void> {
  const { packages }: Lock = JSON.parse(await readFile(join(directory, 'package-lock.json'), 'utf8'));
  for (const [path, { dev }] of Object.entries(packages)) {
    const isWithin = path === '' || path.lastIndexOf('node_modules/') > 0;
    if (isWithin || dev || !existsSync(join(projectRoot, path))) continue;
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await symlink(join(projectRoot, path), join(directory, path));
  }
}
