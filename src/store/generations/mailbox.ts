/** Letters wait in order for whoever asks next; whoever asks first waits for the next letter. */
export function createMailbox<Letter>() {
  const letters: Letter[] = [];
  let receive: ((letter: Letter) => void) | undefined;
  return {
    deliver(letter: Letter) {
      if (receive === undefined) letters.push(letter);
      else receive(letter);
      receive = undefined;
    },
    next(): Promise<Letter> {
      const letter = letters.shift();
      if (letter !== undefined) return Promise.resolve(letter);
      return new Promise((resolve) => {
        receive = resolve;
      });
    },
  };
}
