/** Of a block that is not compressed; its length has 16 bits. */
const blockMax = 0xffff;

/**
 * The bytes in the form of zlib, as they are: https://www.rfc-editor.org/rfc/rfc1950 around blocks that are stored,
 * https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4
 */
export function storedZlib(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.max(1, Math.ceil(bytes.length / blockMax));
  const stored = new Uint8Array(2 + 5 * blocks + bytes.length + 4);
  const view = new DataView(stored.buffer);
  view.setUint16(0, 0x7801);
  let at = 2;
  for (let block = 0; block < blocks; block++) {
    const content = bytes.subarray(block * blockMax, (block + 1) * blockMax);
    view.setUint8(at, block === blocks - 1 ? 1 : 0);
    view.setUint16(at + 1, content.length, true);
    view.setUint16(at + 3, ~content.length & 0xffff, true);
    stored.set(content, at + 5);
    at += 5 + content.length;
  }
  view.setUint32(at, adler32(bytes));
  return stored;
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 0x10000 + low;
}
