import { distance, type Point } from '../model/geometry/point.ts';

/** As on phones. */
const longPressMs = 500;
/** CSS px. A finger that rests trembles; from here on it drags. */
const moveTolerancePx = 4;

/**
 * Calls `onLongPress` once a finger or a pen has rested for a while where it was pressed. Browsers tell of this by a
 * `contextmenu` event, but not all of them do, and those that do at different times.
 */
export function createLongPress(onLongPress: (event: PointerEvent) => void) {
  let start: Point | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end() {
    clearTimeout(timer);
    start = null;
  }

  return {
    begin(event: PointerEvent) {
      end();
      start = { x: event.clientX, y: event.clientY };
      timer = setTimeout(() => {
        end();
        onLongPress(event);
      }, longPressMs);
    },

    move({ clientX, clientY }: PointerEvent) {
      if (start !== null && distance(start, { x: clientX, y: clientY }) >= moveTolerancePx) end();
    },

    end,
  };
}
