import { useLayoutEffect, useRef } from 'react';
import type { Point } from '../../model/geometry/point.ts';
import type { Rect, Size } from '../../model/geometry/rect.ts';
import { clamp } from '../../model/geometry/scalar.ts';
import { Keys } from './Keys.tsx';
import type { TipSide } from './Tip.tsx';
import styles from './TipLayer.module.css';
import { useCurrentTip } from './useCurrentTip.ts';

const layerId = 'tip';

/** Shows the tip of the control that is pointed at or focused. One for the page, so that a hundred controls cost nothing. */
export function TipLayer() {
  const tip = useCurrentTip();
  const layer = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (tip === null || layer.current === null) return;
    const { anchor, side } = tip;
    const { x, y } = placeTip(anchor.getBoundingClientRect(), layer.current.getBoundingClientRect(), side, {
      width: window.innerWidth,
      height: window.innerHeight,
    });
    layer.current.style.transform = `translate(${x}px, ${y}px)`;
    if (anchor.hasAttribute('aria-describedby')) return;
    anchor.setAttribute('aria-describedby', layerId);
    return () => anchor.removeAttribute('aria-describedby');
  }, [tip]);

  if (tip === null) return null;
  return (
    <div ref={layer} id={layerId} role="tooltip" className={styles.tip}>
      <span>{tip.text}</span>
      {tip.keys !== undefined && <Keys className={styles.keys} keys={tip.keys} />}
    </div>
  );
}

/** CSS px between the control and its tip, and at least between the tip and the window's edges. */
const gap = 6;

const opposite: Readonly<Record<TipSide, TipSide>> = {
  top: 'bottom',
  bottom: 'top',
  left: 'right',
  right: 'left',
};

/** Where a tip's top-left corner goes, in CSS px of the window: beside its control, on the other side where there is no room. */
function placeTip(anchor: Rect, tip: Size, side: TipSide, window: Size): Point {
  const preferred = placeBeside(anchor, tip, side);
  const { x, y } = hasRoom(preferred, tip, side, window)
    ? preferred
    : placeBeside(anchor, tip, opposite[side]);
  return {
    x: Math.round(clamp(x, gap, Math.max(gap, window.width - tip.width - gap))),
    y: Math.round(clamp(y, gap, Math.max(gap, window.height - tip.height - gap))),
  };
}

function placeBeside(anchor: Rect, tip: Size, side: TipSide): Point {
  const middle = {
    x: anchor.x + (anchor.width - tip.width) / 2,
    y: anchor.y + (anchor.height - tip.height) / 2,
  };
  switch (side) {
    case 'top':
      return { x: middle.x, y: anchor.y - tip.height - gap };
    case 'bottom':
      return { x: middle.x, y: anchor.y + anchor.height + gap };
    case 'left':
      return { x: anchor.x - tip.width - gap, y: middle.y };
    case 'right':
      return { x: anchor.x + anchor.width + gap, y: middle.y };
  }
}

/** Whether there is room on that side; along the other axis a tip is pushed in. */
function hasRoom({ x, y }: Point, tip: Size, side: TipSide, window: Size): boolean {
  return side === 'top' || side === 'bottom'
    ? y >= 0 && y + tip.height <= window.height
    : x >= 0 && x + tip.width <= window.width;
}
