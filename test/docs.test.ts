import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];

test.each(pages.filter((page) => page.endsWith('.md')))(
  'the links of %s lead to files that are there',
  (page) => {
    const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)/g)];
    const broken = links.filter(([, link = '']) => !existsSync(join(root, dirname(page), link)));
    expect(broken.map(([, link]) => link)).toEqual([]);
  },
);
