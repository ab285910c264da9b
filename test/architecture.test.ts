import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { tools } from '../src/tools/registry.ts';

const root = resolve(import.meta.dirname, '..');

/** Folders of src and what each may import of ours, types included. The composition roots may import everything. */
const mayImport: Record<string, readonly string[]> = {
  contract: [],
  model: ['contract'],
  tools: ['model'],
  workers: ['model', 'tools', 'contract'],
  storage: ['model', 'contract'],
  api: ['contract'],
  image: ['model', 'contract'],
  store: ['contract', 'model', 'tools', 'workers', 'storage', 'api', 'image'],
  canvas: ['model', 'tools', 'store'],
  ui: ['contract', 'model', 'tools', 'store', 'canvas'],
  proxy: ['contract'],
  sandbox: ['contract', 'model'],
};
const compositionRoots = ['main.tsx', 'server.ts'];

/** More parts than that are seldom one idea. */
const importsMax = 12;
/** Whose idea it is to put parts together. */
const assemblies = [...compositionRoots, 'proxy/createApp.ts', 'store/createEditor.ts', 'ui/App.tsx'];

/** Rooms inside a folder, and what each may import of the others in it. */
const mayImportInside: Record<string, Record<string, readonly string[]>> = {
  model: {
    geometry: [],
    document: ['geometry'],
    mask: ['geometry', 'document', 'pixels'],
    request: ['geometry', 'document', 'mask'],
    pixels: ['geometry'],
    compare: ['geometry', 'pixels'],
    files: ['geometry'],
  },
  store: {
    editor: [],
    tabs: [],
    images: ['editor', 'tabs'],
    generations: ['editor', 'images', 'tabs'],
    comparison: ['editor', 'images', 'generations'],
  },
};

/** Packages that one folder keeps to itself. */
const onlyIn: Record<string, readonly string[]> = {
  konva: ['canvas'],
  'react-konva': ['canvas'],
  zustand: ['store'],
  idb: ['storage'],
  sharp: ['sandbox'],
  'clipper2-ts': ['model'],
};

/** What stands beside the rooms of a folder. */
const foldersTop: Record<string, readonly string[]> = {
  model: [],
  store: ['createEditor.ts', 'useEditor.ts', 'latestAnswer.ts', 'notice.ts'],
};

type SourceFile = { readonly path: string; readonly text: string };

