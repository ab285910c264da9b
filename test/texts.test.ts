import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import * as lateTexts from '../src/ui/texts/lateTexts.ts';
import * as texts from '../src/ui/texts/texts.ts';

test('another language has to say whatever English says', () => {
  const { problems, ...rest } = texts;
  const { noImage, ...others } = problems;
  // It is the type check that proves this: it complains of an expected error that is none.
  const languages: texts.Texts[] = [
    { ...texts, ...lateTexts },
    // @ts-expect-error: no feature's sentences may be lacking,
    { ...rest, ...lateTexts },
    // @ts-expect-error: and no single sentence.
    { ...texts, ...lateTexts, problems: others },
  ];
  expect(languages).toHaveLength(3);
});

describe('what people read stands in ui/texts', () => {
  test.each([
    ['a sentence in a string', "const hint = 'Open an image first.';"],
    ['a sentence in a template', 'const hint = `The image has none: $' + '{count}.`;'],
    ['text in an element', 'const hint = <p>empty</p>;'],
    ['a name in an attribute', 'const button = <button aria-label="Undo" />;'],
    ['a sentence among other things', "const hint = text ?? 'Nothing was added';"],
  ])('%s is found elsewhere', (_what, planted) => {
    expect(wordsIn({ path: 'ui/Planted.tsx', text: planted })).toHaveLength(1);
  });

  test.each([
    ['an error for programmers', "throw new Error('The editor was closed.');"],
    ['a code', "const notice = { code: 'drawing.nothing', mode: 'new' };"],
    ['a unit', 'const size = <p>{width} px</p>;'],
    ['a style', 'const bar = <p className="visually-hidden" style={{ color: \'red\' }} />;'],
    ['the name of a key', "const keys = ['Mod+Shift+Z', 'Space'];"],
    ['a type', "type Tone = 'Really Loud';"],
  ])('%s is none', (_what, text) => {
    expect(wordsIn({ path: 'ui/Planted.tsx', text })).toEqual([]);
  });

  test('and nowhere else', () => {
    expect(sourceFiles().filter(isForPeople).flatMap(wordsIn)).toEqual([]);
  });
});

type SourceFile = { readonly path: string; readonly text: string };
type Node = { readonly type: string; readonly [field: string]: unknown };

/** The server and the contract have the words of the HTTP API, and the page of all controls is for programmers. */
const elsewhere = /^(?:ui\/texts|ui\/kit\/page|contract|proxy|sandbox|server\.ts)/;

const excepted: readonly string[] = [
  // What errors say, in the service's language as long as nobody asks for another.
  'api/proxyError.ts',
  'storage/storageError.ts',
  'workers/connectWorkers.ts',
  // How the page does without what a browser lacks, for whoever takes it away in turn.
  'ui/browserFeatures.ts',
  // The sentences by which records of an earlier form are understood.
  'storage/storedFailure.ts',
  // The name that a photograph without one gets, as a file.
  'model/files/fileName.ts',
];

function isForPeople({ path }: SourceFile): boolean {
  return !elsewhere.test(path) && !excepted.includes(path);
}

/** Words that begin like a sentence, or that stand in an element or in an attribute that is read out. */
function wordsIn({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  visit(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }), (node, parent) => {
    const words = wordsOf(node, parent).trim();
    if (words !== '') found.push(`${path}: ${words}`);
  });
  return found;
}

const sentence = /^\s*\p{Lu}[\p{L}’']*,? \p{L}/u;
const word = /(?!px\b)\b\p{L}{2}/u;
const spoken = /^(?:aria-label|alt|label|message|placeholder|text|tip|title)$/;

function wordsOf(node: Node, parent: Node | undefined): string {
  if (node.type === 'JSXText') return match(node.value, word);
  if (node.type === 'TemplateElement') return match((node.value as { cooked: unknown }).cooked, sentence);
  if (node.type !== 'Literal') return '';
  const isSpoken = parent?.type === 'JSXAttribute' && spoken.test((parent.name as { name: string }).name);
  return match(node.value, isSpoken ? word : sentence);
}

function match(value: unknown, pattern: RegExp): string {
  return typeof value === 'string' && pattern.test(value) ? value : '';
}

/** Errors tell programmers what went wrong; modules and types are no words. */
const silent = /^(?:Import|TS)|^Export.*Declaration$/;

function visit(value: unknown, tell: (node: Node, parent: Node | undefined) => void, parent?: Node) {
  if (Array.isArray(value)) for (const each of value) visit(each, tell, parent);
  if (!isNode(value) || isError(value)) return;
  if (silent.test(value.type) && value.declaration === undefined && value.expression === undefined) return;
  tell(value, parent);
  for (const child of Object.values(value)) visit(child, tell, value);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isError({ type, callee }: Node): boolean {
  return type === 'NewExpression' && isNode(callee) && /Error$/.test(String(callee.name));
}

function sourceFiles(): SourceFile[] {
  const root = resolve(import.meta.dirname, '../src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
