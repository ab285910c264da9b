/**
 * What the page uses of a browser and not every one has: some came with the versions of the last years, some are withheld where
 * the page does not come over https, as in a local network. `browserFeatures.test.ts` takes away each of them.
 */

/** Without any of these there is no editor: Chrome 110, Firefox 115 and Safari 16.4 have them all. */
const needed = [
  'Array.prototype.toSorted',
  'HTMLDialogElement.prototype.showModal',
  'OffscreenCanvas',
  'ResizeObserver',
  'Worker',
  'createImageBitmap',
];

/** What of them this browser lacks. */
export function missingFeatures(): readonly string[] {
  return needed.filter((path) => !isThere(path));
}

function isThere(path: string): boolean {
  let value: unknown = globalThis;
  for (const name of path.split('.')) {
    if (value === null || value === undefined || !(name in Object(value))) return false;
    // The fields of a prototype may only be asked of its instances.
    value = Object.getOwnPropertyDescriptor(value, name)?.value ?? Reflect.get(Object(value), name);
  }
  return true;
}

/** Those that the page does without, and how. */
export const optionalFeatures: Readonly<Record<string, string>> = {
  'PointerEvent.prototype.getCoalescedEvents': 'A stroke has one point a frame: canvas/pointerSample.ts',
  'Navigator.prototype.clipboard': 'The older command copies, keys paste: ui/kit/clipboard.ts',
  'Navigator.prototype.locks': 'Each tab works as if alone: store/tabs/tabs.ts',
  'Navigator.prototype.storage': 'Nobody asks that what is kept is never cleared: storage/openStorage.ts',
  'Crypto.prototype.subtle': 'Files are told apart by a simpler sum: image/contentId.ts',
  BroadcastChannel: 'A tab shows what others did after a reload: store/tabs/tabs.ts',
  CompressionStream: 'Mask files are as large as their pixels: workers/maskPng.ts',
  EventSource: 'Tasks are asked for: api/proxyClient.ts',
  ImageDecoder: 'All of a large photograph is decoded: image/decodeReducedJpeg.ts',
  Notification: 'The tab’s title alone says what has ended: ui/results/notifications.ts',
  WeakRef: 'Undo unpacks each document: store/editor/history.ts',
  indexedDB: 'Nothing is kept, which is said: storage/withoutStorage.ts',
  localStorage: 'Choices hold for this visit: ui/browserChoice.ts',
  sessionStorage: 'A reload opens the work saved last: store/tabs/tabs.ts',
};
