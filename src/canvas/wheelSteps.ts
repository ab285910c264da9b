/** CSS px: that of three lines, the least that a mouse's notch turns. */
const pixelsPerStep = 48;

/**
 * Says of each turn of the wheel whether it makes a step: 1 away from the person, -1 towards them, 0 not yet. A notch of any
 * mouse is one step, however far it turns; the small turns of a trackpad add up to one.
 */
export function createWheelSteps(): (deltaY: number) => -1 | 0 | 1 {
  let turned = 0;
  return (deltaY) => {
    turned += deltaY;
    if (Math.abs(turned) < pixelsPerStep) return 0;
    const step = turned < 0 ? 1 : -1;
    turned = 0;
    return step;
  };
}
