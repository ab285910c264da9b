import type { EditorStorage } from './openStorage.ts';
import type { StorageError } from './storageError.ts';

/** The storage of a browser that has none: nothing is found, and saving fails with the error. */
export function withoutStorage(error: StorageError): EditorStorage {
  const refuse = () => Promise.reject(error);
  const accept = () => Promise.resolve();
  const findNothing = () => Promise.resolve(undefined);
  return {
    keepsNothing: true,
    saveWork: refuse,
    loadWork: findNothing,
    listWorks: () => Promise.resolve([]),
    saveImage: refuse,
    loadImage: findNothing,
    saveGeneration: refuse,
    loadGeneration: findNothing,
    loadGenerations: () => Promise.resolve([]),
    deleteGeneration: accept,
    saveResult: refuse,
    saveUpload: refuse,
    deleteUpload: accept,
    loadUploads: () => Promise.resolve(new Map()),
    prune: accept,
    persist: accept,
    close: () => undefined,
  };
}
