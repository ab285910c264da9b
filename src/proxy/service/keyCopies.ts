import { createPartFinder, type PartFinder, type Range } from './partFinder.ts';
import { unescapeText } from './unescapeText.ts';

/** A part of the key of so many characters is taken for one; what is shorter may be a word by chance. */
const partLengthMin = 12;
/** Escapes may be escaped again on the way through several programs. */
const unescapesMax = 3;

/** Finds copies of a key, and of its parts of twelve characters and more, as they are, in base64, in hex, and escaped in any of these. */
export function createKeyFinder(key: string): PartFinder {
  const bytes = Buffer.from(key);
  const lengthMin = Math.min(bytes.length, partLengthMin);
  const finders = [
    createPartFinder([key], lengthMin),
    hexFinder(bytes, lengthMin),
    base64Finder(bytes, lengthMin),
  ];
  // No form is shorter than the part itself.
  return (text) => (text.length < lengthMin ? [] : findEscaped(finders, text, unescapesMax));
}

function findEscaped(finders: readonly PartFinder[], text: string, unescapes: number): Range[] {
  const found = finders.flatMap((find) => find(text));
  const unescaped = unescapes > 0 ? unescapeText(text) : undefined;
  if (unescaped === undefined) return found;
  const inner = findEscaped(finders, unescaped.text, unescapes - 1);
  return [
    ...found,
    ...inner.map(({ start, end }) => ({ start: unescaped.sourceOf(start), end: unescaped.sourceOf(end) })),
  ];
}

/** With nothing between the bytes, or a separator as in the dumps of Node and of OpenSSL. */
function hexFinder(bytes: Buffer, lengthMin: number): PartFinder {
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  const patterns = ['', ' ', ':'].map((separator) => digits.join(separator));
  return createPartFinder(patterns, lengthMin * 2, lowerCaseOf);
}

function lowerCaseOf(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

/**
 * Base64 writes three bytes as four characters, so that a text that starts at the first, second or third of them looks
 * different: https://www.rfc-editor.org/rfc/rfc4648#section-4. Characters that hold bits of what stands beside it are left out.
 */
function base64Finder(bytes: Buffer, lengthMin: number): PartFinder {
  const startOf = (byte: number) => Math.ceil((byte * 4) / 3);
  const endOf = (byte: number) => Math.floor((byte * 4) / 3);
  const offsets = [0, 1, 2];
  const patterns = offsets.map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    return encoded.slice(startOf(offset), endOf(offset + bytes.length));
  });
  const lengths = offsets.map((offset) => endOf(offset + lengthMin) - startOf(offset));
  return createPartFinder(patterns, Math.min(...lengths), standardOf);
}

/** The URL-safe alphabet has `-` for `+` and `_` for `/`. */
function standardOf(code: number): number {
  if (code === 0x2d) return 0x2b;
  return code === 0x5f ? 0x2f : code;
}
