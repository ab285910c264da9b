/**
 * Image files are runs of blocks (chunks, segments, sub-blocks). Each format has a generator over its blocks that stops
 * at the end of the data, and yields a block only when all of it is there. Readers then never look past an end, so a
 * file cut anywhere, or with lengths that lie, is simply a shorter run.
 */
export type ByteBlock<Kind> = { readonly kind: Kind; readonly data: DataView };

export function dataViewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The part of `length` bytes from `offset`, or undefined where the data ends before it. */
export function subView(view: DataView, offset: number, length: number): DataView | undefined {
  if (offset + length > view.byteLength) return undefined;
  return new DataView(view.buffer, view.byteOffset + offset, length);
}

/** Bytes as characters of the same codes; fewer where the data ends. */
export function textAt(view: DataView, offset: number, length: number): string {
  const end = Math.min(offset + length, view.byteLength);
  let text = '';
  for (let at = offset; at < end; at++) text += String.fromCharCode(view.getUint8(at));
  return text;
}
