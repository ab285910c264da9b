import type { ProxyClient } from '../../api/proxyClient.ts';

type Parts = {
  readonly client: ProxyClient;
  openImage(source: Promise<File>): Promise<void>;
};

const linkLengthMax = 4096;

/** Whether the text is a web address and nothing else. */
export function isLink(text: string): boolean {
  return text.length <= linkLengthMax && /^https?:\/\/\S+$/.test(text.trim());
}

/** Opens the image behind a web address. The server fetches it, so that the canvas may read its pixels. */
export function createOpenLink({ client, openImage }: Parts) {
  async function fetchFile(link: string): Promise<File> {
    const blob = await client.getImage(link);
    return new File([blob], nameOf(link), { type: blob.type });
  }

  return (link: string): Promise<void> => openImage(fetchFile(link.trim()));
}

/** The last part of the address's path. */
function nameOf(link: string): string {
  return new URL(link).pathname.split('/').at(-1) || 'image';
}
