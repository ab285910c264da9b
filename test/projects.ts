import { playwright } from '@vitest/browser-playwright';
import { chromiumArguments, findChromium } from './helpers/chromium.ts';

const prebundled = [
  '@testing-library/react',
  '@testing-library/user-event',
  'axe-core',
  'clipper2-ts/dist/Core.js',
  'clipper2-ts/dist/Engine.js',
  'clipper2-ts/dist/Offset.js',
  'idb',
  'konva/lib/Core.js',
  'lucide-react',
  'react-dom/client',
  'react-konva/lib/ReactKonvaCore',
  'react/jsx-dev-runtime',
  'zod/mini',
  'zustand',
  'zustand/vanilla',
];

/** Measures and prints; asserts nothing, since a clock on a busy machine proves nothing. */
const benchProject = {
  extends: true as const,
  test: {
    name: 'bench',
    environment: 'node',
    include: ['test/bench/**/*.test.ts'],
    globalSetup: ['test/e2e/globalSetup.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
};

/** Three kinds of tests: plain Node, components and Konva in a real Chromium, and the whole product end to end. */
export function testProjects() {
  if (process.env.BENCH) return [benchProject];
  return [
    {
      extends: true as const,
      test: {
        name: 'node',
        environment: 'node',
        include: ['test/**/*.test.ts'],
        exclude: ['test/{e2e,bench}/**', 'test/{ui,canvas,storage,image,workers}/**'],
        setupFiles: ['test/helpers/propertyRuns.ts'],
        // Half of the time went into loading the same modules again for each file. A test that replaces something of the
        // process (an environment variable, a module of Node) puts it back.
        isolate: false,
        // Much of the proxy's time is spent waiting. Chromium's project says the same, for vitest wants one number of a group.
        maxWorkers: 2,
        // Proving by mass takes its time.
        testTimeout: process.env.FUZZ_RUNS ? 3_600_000 : 20_000,
      },
    },
    {
      extends: true as const,
      // Found late, these would make Vite reload the page in the middle of a test.
      optimizeDeps: { include: prebundled },
      test: {
        name: 'chromium',
        include: ['test/{ui,canvas,storage,image,workers}/**/*.test.{ts,tsx}'],
        setupFiles: ['test/helpers/asyncTimeout.ts', 'test/helpers/textOfItsOwn.ts'],
        expect: { poll: { timeout: 10_000 } },
        testTimeout: 20_000,
        // As above: a page that loads all modules anew for each file takes twice the processor's time. Tests take away what they render.
        isolate: false,
        maxWorkers: 2,
        browser: {
          enabled: true,
          // Two pages at a time would take the focus from each other, and the processor from Node's tests.
          fileParallelism: false,
          headless: true,
          screenshotFailures: false,
          viewport: { width: 1280, height: 800 },
          provider: playwright({
            launchOptions: { executablePath: findChromium(), args: chromiumArguments },
          }),
          instances: [{ browser: 'chromium' as const }],
        },
      },
    },
    {
      extends: true as const,
      test: {
        name: 'e2e',
        environment: 'node',
        include: ['test/e2e/**/*.test.ts'],
        globalSetup: ['test/e2e/globalSetup.ts'],
        testTimeout: 60_000,
        hookTimeout: 60_000,
        // The files of a worker share its browser and Playwright's modules, which take seconds to load.
        isolate: false,
        // Each worker has a browser of its own; more than two of them starve each other.
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
      },
    },
  ];
}
