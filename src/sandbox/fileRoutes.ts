import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { HostedFiles } from './hostedFiles.ts';
import { ServiceError } from './serviceError.ts';

/** `GET /files/<id>/<name>`: uploads and results, readable by any page that knows the address. */
export function fileRoutes(files: HostedFiles): Hono {
  return new Hono().use(cors({ origin: '*' })).get('/:id/:name', (context) => {
    const { origin, pathname } = new URL(context.req.url);
    const file = files.find(origin + pathname);
    if (file === undefined) throw new ServiceError('not_found', 'There is no such file, or it has expired.');
    context.header('Content-Type', file.mimeType);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Cache-Control', 'private, max-age=3600');
    if (context.req.query('download') !== undefined) context.header('Content-Disposition', 'attachment');
    return context.body(Uint8Array.from(file.bytes));
  });
}
