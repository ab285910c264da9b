/** Items in the order in which they came, for one reader. */
export type EventQueue<Item> = Readonly<{
  push(item: Item): void;
  /** The next item, or undefined where none comes within `milliseconds`. */
  next(milliseconds: number): Promise<Item | undefined>;
}>;

/** Empty, and without a bound. */
export function createEventQueue<Item>(): EventQueue<Item> {
  const items: Item[] = [];
  let wake: () => void = () => undefined;
  return {
    push: (item) => {
      items.push(item);
      wake();
    },
    next: (milliseconds) => {
      if (items.length > 0) return Promise.resolve(items.shift());
      return new Promise((resolve) => {
        const timer = setTimeout(deliver, milliseconds);
        wake = deliver;
        function deliver(): void {
          clearTimeout(timer);
          wake = () => undefined;
          resolve(items.shift());
        }
      });
    },
  };
}
