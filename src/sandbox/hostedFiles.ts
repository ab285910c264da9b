import type { ImageMimeType } from '../contract/imageType.ts';

export type HostedFile = {
  readonly id: string;
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mimeType: ImageMimeType;
  /** Milliseconds since 1970, like `expiresAt`. */
  readonly hostedAt: number;
  readonly expiresAt: number;
};

/** `origin` is where the sandbox was reached: its files are then found under the same address. */
type NewFile = Pick<HostedFile, 'bytes' | 'mimeType'> & {
  readonly origin: string;
  readonly name: string;
  readonly lifetimeHours: number;
};

export type HostedFiles = {
  host(file: NewFile): HostedFile;
  /** The file at this URL, unless it has expired or made room for newer ones. */
  find(url: string): HostedFile | undefined;
};

export type HostingValues = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A text that cannot be guessed: who has a file's URL may read it. */
  readonly randomId: () => string;
  readonly storageBytesMax: number;
};

const hourMs = 3_600_000;

/** Files in memory. Beyond `storageBytesMax` the oldest go first. */
export function createHostedFiles({ now, randomId, storageBytesMax }: HostingValues): HostedFiles {
  const files = new Map<string, HostedFile>();
  let storedBytes = 0;

  const drop = (file: HostedFile): void => {
    files.delete(file.url);
    storedBytes -= file.bytes.length;
  };
  const makeRoom = (): void => {
    for (const file of files.values()) {
      if (file.expiresAt <= now() || storedBytes > storageBytesMax) drop(file);
    }
  };

  return {
    host: ({ origin, name, bytes, mimeType, lifetimeHours }) => {
      const id = randomId();
      const url = `${origin}/files/${id}/${name}`;
      const hostedAt = now();
      const file = { id, url, bytes, mimeType, hostedAt, expiresAt: hostedAt + lifetimeHours * hourMs };
      files.set(url, file);
      storedBytes += bytes.length;
      makeRoom();
      return file;
    },
    find: (url) => {
      const file = files.get(url);
      return file !== undefined && file.expiresAt > now() ? file : undefined;
    },
  };
}
