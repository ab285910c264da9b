/** Names content by itself: the hex SHA-256 of the bytes. */
export async function contentId(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (crypto.subtle === undefined) return insecureContentId(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Over plain http from another machine the browser withholds `crypto.subtle`. There the length and FNV-1a must do: they
 * tell one person's files apart, which is all that is asked.
 */
export function insecureContentId(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${bytes.length}-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}
