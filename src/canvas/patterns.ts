import { palette } from './palette.ts';

const tiles = new Map<string, HTMLCanvasElement>();

/** Diagonal lines for what will be generated, the same at any zoom. */
export function hatchPattern(context: CanvasRenderingContext2D, pixelRatio: number): CanvasPattern | null {
  return patternOf(context, `hatch ${pixelRatio}`, 8, pixelRatio, (tile) => {
    tile.strokeStyle = palette.generated;
    tile.lineWidth = 1;
    tile.beginPath();
    for (const offset of [-8, 0, 8]) {
      tile.moveTo(offset, 8);
      tile.lineTo(offset + 8, 0);
    }
    tile.stroke();
  });
}

/** A checkerboard behind transparent parts of an image. */
export function checkerPattern(context: CanvasRenderingContext2D, pixelRatio: number): CanvasPattern | null {
  return patternOf(context, `checker ${pixelRatio}`, 16, pixelRatio, (tile) => {
    tile.fillStyle = palette.checkerDark;
    tile.fillRect(0, 0, 16, 16);
    tile.fillStyle = palette.checkerLight;
    tile.fillRect(0, 0, 8, 8);
    tile.fillRect(8, 8, 8, 8);
  });
}

function patternOf(
  context: CanvasRenderingContext2D,
  key: string,
  side: number,
  pixelRatio: number,
  draw: (tile: CanvasRenderingContext2D) => void,
): CanvasPattern | null {
  let canvas = tiles.get(key);
  if (canvas === undefined) {
    canvas = document.createElement('canvas');
    // In whole pixels, or tiles would not meet.
    const pixels = Math.round(side * pixelRatio);
    canvas.width = pixels;
    canvas.height = pixels;
    const tile = canvas.getContext('2d');
    tile?.scale(pixels / side, pixels / side);
    if (tile) draw(tile);
    tiles.set(key, canvas);
  }
  const pattern = context.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / pixelRatio));
  return pattern;
}
