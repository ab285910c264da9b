/**
 * Documents and rings on their way to a worker and back. Copied as they are they would cost the page's thread an object a
 * vertex, and what comes back would be new objects throughout: caches by region would miss, and `after === document` would
 * never hold. The rule: rings and lists of vertices are packed; so are a call's documents; in its answer one of the call's is named by its place,
 * and any other is packed as what became of them, so that every region that stayed is the very object that it was. They may
 * be arguments or answers, or stand in plain objects at any depth and in lists of lists, but documents in no list.
 */
import type { Document } from '../model/document/document.ts';
import {
  type PackedChange,
  type PackedDocument,
  packChange,
  packDocument,
  type UnpackedRegions,
  unpackChange,
  unpackDocument,
} from '../model/document/packDocument.ts';
import { type PackedRings, packRings, unpackRings } from '../model/geometry/rings/packRings.ts';
import type { Rings } from '../model/geometry/rings/ring.ts';
import { isVertices, type PackedVertices, packVertices, unpackVertices } from './packVertices.ts';

/** What stands for rings, for vertices, for a document in a call, and for one in an answer; the place is that in the call. */
type PackedValue =
  | { readonly packedRings: PackedRings }
  | { readonly packedVertices: PackedVertices }
  | { readonly packedDocument: PackedDocument }
  | { readonly documentPlace: number }
  | { readonly documentChange: PackedChange };

/** A call's arguments, and the documents in them, each once, in the order in which they stand there. */
type Arguments = { readonly args: readonly unknown[]; readonly documents: readonly Document[] };

export function packCall(args: readonly unknown[]): Arguments {
  const sent = new Map<Document, PackedValue>();
  const packed = pack(args, sent, (document) => ({ packedDocument: packDocument(document) }));
  return { args: packed, documents: [...sent.keys()] };
}

/** What was one object on the page, a document or a region in two of them, is one here. */
export function unpackCall(args: readonly unknown[]): Arguments {
  const documents = new Map<PackedValue, Document>();
  return { args: unpack(args, [], documents), documents: [...documents.values()] };
}

export function packAnswer(answer: unknown, documents: readonly Document[]): unknown {
  const answered = new Map<Document, PackedValue>(
    documents.map((document, place) => [document, { documentPlace: place }]),
  );
  const change = (document: Document) => ({ documentChange: packChange(documents, document) });
  return pack([answer], answered, change)[0];
}

export function unpackAnswer(answer: unknown, documents: readonly Document[]): unknown {
  return unpack([answer], documents, new Map())[0];
}

/** `known`: what stands for documents already. */
function pack(
  values: readonly unknown[],
  known: Map<Document, PackedValue>,
  packOther: (document: Document) => PackedValue,
): readonly unknown[] {
  const packed = (part: unknown) => {
    if (isDocument(part)) return getOrCreate(known, part, () => packOther(part));
    if (isRings(part)) return { packedRings: packRings(part) };
    return isVertices(part) ? { packedVertices: packVertices(part) } : undefined;
  };
  return values.map((value) => replaceIn(value, packed));
}

/** `called`: the documents of the call that this answers; `known`: what was unpacked already, and then what this holds. */
function unpack(
  values: readonly unknown[],
  callDocuments: readonly Document[],
  known: Map<PackedValue, Document>,
): readonly unknown[] {
  const regions: UnpackedRegions = new Map();
  const unpacked = (part: unknown) => {
    if (!isPacked(part)) return undefined;
    if ('packedRings' in part) return unpackRings(part.packedRings);
    if ('packedVertices' in part) return unpackVertices(part.packedVertices);
    if ('documentPlace' in part) return callDocuments[part.documentPlace];
    return getOrCreate(known, part, () =>
      'packedDocument' in part
        ? unpackDocument(part.packedDocument, regions)
        : unpackChange(callDocuments, part.documentChange, regions),
    );
  };
  return values.map((value) => replaceIn(value, unpacked));
}

/** What the map has by that key; where it has nothing, what is made is kept for the next time. */
function getOrCreate<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The value with what `replaced` knows replaced wherever it stands; what nothing is replaced in stays the same object. */
function replaceIn(value: unknown, replaced: (part: unknown) => unknown): unknown {
  const known = replaced(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const isOfLists = Array.isArray(value[0]) || isPacked(value[0]);
    return isOfLists ? value.map((part) => replaceIn(part, replaced)) : value;
  }
  if (!isPlain(value)) return value;
  let isSame = true;
  const entries = Object.entries(value).map(([key, before]) => {
    const after = replaceIn(before, replaced);
    isSame &&= after === before;
    return [key, after];
  });
  return isSame ? value : Object.fromEntries(entries);
}

/** Neither a list nor a blob, a bitmap or bytes. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isDocument(value: unknown): value is Document {
  return isPlain(value) && 'regions' in value && 'placement' in value && 'canvas' in value;
}

/** Of whole px and nothing else, as what is packed comes back so. */
function isRings(value: unknown): value is Rings {
  return isFilledList(value) && value.every((ring) => isFilledList(ring) && ring.every(isVertex));
}

function isFilledList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isVertex(value: unknown): boolean {
  if (!isPlain(value) || !('x' in value) || !('y' in value)) return false;
  return Number.isInteger(value.x) && Number.isInteger(value.y) && Object.keys(value).length === 2;
}

const packedKeys = [
  'packedRings',
  'packedVertices',
  'packedDocument',
  'documentPlace',
  'documentChange',
] as const;

function isPacked(value: unknown): value is PackedValue {
  return isPlain(value) && packedKeys.some((key) => key in value);
}
