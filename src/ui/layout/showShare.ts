/** A part of a whole as a percentage. Never "0 %" for something, nor "100 %" where something is missing. */
export function showShare(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %';
  if (share > 0.999 && share < 1) return '> 99.9 %';
  return `${Number((share * 100).toFixed(1))} %`;
}
