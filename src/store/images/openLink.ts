import type { ProxyClient } from '../../api/proxyClient.ts';
import type { SessionStore } from '../editor/sessionStore.ts';

type Parts = { client: ProxyClient; session: SessionStore; openImage(file: File): Promise<void> };

const linkLengthMax = 4096;

/** Whether the text is a web address and nothing else. */
export function isLink(text: string): boolean {
  return text.length <= linkLengthMax && /^https?:\/\/\S+$/.test(text.trim());
}

/**
 * Opens the image behind a web address as a new document. The server fetches it, so that the canvas may read its pixels. A
 * refused one leaves the open document as it is, and a notice that says why.
 */
export function createOpenLink({ client, session, openImage }: Parts) {
  return async function openLink(link: string): Promise<void> {
    session.setState({ isOpening: true, notice: null });
    try {
      const blob = await client.getImage(link.trim());
      await openImage(new File([blob], nameOf(link), { type: blob.type }));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      session.setState({ isOpening: false, notice: { tone: 'problem', message } });
    }
  };
}

/** The last part of the address's path. */
function nameOf(link: string): string {
  return new URL(link.trim()).pathname.split('/').at(-1) || 'image';
}
