import type { ProxyClient } from '../api/proxyClient.ts';
import type { UploadedFile } from '../contract/file.ts';

export type Uploads = ReturnType<typeof createUploads>;

/** An upload is not reused so close to its end, lest it expire before the service has read it. */
const expiryMarginMs = 60 * 60 * 1000;

/** Uploads by content: the same bytes go up once, for as long as the service keeps them. */
export function createUploads(client: ProxyClient, now: () => number) {
  const files = new Map<string, UploadedFile>();

  function urlOf(contentId: string): string | undefined {
    const file = files.get(contentId);
    return file && Date.parse(file.expiresAt) - now() > expiryMarginMs ? file.url : undefined;
  }

  return {
    urlOf,

    async upload(contentId: string, read: () => Promise<{ blob: Blob; name: string }>): Promise<string> {
      const known = urlOf(contentId);
      if (known !== undefined) return known;
      const { blob, name } = await read();
      const file = await client.uploadFile(blob, name);
      files.set(contentId, file);
      return file.url;
    },
  };
}
