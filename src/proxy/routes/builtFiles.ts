import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';

export type EncodedFile = Readonly<{
  encoding: 'br' | 'gzip' | 'identity';
  bytes: Uint8Array<ArrayBuffer>;
  /** Of these very bytes. */
  etag: string;
}>;

export type BuiltFile = Readonly<{
  contentType: string;
  plain: EncodedFile;
  /** As the build compressed it, where that made it smaller; the smallest first. */
  compressed: readonly EncodedFile[];
}>;

const endings = { br: '.br', gzip: '.gz', identity: '' } as const;

/**
 * The files of a built page by their paths, such as `/assets/main.js`. They are read once, some three megabytes: so a page that
 * was opened before another one is built in their place still finds its parts. Undefined where nothing was built.
 */
export function readBuiltFiles(directory: string): ReadonlyMap<string, BuiltFile> | undefined {
  if (!existsSync(join(directory, 'index.html'))) return undefined;
  const names = new Set(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const isCompressed = (name: string) => /\.(?:br|gz)$/.test(name) && names.has(name.slice(0, -3));
  const pathOf = (name: string) => `/${relative(directory, name).split(sep).join('/')}`;
  return new Map(
    [...names].filter((name) => !isCompressed(name)).map((name) => [pathOf(name), readFile(name, names)]),
  );
}

function readFile(name: string, names: ReadonlySet<string>): BuiltFile {
  const there = (['br', 'gzip'] as const).filter((encoding) => names.has(name + endings[encoding]));
  return {
    contentType: getMimeType(name) ?? 'application/octet-stream',
    plain: readEncoded(name, 'identity'),
    compressed: there.map((encoding) => readEncoded(name, encoding)),
  };
}

function readEncoded(name: string, encoding: EncodedFile['encoding']): EncodedFile {
  const bytes = readFileSync(name + endings[encoding]);
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return { encoding, bytes, etag: `"${digest}"` };
}
