import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';

/** The built editor. Files under `assets/` carry a hash of their content in their names, so they never change. */
export function staticFiles(appDirectory: string): Hono {
  const app = new Hono();
  if (!existsSync(join(appDirectory, 'index.html'))) {
    return app.get('*', (c) =>
      c.text('The editor has not been built yet. Run “npm run build” and start again.\n', 503),
    );
  }
  return app.get('*', cacheControl, serveStatic({ root: appDirectory }));
}

const cacheControl: MiddlewareHandler = async (c, next) => {
  await next();
  const isHashed = c.req.path.startsWith('/assets/');
  if (c.res.ok) c.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
};
