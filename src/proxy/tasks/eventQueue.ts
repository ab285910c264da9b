/** Letters in the order in which they came, for one reader. */
export type Mailbox<Letter> = Readonly<{
  put(letter: Letter): void;
  /** The next letter, or undefined where none comes within `milliseconds`. */
  take(milliseconds: number): Promise<Letter | undefined>;
}>;

export function createMailbox<Letter>(): Mailbox<Letter> {
  const letters: Letter[] = [];
  let wake: () => void = () => undefined;
  return {
    put: (letter) => {
      letters.push(letter);
      wake();
    },
    take: (milliseconds) => {
      if (letters.length > 0) return Promise.resolve(letters.shift());
      return new Promise((resolve) => {
        const timer = setTimeout(deliver, milliseconds);
        wake = deliver;
        function deliver(): void {
          clearTimeout(timer);
          wake = () => undefined;
          resolve(letters.shift());
        }
      });
    },
  };
}
