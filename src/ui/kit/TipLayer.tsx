import { useLayoutEffect, useRef } from 'react';
import { placeTip } from './placeTip.ts';
import { showKeys } from './showKeys.ts';
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
      {tip.text}
      {tip.keys !== undefined && <kbd className={styles.keys}>{showKeys(tip.keys)}</kbd>}
    </div>
  );
}
