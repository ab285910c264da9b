/** Hands a turn of the wheel to the stage, which zooms and pans also where something lies over it. */
export function passWheelOn(event: WheelEvent) {
  document.querySelector('[role="application"]')?.dispatchEvent(new WheelEvent(event.type, event));
}
