/**
 * Browsers report a mouse's wheel and two fingers on a trackpad by the same event, and say nowhere which it is. People expect
 * the wheel to zoom, by one step a notch, and the fingers to pan. A notch is told from a swipe by what the browser counts it
 * as: lines or pages in Firefox, and elsewhere the old `wheelDeltaY`, which is 120 a notch, while a swipe has three for each
 * pixel. https://developer.mozilla.org/docs/Web/API/WheelEvent
 */
export type WheelTurn =
  /** Towards the person where positive. */
  | { readonly kind: 'notches'; readonly notches: number; readonly isSideways: boolean }
  /** CSS px. */
  | { readonly kind: 'swipe'; readonly x: number; readonly y: number };

type Wheel = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'timeStamp'> & {
  readonly wheelDeltaX?: number;
  readonly wheelDeltaY?: number;
};

/** In milliseconds: what turns on sooner is the same device. */
const pauseMs = 200;
const wheelDeltaPerNotch = 120;
/** Firefox's, as most systems set it. */
const linesPerNotch = 3;
/** CSS px, where the browser says nothing else: no swipe begins so fast. */
const notchPixelsMin = 50;
const pixelsPerNotch = 100;

/** A device goes on being what it was taken for until it rests: a swipe may look like a notch now and then. */
export function createWheelTurns(): (event: Wheel) => WheelTurn {
  let last: { kind: WheelTurn['kind']; timeStamp: number } = { kind: 'swipe', timeStamp: -pauseMs };
  return (event) => {
    const isGoingOn = event.timeStamp - last.timeStamp < pauseMs;
    const kind = isGoingOn ? last.kind : kindOf(event);
    last = { kind, timeStamp: event.timeStamp };
    if (kind === 'swipe') return { kind, x: event.deltaX, y: event.deltaY };
    return { kind, notches: notchesOf(event), isSideways: event.deltaY === 0 };
  };
}

function kindOf(event: Wheel): WheelTurn['kind'] {
  if (event.deltaMode !== 0) return 'notches';
  if (event.deltaX !== 0 && event.deltaY !== 0) return 'swipe';
  const { pixels, wheelDelta } = mainAxis(event);
  if (wheelDelta === undefined) return Math.abs(pixels) >= notchPixelsMin ? 'notches' : 'swipe';
  const isOfSwipe = Math.abs(Math.abs(wheelDelta) - 3 * Math.abs(pixels)) <= 3;
  return wheelDelta % wheelDeltaPerNotch === 0 && !isOfSwipe ? 'notches' : 'swipe';
}

function notchesOf(event: Wheel): number {
  const { pixels, wheelDelta } = mainAxis(event);
  if (event.deltaMode === 1) return atLeastOne(pixels / linesPerNotch);
  if (event.deltaMode === 2) return Math.sign(pixels);
  return wheelDelta === undefined
    ? atLeastOne(pixels / pixelsPerNotch)
    : atLeastOne(-wheelDelta / wheelDeltaPerNotch);
}

/** Shift turns the wheel sideways in some browsers. */
function mainAxis({ deltaX, deltaY, wheelDeltaX, wheelDeltaY }: Wheel) {
  const [pixels, told] = deltaY === 0 ? [deltaX, wheelDeltaX] : [deltaY, wheelDeltaY];
  // It runs the other way, and is 0 where a browser does not know.
  const isTold = told !== undefined && told !== 0 && Math.sign(told) === -Math.sign(pixels);
  return { pixels, wheelDelta: isTold ? told : undefined };
}

function atLeastOne(notches: number): number {
  return Math.sign(notches) * Math.max(1, Math.round(Math.abs(notches)));
}
