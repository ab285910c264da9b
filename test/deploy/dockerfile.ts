/** An instruction as its name and the rest of its line: https://docs.docker.com/reference/dockerfile/ */
export type Instruction = Readonly<{ name: string; rest: string }>;

/** The instructions of each stage, `FROM` first. */
export function parseDockerfile(text: string): Instruction[][] {
  const stages: Instruction[][] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name = '', rest = ''] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no instruction of one line: ${line}`);
    if (name === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name, rest });
  }
  return stages;
}

/** What `ENV` sets. */
export function environmentOf(stage: readonly Instruction[]): Record<string, string> {
  const pairs = stage.filter(({ name }) => name === 'ENV').flatMap(({ rest }) => rest.split(/ +/));
  return Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s, 2)));
}

/** The rest of the one instruction of that name. */
export function onlyOne(stage: readonly Instruction[], wanted: string): string {
  const found = stage.filter(({ name }) => name === wanted);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} instructions ${wanted}`);
  return found[0].rest;
}

/** The command and its arguments, which are JSON, so that no shell stands between. */
export function commandOf(rest: string): [string, ...string[]] {
  return JSON.parse(rest.slice(rest.indexOf('[')));
}
