/**
 * Documents on their way to a worker and back. Copied as they are they would cost the page's thread an object a vertex, and
 * what comes back would be new objects throughout: caches by region would miss, and `after === document` would never hold. The rule: in a call documents are packed, and in its answer one of the call's is named by its number, and any
 * other is packed as what became of them, so that every region that stayed is the very object it was. A document may be any
 * argument or answer, or stand in a plain object at any depth, but in no list.
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

/** What stands for a document in a call. */
type Sent = { readonly packedDocument: PackedDocument };
/** What stands for one in an answer; the place is that in the call. */
type Answered = { readonly documentPlace: number } | { readonly documentChange: PackedChange };

type Plain = { readonly [key: string]: unknown };

/** A call's arguments, and the documents in them, each once, in the order in which they stand there. */
type Arguments = { readonly given: readonly unknown[]; readonly documents: readonly Document[] };

export function packCall(given: readonly unknown[]): Arguments {
  const sent = new Map<Document, Sent>();
  const pack = (document: Document) =>
    remembered(sent, document, () => ({ packedDocument: packDocument(document) }));
  const packed = given.map((value) => replaceIn(value, isDocument, pack));
  return { given: packed, documents: [...sent.keys()] };
}

/** What was one object on the page, a document or a region in two of them, is one here. */
export function unpackCall(given: readonly unknown[]): Arguments {
  const documents = new Map<Sent, Document>();
  const regions: UnpackedRegions = new Map();
  const unpack = (sent: Sent) =>
    remembered(documents, sent, () => unpackDocument(sent.packedDocument, regions));
  const unpacked = given.map((value) => replaceIn(value, isSent, unpack));
  return { given: unpacked, documents: [...documents.values()] };
}

export function packAnswer(answer: unknown, documents: readonly Document[]): unknown {
  const answered = new Map<Document, Answered>(
    documents.map((document, place) => [document, { documentPlace: place }]),
  );
  return replaceIn(answer, isDocument, (document) =>
    remembered(answered, document, () => ({ documentChange: packChange(documents, document) })),
  );
}

export function unpackAnswer(answer: unknown, documents: readonly Document[]): unknown {
  const unpacked = new Map<Answered, Document>();
  const regions: UnpackedRegions = new Map();
  return replaceIn(answer, isAnswered, (answered) =>
    'documentPlace' in answered
      ? documents[answered.documentPlace]
      : remembered(unpacked, answered, () => unpackChange(documents, answered.documentChange, regions)),
  );
}

/** What the map has by that key; where it has nothing, what is made is kept for the next time. */
function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The value with what is `wanted` replaced wherever it stands; what nothing is replaced in stays the same object. */
function replaceIn<Wanted extends Plain>(
  value: unknown,
  wanted: (value: Plain) => value is Wanted,
  replaced: (value: Wanted) => unknown,
): unknown {
  if (!isPlain(value)) return value;
  if (wanted(value)) return replaced(value);
  let isSame = true;
  const entries = Object.entries(value).map(([key, before]) => {
    const after = replaceIn(before, wanted, replaced);
    isSame &&= after === before;
    return [key, after];
  });
  return isSame ? value : Object.fromEntries(entries);
}

/** Neither a list nor a blob, a bitmap or bytes. */
function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isDocument(value: Plain): value is Document {
  return 'regions' in value && 'placement' in value && 'canvas' in value;
}

function isSent(value: Plain): value is Sent {
  return 'packedDocument' in value;
}

function isAnswered(value: Plain): value is Answered {
  return 'documentPlace' in value || 'documentChange' in value;
}
