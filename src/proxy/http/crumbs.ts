import { IncomingMessage } from 'node:http';

/** With more chunks than that, they have to have so many bytes on average. */
const fewChunks = 500;
const chunkBytesMin = 64;

/** Tells with each chunk whether those so far are crumbs. Nobody sends a body so but to hold others up. */
export function createCrumbCounter(): (chunk: Uint8Array) => boolean {
  let [count, bytes] = [0, 0];
  return (chunk) => {
    count += 1;
    bytes += chunk.length;
    return count > fewChunks && bytes < count * chunkBytesMin;
  };
}

/**
 * One packet has room for ten thousand chunks of a byte each, and Node hands them all on before anybody else has a turn. Of a
 * body in crumbs this takes in no more, its end included, so that whoever reads it has to ask for `isInCrumbs`.
 */
export class BoundedRequest extends IncomingMessage {
  isInCrumbs = false;
  readonly #areCrumbs = createCrumbCounter();

  override push(chunk: Uint8Array | null): boolean {
    if (this.isInCrumbs) return false;
    this.isInCrumbs = chunk !== null && this.#areCrumbs(chunk);
    return super.push(chunk);
  }
}
