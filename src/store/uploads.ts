import { createStore } from 'zustand/vanilla';
import type { ProxyClient } from '../api/proxyClient.ts';
import type { UploadedFile } from '../contract/file.ts';
import type { Document } from '../model/document.ts';
import type { RequestUrls } from '../model/request.ts';
import type { Settings } from '../model/settings.ts';

export type Uploads = ReturnType<typeof createUploads>;

type SentMask = { readonly document: Document; readonly settings: Settings; readonly contentId: string };
type UploadState = {
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** The last mask image that was sent, and what it was made of. */
  readonly mask: SentMask | null;
};

/** An upload is not reused so close to its end, lest it expire before the service has read it. */
const expiryMarginMs = 60 * 60 * 1000;

/** Uploads by content: the same bytes go up once, for as long as the service keeps them. */
export function createUploads(client: ProxyClient, now: () => number) {
  const store = createStore<UploadState>()(() => ({ files: new Map(), mask: null }));

  function urlOf(contentId: string): string | undefined {
    const file = store.getState().files.get(contentId);
    return file && Date.parse(file.expiresAt) - now() > expiryMarginMs ? file.url : undefined;
  }

  return {
    subscribe: store.subscribe,

    /** What a request of the document could name already, without any upload. */
    urlsFor(document: Document, settings: Settings): RequestUrls {
      const { mask } = store.getState();
      const isSent = mask?.document === document && isSameMask(mask.settings, settings);
      return {
        image: document.image ? urlOf(document.image.id) : undefined,
        mask: isSent ? urlOf(mask.contentId) : undefined,
      };
    },

    rememberMask: (mask: SentMask) => store.setState({ mask }),

    async upload(contentId: string, read: () => Promise<{ blob: Blob; name: string }>): Promise<string> {
      const known = urlOf(contentId);
      if (known !== undefined) return known;
      const { blob, name } = await read();
      const file = await client.uploadFile(blob, name);
      store.setState(({ files }) => ({ files: new Map(files).set(contentId, file) }));
      return file.url;
    },
  };
}

function isSameMask(a: Settings, b: Settings): boolean {
  return a.model === b.model && a.maskFrame === b.maskFrame;
}
