/**
 * A hand that holds a pen rests on the screen, before the pen touches it or while it does. Browsers tell of the palm as of any
 * finger. So whatever touches for so many milliseconds before or after an event of the pen, be it only that it hovers, is a palm.
 */
export const palmMs = 500;

export function createPalms() {
  const palms = new Set<number>();
  let penAt = Number.NEGATIVE_INFINITY;

  return {
    /** Whether the event is a palm's. To be asked of every event, pens' among them. */
    has({ type, pointerId, pointerType, timeStamp }: PointerEvent): boolean {
      if (pointerType === 'pen') penAt = timeStamp;
      const isPalm = pointerType === 'touch' && type === 'pointerdown' && timeStamp - penAt < palmMs;
      if (isPalm) palms.add(pointerId);
      const isKnown = palms.has(pointerId);
      if (type === 'pointerup' || type === 'pointercancel') palms.delete(pointerId);
      return isKnown;
    },

    /** What touches already turns out to be one. */
    add(pointerIds: Iterable<number>): void {
      for (const id of pointerIds) palms.add(id);
    },
  };
}
