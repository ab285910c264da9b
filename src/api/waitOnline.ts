export type Wait = (milliseconds: number) => Promise<void>;

/** A pause between two tries. Coming online ends it, since what was in the way is then most likely gone. */
export const waitOnline: Wait = (milliseconds) =>
  new Promise((resolve) => {
    function end() {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    }
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
  });
