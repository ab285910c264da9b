import fc from 'fast-check';

/** Files that are cut, overwritten here and there, and followed by anything. */
export function hostileFiles(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const edit = fc.tuple(fc.nat(), fc.nat(255));
  return fc
    .tuple(fc.constantFrom(...files), fc.nat(), fc.array(edit, { maxLength: 8 }), fc.uint8Array())
    .map(([file, length, edits, tail]) => {
      const bytes = new Uint8Array([...file.subarray(0, length % (file.length + 1)), ...tail]);
      for (const [at, value] of edits) if (bytes.length > 0) bytes[at % bytes.length] = value;
      return bytes;
    });
}
