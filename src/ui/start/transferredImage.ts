import { isLink } from '../../store/images/openLink.ts';

/** An image that a drag or a clipboard brings from another page, where it is no file. */
export type TransferredImage =
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'file'; readonly file: File }
  /** Its address means something to its own page only, or to no page. */
  | { readonly kind: 'outOfReach' };

/** What a drag or a clipboard says, which can be asked only while its event lasts. */
export type TransferredText = { readonly html: string; readonly addresses: string; readonly text: string };

/**
 * Pages hand an image on as HTML, as an address, or as both; where it is within a link, the address is the link's. Undefined
 * where there is no image, or more than one.
 */
export function transferredImage({ html, addresses, text }: TransferredText): TransferredImage | undefined {
  const address = onlyImageIn(html) ?? firstAddress(addresses) ?? text.trim();
  if (isLink(address)) return { kind: 'link', link: address };
  if (address.startsWith('data:')) return embeddedImage(address);
  return /^(?:blob|file|about|chrome|moz-extension|content):/.test(address)
    ? { kind: 'outOfReach' }
    : undefined;
}

/** The address of the image of a piece of HTML that is nothing else. Nothing of it is loaded or run. */
function onlyImageIn(html: string): string | undefined {
  if (html === '') return undefined;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const images = body.querySelectorAll('img');
  const isAlone = images.length === 1 && body.textContent.trim() === '';
  return isAlone ? (images[0]?.getAttribute('src')?.trim() ?? undefined) : undefined;
}

/** https://www.rfc-editor.org/rfc/rfc2483#section-5 */
function firstAddress(list: string): string | undefined {
  return list.split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#'));
}

/** https://www.rfc-editor.org/rfc/rfc2397. The page may not fetch such an address. What it really holds, its bytes decide. */
function embeddedImage(address: string): TransferredImage {
  const [, type = '', isBase64, data = ''] = /^data:([^,;]*)[^,]*?(;base64)?,(.*)$/is.exec(address) ?? [];
  try {
    const text = decodeURIComponent(data);
    const bytes = isBase64
      ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      : new TextEncoder().encode(text);
    return { kind: 'file', file: new File([bytes], 'image', { type }) };
  } catch {
    return { kind: 'outOfReach' };
  }
}
