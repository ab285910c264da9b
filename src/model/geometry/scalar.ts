export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Rounds, and never to -0, which equals 0 but is not the same value. */
export function roundPx(value: number): number {
  return Math.round(value) + 0;
}
