import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { variables } from '../../../src/proxy/configuration/variables.ts';

const pagePath = resolve(import.meta.dirname, '../../../docs/server.md');

test('docs/server.md has the table of the declared variables: “npm run docs” writes it', async () => {
  const page = readFileSync(pagePath, 'utf8');
  const marked = /(?<=<!-- Written by `npm run docs` [^\n]*\n).*?(?=<!-- The end)/s;
  expect(page).toMatch(marked);
  await expect(page.replace(marked, () => table())).toMatchFileSnapshot(pagePath);
});

function table(): string {
  const rows = Object.entries(variables.shape).map(
    ([name, variable]) => `| \`${name}\` | ${defaultOf(variable)} | ${variable.description} |\n`,
  );
  return ['| variable | default | meaning |\n| --- | --- | --- |\n', ...rows].join('');
}

function defaultOf(variable: (typeof variables.shape)[keyof typeof variables.shape]): string {
  const { shownDefault } = variable.meta() ?? {};
  if (typeof shownDefault === 'string') return shownDefault;
  const value = variable.parse(undefined);
  return value === undefined ? '–' : `\`${value}\``;
}
