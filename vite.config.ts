import { readdir, readFile, writeFile } from 'node:fs/promises';
import { Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, ViteDevServer } from 'vite';
import { defineConfig } from 'vitest/config';
import type { DevelopmentProxy } from './src/proxy/developmentProxy.ts';
import { testProjects } from './test/projects.ts';

const isTest = process.env.VITEST !== undefined;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: isTest ? [react()] : [react(), withoutTweens(), editorServer(), compressedFiles()],
  // One build serves every path: addresses in it are relative, those of code's own by import.meta.env.BASE_URL.
  base: './',
  // Only the page itself may ask the server, which may hold a key.
  server: { cors: false },
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/app',
    target: 'es2023',
    copyPublicDir: !isSsrBuild,
    // Every browser of this target preloads modules by itself.
    modulePreload: { polyfill: false },
    // kB before compression. What weighs is what is sent: firstPage.test.ts holds it.
    chunkSizeWarningLimit: 900,
    rolldownOptions: isSsrBuild ? {} : { output: { codeSplitting: firstPageTogether } },
  },
  test: isTest ? { projects: testProjects() } : {},
}));

/**
 * All that the first page needs is one file: in some twenty, as the bundler would cut it for what is loaded later, it
 * compresses worse and weighs 7 kB more.
 */
const firstPageTogether = { groups: [{ name: 'first', tags: ['$initial' as const] }] };

/** Konva's core takes its animations along, which nothing here uses: 1.8 kB of the first page, compressed. */
function withoutTweens(): Plugin {
  const nothing = '\0konva-without-tweens';
  return {
    name: 'konva-without-tweens',
    enforce: 'pre',
    apply: 'build',
    resolveId: (source, importer) =>
      source === './Tween.js' && importer?.includes('/konva/lib/') ? nothing : undefined,
    load: (id) =>
      id === nothing ? 'export const Tween = undefined; export const Easings = undefined;' : undefined,
  };
}

/** Puts each file of text beside itself in brotli and gzip, which the server sends instead. Fonts and images are compressed already. */
function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    // After the bundle and the files of public/.
    async writeBundle({ dir = '' }) {
      const entries = await readdir(dir, { recursive: true, withFileTypes: true });
      const texts = entries.filter((entry) => /\.(?:html|js|css|svg|json|txt|md)$/.test(entry.name));
      await Promise.all(texts.map((entry) => compressFile(join(entry.parentPath, entry.name))));
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  const encoded = {
    br: await promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
    gz: await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  };
  for (const [ending, content] of Object.entries(encoded)) {
    if (content.byteLength < bytes.byteLength) await writeFile(`${path}.${ending}`, content);
  }
}

/** What the server answers. Everything else is the page, and Vite's. */
const serverPaths = /^\/(?:api|sign-in|sign-out)(?:[/?]|$)/;

/** In development the server runs inside Vite, on the page's own origin. At /kit.html is every control in every state. */
function editorServer(): Plugin {
  return {
    name: 'editor-server',
    apply: 'serve',
    async configureServer(vite) {
      const currentProxy = followProxy(vite);
      const { mode } = await currentProxy();
      vite.config.logger.info(
        `The server runs inside Vite, ${mode === 'live' ? 'with your key' : 'with the sandbox'}.`,
      );
      // A browser would send a create again when a connection that it kept turns out to be dead: startProxy.ts.
      if (vite.httpServer instanceof Server) vite.httpServer.maxRequestsPerSocket = 1;
      vite.middlewares.use('/kit.html', async (_request, response) => {
        const html = await readFile('src/ui/kit/page/kit.html', 'utf8');
        response.setHeader('content-type', 'text/html').end(await vite.transformIndexHtml('/kit.html', html));
      });
      vite.middlewares.use(async (request, response, next) => {
        if (!serverPaths.test(request.url ?? '')) return next();
        try {
          const { listener } = await currentProxy();
          listener(request, response);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

/** The proxy as its code is now. While only that changes, the sandbox goes on, with its files and tasks. */
function followProxy(vite: ViteDevServer): () => Promise<DevelopmentProxy> {
  const isLive = Boolean(process.env.EVOLINK_API_KEY?.trim());
  const sandbox = follow(
    vite,
    async () => [(await vite.ssrLoadModule('/src/sandbox/startSandbox.ts')) as SandboxModule] as const,
    ([{ startSandbox }]) => startSandbox({ host: '127.0.0.1', port: 0 }),
  );
  const load = async () => (await vite.ssrLoadModule('/src/proxy/developmentProxy.ts')) as ProxyModule;
  return follow(
    vite,
    async () => [await load(), isLive ? undefined : await sandbox()] as const,
    ([{ openDevelopmentProxy }]) => openDevelopmentProxy(process.env, async () => (await sandbox()).url),
  );
}

type SandboxModule = typeof import('./src/sandbox/startSandbox.ts');
type ProxyModule = typeof import('./src/proxy/developmentProxy.ts');

/** What is opened with some parts, opened anew once one of them is another: a module is, when its code or that of its imports changes. */
function follow<Parts extends readonly unknown[], Opened extends { close(): unknown }>(
  vite: ViteDevServer,
  loadParts: () => Promise<Parts>,
  open: (parts: Parts) => Promise<Opened>,
): () => Promise<Opened> {
  let last: { parts: Parts; opened: Promise<Opened> } | undefined;
  const close = () => last?.opened.then((opened) => opened.close()).catch(() => undefined);
  vite.httpServer?.once('close', close);
  return async () => {
    const parts = await loadParts();
    if (last === undefined || parts.some((part, index) => part !== last?.parts[index])) {
      void close();
      last = { parts, opened: open(parts) };
    }
    return last.opened;
  };
}
