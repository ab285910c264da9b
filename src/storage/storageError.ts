/** `unavailable`: the browser lets nothing be kept; `full`: there is no room; `failed`: anything else. */
export type StorageErrorCode = 'unavailable' | 'full' | 'failed';

const sentences: Record<StorageErrorCode, string> = {
  unavailable: 'This browser does not let the editor keep anything, as in some private windows.',
  full: 'There is no room left in this browser to keep your work.',
  failed: 'This browser could not read or keep your work.',
};

/** Whatever goes wrong with IndexedDB, in one form. What is open in the editor is not affected. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, cause: unknown) {
    super(sentences[code], { cause });
    this.name = 'StorageError';
    this.code = code;
  }
}

/** Runs a piece of work with the database, turning what it throws into a `StorageError`. */
export async function withStorageErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new StorageError(codeOf(error), error);
  }
}

function codeOf(error: unknown): StorageErrorCode {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  const isShut = name === 'SecurityError' || name === 'InvalidStateError' || name === 'UnknownError';
  return isShut ? 'unavailable' : 'failed';
}
