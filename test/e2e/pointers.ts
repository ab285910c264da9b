import type { Point } from '../../src/model/geometry/point.ts';
import type { EditorPage } from './editorPage.ts';

/** Something that points: a mouse, a pen or a finger. Points are canvas px. */
export type Pointer = {
  /** Presses at the first point, goes through the others, and lets go at the last. */
  draw(points: readonly Point[]): Promise<void>;
  tap(point: Point): Promise<void>;
};

/** One that stays where it is pressed, until `lift`. */
type Resting = Pointer & {
  press(point: Point): Promise<void>;
  lift(point: Point): Promise<void>;
};

/** The pen last: for half a second after it, a finger is a palm. */
export const pointers = { mouse, touch, pen };

async function mouse({ drawThrough, click }: EditorPage): Promise<Pointer> {
  return { draw: drawThrough, tap: click };
}

/** With half its force a pen gives the brush its set width; `forces` are those at each of the points. */
async function pen({ page, onScreen }: EditorPage) {
  const session = await page.context().newCDPSession(page);
  async function send(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', point: Point, force = 0.5) {
    const isDown = type !== 'mouseReleased';
    await session.send('Input.dispatchMouseEvent', {
      type,
      ...(await onScreen(point)),
      button: 'left',
      buttons: isDown ? 1 : 0,
      clickCount: 1,
      force: isDown ? force : 0,
      pointerType: 'pen',
    });
  }
  async function draw([first = { x: 0, y: 0 }, ...others]: readonly Point[], forces: readonly number[] = []) {
    await send('mousePressed', first, forces[0]);
    for (const [index, point] of others.entries()) await send('mouseMoved', point, forces[index + 1]);
    await send('mouseReleased', others.at(-1) ?? first);
  }
  return {
    draw,
    tap: (point: Point) => draw([point]),
    press: (point: Point) => send('mousePressed', point),
    lift: (point: Point) => send('mouseReleased', point),
  };
}

async function touch({ page, onScreen }: EditorPage): Promise<Resting> {
  const session = await page.context().newCDPSession(page);
  async function send(type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly Point[]) {
    const touchPoints = await Promise.all(points.map(onScreen));
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
  async function draw([first = { x: 0, y: 0 }, ...others]: readonly Point[]) {
    await send('touchStart', first);
    for (const point of others) await send('touchMove', point);
    await send('touchEnd');
  }
  return {
    draw,
    tap: (point) => draw([point]),
    press: (point) => send('touchStart', point),
    lift: () => send('touchEnd'),
  };
}
