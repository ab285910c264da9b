import type { ProxyClient } from '../../api/proxyClient.ts';
import type { EditorStore } from '../editor/createEditorStore.ts';
import { withProblem } from '../editor/editorState.ts';
import { beginOpening, endOpening } from './openImage.ts';

type Parts = {
  readonly client: ProxyClient;
  readonly editor: EditorStore;
  openImage(file: File): Promise<void>;
};

const linkLengthMax = 4096;

/** Whether the text is a web address and nothing else. */
export function isLink(text: string): boolean {
  return text.length <= linkLengthMax && /^https?:\/\/\S+$/.test(text.trim());
}

/**
 * Opens the image behind a web address as a new document. The server fetches it, so that the canvas may read its pixels. A
 * refused one leaves the open document as it is, and a notice that says why.
 */
export function createOpenLink({ client, editor, openImage }: Parts) {
  return async function openLink(link: string): Promise<void> {
    editor.transact(beginOpening, 'atOnce');
    try {
      const blob = await client.getImage(link.trim());
      await openImage(new File([blob], nameOf(link), { type: blob.type }));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      editor.transact((state) => endOpening(withProblem({ code: 'failed', message })(state)), 'atOnce');
    }
  };
}

/** The last part of the address's path. */
function nameOf(link: string): string {
  return new URL(link.trim()).pathname.split('/').at(-1) || 'image';
}
