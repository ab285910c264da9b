import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { clamp } from '../../model/geometry/scalar.ts';

type ScrubProps = {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly isDisabled: boolean;
  onScrub(value: number): void;
  onRelease(): void;
  onCancel(): void;
  /** It was pressed and not moved. */
  onClick(): void;
};

/** CSS px. What moves less was a click. */
const slack = 3;

/** Dragging to the right makes a number larger and to the left smaller, by 1 a CSS px, with Shift by 10. */
export function useScrub(props: ScrubProps) {
  const { value, min, max, isDisabled, onScrub, onRelease, onCancel, onClick } = props;
  const press = useRef<{ x: number; number: number } | null>(null);
  const [isScrubbing, setIsScrubbing] = useState(false);

  function end() {
    press.current = null;
    setIsScrubbing(false);
  }

  function cancel() {
    if (press.current === null) return;
    end();
    if (isScrubbing) onCancel();
  }

  const cancelByKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    cancel();
  });

  useEffect(() => {
    if (!isScrubbing) return;
    const listener = (event: KeyboardEvent) => cancelByKey(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [isScrubbing]);

  function onPointerMove({ clientX, shiftKey }: PointerEvent) {
    const { current } = press;
    if (current === null || (!isScrubbing && Math.abs(clientX - current.x) < slack)) return;
    // What was typed and not finished is committed by the press, after this has heard of it.
    const from = isScrubbing ? current.number : value;
    const number = clamp(from + (clientX - current.x) * (shiftKey ? 10 : 1), min, max);
    press.current = { x: clientX, number };
    setIsScrubbing(true);
    onScrub(Math.round(number));
  }

  return {
    onPointerDown(event: PointerEvent) {
      if (isDisabled || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, number: value };
    },
    onPointerMove,
    onPointerUp() {
      if (press.current === null) return;
      end();
      if (isScrubbing) onRelease();
      else onClick();
    },
    onLostPointerCapture: cancel,
  };
}
