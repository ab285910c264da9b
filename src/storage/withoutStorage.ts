import type { EditorStorage } from './openStorage.ts';
import type { StorageError } from './storageError.ts';

/** The storage of a browser that has none: nothing is found, and saving fails with the error. */
export function withoutStorage(error: StorageError): EditorStorage {
  const reject = () => Promise.reject(error);
  const resolve = () => Promise.resolve();
  const findNothing = () => Promise.resolve(undefined);
  return {
    isUnavailable: true,
    saveWork: reject,
    loadWork: findNothing,
    listWorks: () => Promise.resolve([]),
    saveImage: reject,
    loadImage: findNothing,
    saveGeneration: reject,
    loadGeneration: findNothing,
    loadGenerations: () => Promise.resolve([]),
    deleteGeneration: resolve,
    saveResult: reject,
    saveUpload: reject,
    deleteUpload: resolve,
    loadUploads: () => Promise.resolve(new Map()),
    prune: resolve,
    persist: resolve,
    listen: () => undefined,
    close: () => undefined,
  };
}
