import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createProxyClient, type ProxyClient } from './api/proxyClient.ts';
import { waitOnline } from './api/waitOnline.ts';
import type { Config } from './contract/config.ts';
import { createDisplayImage } from './image/displayImage.ts';
import { openStorage } from './storage/openStorage.ts';
import { withoutStorage } from './storage/withoutStorage.ts';
import { createEditor, type Editor, type EditorParts } from './store/createEditor.ts';
import { withProblem } from './store/editor/editorState.ts';
import { createTabs } from './store/tabs/tabs.ts';
import { EditorContext } from './store/useEditor.ts';
import { App } from './ui/App.tsx';
import { BrowserTooOld } from './ui/BrowserTooOld.tsx';
import { basePath } from './ui/basePath.ts';
import { missingFeatures } from './ui/browserFeatures.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { ServerUnreachable } from './ui/ServerUnreachable.tsx';
import { sentence } from './ui/texts/sentence.ts';
import * as texts from './ui/texts/texts.ts';
import {
  connectCompareWorker,
  connectMaskWorker,
  connectPixelWorker,
  connectToolWorker,
} from './workers/connectWorkers.ts';
import '@fontsource-variable/inter/wght.css';
import './ui/theme.css';

/** What the server's addresses begin with: where the page itself was loaded from. */
const serverBase = import.meta.env.BASE_URL.replace(/\/$/, '');
const fetchHere: typeof fetch = (...request) => fetch(...request);
const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no element #root.');
const root = createRoot(container);

async function start() {
  const missing = missingFeatures();
  if (missing.length > 0) {
    root.render(<BrowserTooOld missing={missing} />);
    return;
  }
  const config = await createProxyClient(fetchHere, serverBase)
    .getConfig()
    .catch(() => null);
  if (config === null) {
    root.render(<ServerUnreachable onRetry={start} />);
    return;
  }
  const editor = await openEditor(createProxyClient(fetchHere, serverBase, config.mode), config);
  root.render(
    <StrictMode>
      <EditorContext value={editor}>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </EditorContext>
    </StrictMode>,
  );
}

/** What reads and writes image files: both at once with the first photo, since the server may be away when that is sent. */
async function loadImageFiles() {
  try {
    const [opening, sending] = await Promise.all([
      import('./image/openImageFile.ts'),
      import('./image/uploadImage.ts'),
    ]);
    return { ...opening, ...sending };
  } catch {
    throw new Error(sentence(texts.notices, 'partNotLoaded', { code: 'partNotLoaded' }));
  }
}

const files: EditorParts['files'] = {
  openImageFile: async (...file) => (await loadImageFiles()).openImageFile(...file),
  imageForUpload: async (...image) => (await loadImageFiles()).imageForUpload(...image),
  createDisplayImage,
};

/** The editor with the work of the last visit. */
async function openEditor(proxy: ProxyClient, config: Config): Promise<Editor> {
  const editor = createEditor({
    client: proxy,
    masks: connectMaskWorker(),
    pixels: connectPixelWorker(),
    compare: connectCompareWorker(),
    tools: connectToolWorker(),
    storage: await openStorage(`upload-paint-editor${basePath()}`).catch(withoutStorage),
    tabs: await createTabs(basePath()),
    files,
    config,
    newId,
    now: Date.now,
    wait: waitOnline,
  });
  await editor.restore().catch(() => {
    editor.transact(withProblem({ code: 'workNotRead' }), 'atOnce');
  });
  // The last event that a page is sure to see: https://developer.chrome.com/docs/web-platform/page-lifecycle-api
  document.addEventListener('visibilitychange', () => void editor.flush());
  window.addEventListener('pagehide', () => void editor.flush());
  window.addEventListener('beforeunload', (event) => {
    void editor.flush();
    if (editor.isLossAhead()) event.preventDefault();
  });
  return editor;
}

/** Unlike `crypto.randomUUID`, also there over plain http. */
function newId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

void start();
