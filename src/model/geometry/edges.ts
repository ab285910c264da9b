export type Edge = 'top' | 'right' | 'bottom' | 'left';

/** One number for each side of a rectangle, such as the px of a margin. */
export type EdgeValues = Readonly<Record<Edge, number>>;

export const zeroEdges: EdgeValues = { top: 0, right: 0, bottom: 0, left: 0 };
