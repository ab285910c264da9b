/**
 * `refused`: nothing was asked for there. `unavailable`: the host did not deliver. `withheld`: it says that there is nothing,
 * or nothing for us. `unsuitable`: what it has is no use.
 */
export type ImageErrorKind = 'refused' | 'unavailable' | 'withheld' | 'unsuitable';

/** Why no image came. The message is for the person, and one sentence. */
export class ImageError extends Error {
  readonly kind: ImageErrorKind;

  constructor(kind: ImageErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
