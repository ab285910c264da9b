import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { parseAccept } from 'hono/utils/accept';
import { type BuiltFile, type EncodedFile, readBuiltFiles } from './builtFiles.ts';

/**
 * The built editor, compressed as the client takes it. Hono's own `serveStatic` tells no cache that there is more than one
 * encoding, passes over `br;q=1.0`, and knows no ETag. `appDirectory` is undefined where somebody else serves the page.
 */
export function staticFiles(appDirectory: string | undefined): Hono {
  const app = new Hono();
  const files = appDirectory === undefined ? undefined : readBuiltFiles(appDirectory);
  if (files === undefined) {
    return app.get('*', (c) =>
      c.text('The editor has not been built yet. Run “npm run build” and start again.\n', 503),
    );
  }
  // Makes a 304 where the client names the ETag.
  return app.get('*', etag(), async (c, next) => {
    const file = files.get(c.req.path === '/' ? '/index.html' : c.req.path);
    if (file === undefined) return next();
    return answer(c, file);
  });
}

/** Whole, also where a range is asked for: of two encodings of a file, parts would not fit together. */
function answer(c: Context, file: BuiltFile): Response {
  const { encoding, bytes, etag } = chooseEncoding(file, c.req.header('accept-encoding'));
  c.header('content-type', file.contentType);
  c.header('content-length', String(bytes.byteLength));
  c.header('etag', etag);
  // Files under `assets/` carry a hash of their content in their names, so they never change.
  const isHashed = c.req.path.startsWith('/assets/');
  c.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (file.compressed.length > 0) c.header('vary', 'Accept-Encoding');
  if (encoding !== 'identity') c.header('content-encoding', encoding);
  return c.body(bytes);
}

/**
 * The encoding that the client likes best, by https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3, and of two that it likes
 * the same the smaller one. Who forbids even the plain file gets it all the same, as the RFC allows.
 */
function chooseEncoding({ plain, compressed }: BuiltFile, acceptEncoding = ''): EncodedFile {
  const weights = new Map(parseAccept(acceptEncoding).map(({ type, q }) => [codingOf(type), q]));
  const weightOf = ({ encoding }: EncodedFile) => weights.get(encoding) ?? weights.get('*') ?? 0;
  const [best = plain] = compressed.toSorted((one, other) => weightOf(other) - weightOf(one));
  return weightOf(best) > 0 && weightOf(best) >= weightOf(plain) ? best : plain;
}

function codingOf(type: string): string {
  return type.toLowerCase().replace(/^x-gzip$/, 'gzip');
}
