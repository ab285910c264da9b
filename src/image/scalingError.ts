/** The browser has no memory left to scale or turn the picture. */
export class ScalingError extends Error {}