describe('the import table', () => {
  test('holds for every file of src', () => {
    expect(violationsIn(sourceFiles())).toEqual([]);
  });

  test('notices an import against the direction, a stray folder and a package out of its folder', () => {
    const planted = [
      { path: 'model/planted.ts', text: "import type { Editor } from '../store/createEditor.ts';" },
      { path: 'tools/planted.ts', text: "export { limits } from '../contract/limits.ts';" },
      { path: 'ui/Planted.tsx', text: "import Konva from 'konva/lib/Core.js';" },
      { path: 'ui/Lazy.tsx', text: "const part = await import('../proxy/createApp.ts');" },
      { path: 'shared/planted.ts', text: '' },
    ];
    expect(violationsIn(planted)).toEqual([
      'model/planted.ts imports store',
      'tools/planted.ts imports contract',
      'ui/Planted.tsx imports konva',
      'ui/Lazy.tsx imports proxy',
      'shared/planted.ts is in a folder that the table does not know',
    ]);
  });

  test('holds for the rooms inside a folder', () => {
    expect(insideViolationsIn(sourceFiles())).toEqual([]);
  });

  test('notices an import against the direction inside a folder, and a file in none of its rooms', () => {
    const planted = [
      { path: 'model/geometry/planted.ts', text: "import { settings } from '../request/settings.ts';" },
      { path: 'model/planted.ts', text: '' },
      { path: 'store/editor/planted.ts', text: "import { uploads } from '../generations/uploads.ts';" },
      { path: 'store/images/planted.ts', text: "import type { Editor } from '../createEditor.ts';" },
    ];
    expect(insideViolationsIn(planted)).toEqual([
      'model/geometry/planted.ts imports model/request',
      'model/planted.ts is in no room of model',
      'store/editor/planted.ts imports store/generations',
      'store/images/planted.ts imports store/createEditor.ts',
    ]);
  });

  test('has no file lean on more than twelve others, but for those that put parts together', () => {
    expect(
      sourceFiles()
        .filter(leansOnTooMany)
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test('notices a file that leans on more than twelve', () => {
    const imports = Array.from({ length: 13 }, (_, index) => `import './part${index}.ts';`);
    const text = imports.join('\n');
    expect(leansOnTooMany({ path: 'ui/Planted.tsx', text })).toBe(true);
    expect(leansOnTooMany({ path: 'ui/Planted.tsx', text: imports.slice(1).join('\n') })).toBe(false);
    expect(leansOnTooMany({ path: 'ui/App.tsx', text })).toBe(false);
  });

  test('leaves out names that say nothing, barrels among them', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|types|index)(?:\.tsx?|\/)/;
    expect(sourceFiles().filter(({ path }) => vague.test(path))).toEqual([]);
  });
});

test.each(['docs/architecture.md', 'docs/CONTRIBUTING.md', 'docs/faults.md', 'README.md'])(
  '%s names files that exist',
  (document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) =>
      join(dirname(document), path),
    );
    const inCode = [...text.matchAll(/`((?:src|test|docs|public)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    const named = [...links, ...inCode.filter((path) => !path.endsWith('/…'))];
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  },
);

describe('the one door', () => {
  test('nobody outside the store changes state, or makes a store', () => {
    const offenders = sourceFiles()
      .filter(({ path }) => !path.startsWith('store/'))
      .filter(changesState);
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  test('inside it the state of the editor is set in one place', () => {
    const setting = sourceFiles().filter(
      (file) => file.path.startsWith('store/editor/') && changesState(file),
    );
    expect(setting.map(({ path }) => path)).toEqual(['store/editor/createEditorStore.ts']);
  });

  test('notices a write from outside', () => {
    const planted = [
      'editor.images.library.setState({ images });',
      'useStore.setState({ tool });',
      'const { setState } = editor.images.library;',
      'const { getState, setState: set } = store;',
      'const {\n  getState,\n  setState,\n} = useStore;',
      'function write({ setState }: ImageLibrary) {}',
      "library['setState']({ images });",
      'const write = store.setState;',
      "import { create } from 'zustand';",
    ];
    expect(planted.filter((text) => !changesState({ path: 'ui/Planted.tsx', text }))).toEqual([]);
    const fine = [
      'const [open, setState] = useState(false); setState(true);',
      'const { open } = state; setState({ open });',
      'return { open, setOpen: () => setState(true) };',
    ];
    expect(fine.filter((text) => changesState({ path: 'ui/Fine.tsx', text }))).toEqual([]);
  });

  /** Called, handed on, taken out of the store by its name, or by destructuring it. */
  function changesState({ text }: SourceFile): boolean {
    const isTaken = /\.setState\b|['"]setState['"]|\{(?:[^{}()[\]]*,)?\s*setState\s*[,:}=]/.test(text);
    return isTaken || text.includes("from 'zustand");
  }
});

describe('purity by compilation', () => {
  const folder = mkdtempSync(join(root, 'src/model/.planted-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['the DOM', 'export const title = document.title;', 'document'],
    ['timers', 'setTimeout(() => undefined, 1);', 'setTimeout'],
    ['fetch', "fetch('https://example.com');", 'fetch'],
    ['Node', 'export const home = process.env.HOME;', 'process'],
  ])('refuses %s in the pure folders', (_what, text, name) => {
    expect(compileErrors('tsconfig.pure.json', text)).toContain(`Cannot find name '${name}'`);
  });

  test('refuses the DOM on the server', () => {
    expect(compileErrors('tsconfig.server.json', 'export const title = document.title;')).toContain(
      "Cannot find name 'document'",
    );
  });

  test('takes what is pure', () => {
    expect(compileErrors('tsconfig.pure.json', 'export const answer: number = 42;')).toBe('');
  });

  function compileErrors(config: string, text: string): string {
    writeFileSync(join(folder, 'planted.ts'), text);
    const project = { extends: join(root, 'src', config), include: [], files: ['planted.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
    try {
      execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
        encoding: 'utf8',
      });
      return '';
    } catch (error) {
      return String((error as { stdout: unknown }).stdout);
    }
  }
});

test('no component, canvas or store code asks which tool is active', () => {
  expect(asksForTool({ path: 'ui/Planted.tsx', text: "if (tool.id === 'polygon') draw();" })).toBe(true);
  expect(asksForTool({ path: 'ui/Planted.tsx', text: "switch (id) { case 'rectangle': }" })).toBe(true);
  const asking = sourceFiles().filter(({ path }) => /^(?:ui|canvas|store)\//.test(path));
  expect(asking.filter(asksForTool).map(({ path }) => path)).toEqual([]);
});

/** `move` is the name of an event, too. */
function asksForTool({ text }: SourceFile): boolean {
  const names = Object.keys(tools)
    .filter((name) => name !== 'move')
    .join('|');
  return new RegExp(`===? '(?:${names})'|case '(?:${names})'|\\bid === 'move'`).test(text);
}

function violationsIn(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const [folder = '', rest] = file.path.split('/');
    if (rest === undefined) {
      return compositionRoots.includes(folder) ? [] : [`${file.path} is no composition root`];
    }
    const allowed = mayImport[folder];
    if (allowed === undefined) return [`${file.path} is in a folder that the table does not know`];
    return importsOf(file)
      .filter((name) => !isAllowed(name, folder, allowed))
      .map((name) => `${file.path} imports ${name}`);
  });
}

/** What is only passed on (a list of texts), or loaded when it is asked for, is not what a file is made of. */
function leansOnTooMany({ path, text }: SourceFile): boolean {
  const imports = text.match(/^import\b(?!\()/gm) ?? [];
  return !assemblies.includes(path) && imports.length > importsMax;
}

function isAllowed(name: string, folder: string, allowed: readonly string[]): boolean {
  const owners = onlyIn[name];
  if (owners) return owners.includes(folder);
  return !(name in mayImport) || name === folder || allowed.includes(name);
}

function insideViolationsIn(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const [folder = '', room = ''] = file.path.split('/');
    const rooms = mayImportInside[folder];
    if (rooms === undefined) return [];
    const allowed = rooms[room];
    if (allowed === undefined)
      return isTopOf(file, folder) ? [] : [`${file.path} is in no room of ${folder}`];
    return pathsImportedBy(file)
      .filter((path) => path.startsWith(`${folder}/`) && !isShared(path))
      .map((path) => path.split('/')[1] ?? '')
      .filter((name) => name !== room && !allowed.includes(name))
      .map((name) => `${file.path} imports ${folder}/${name}`);
  });
}

/** What the rooms of the store may all use: it knows none of them. */
function isShared(path: string): boolean {
  return path === 'store/latestAnswer.ts' || path === 'store/notice.ts';
}

/** Files that put a folder's rooms together. */
function isTopOf({ path }: SourceFile, folder: string): boolean {
  return (foldersTop[folder] ?? []).includes(path.slice(folder.length + 1));
}

/** The folder of src, or the package, that each import of the file leads to. */
function importsOf(file: SourceFile): string[] {
  const folders = pathsImportedBy(file).map((path) => path.split('/')[0] ?? '');
  return [
    ...folders,
    ...specifiersOf(file)
      .filter((each) => !each.startsWith('.'))
      .map(packageOf),
  ];
}

/** The files of src that a file imports, by their paths in src. */
function pathsImportedBy(file: SourceFile): string[] {
  return specifiersOf(file)
    .filter((each) => each.startsWith('.'))
    .map((each) => relative('/src', resolve('/src', file.path, '..', each)));
}

function specifiersOf({ text }: SourceFile): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]/g)];
  const workers = [...text.matchAll(/new URL\(\s*['"](\.[^'"]+)['"]/g)];
  return [...specifiers, ...workers].map(([, specifier = '']) => specifier);
}

function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

function sourceFiles(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.planted-'))
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(root, 'src', path), 'utf8'),
    }));
}
