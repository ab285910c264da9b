import { benchRegions, imageSide } from './scene.ts';

/**
 * The yardstick: a page written by hand for this one scene, with the image, the regions and the overlay on a Canvas 2D
 * element each. A vertex drag draws the overlay, a zoom or an image drag draws all three.
 */
export function handWrittenPage(photograph: Buffer): string {
  return `<!doctype html><html><body style="margin:0;background:#17181b;overflow:hidden">
<style>canvas{position:absolute;inset:0}</style>
<canvas id="image"></canvas><canvas id="regions"></canvas><canvas id="overlay"></canvas>
<script>
const side = ${imageSide};
const regions = ${JSON.stringify(benchRegions().map((region) => region.rings[0]))};
const [image, regionLayer, overlay] = ['image', 'regions', 'overlay'].map((id) => {
  const canvas = document.getElementById(id);
  canvas.width = innerWidth;
  canvas.height = innerHeight;
  return canvas.getContext('2d');
});
const pathOf = (ring) => {
  const path = new Path2D();
  ring.forEach(({ x, y }, index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return path;
};
let rest = new Path2D();
regions.forEach((ring, index) => index > 0 && rest.addPath(pathOf(ring)));
let view = { zoom: 0.2, x: 40, y: 40 };
let bitmap;
let mode = 'vertex';
let pointer = { x: 0, y: 0 };
let isDown = false;

function paint(context, path) {
  context.fillStyle = '#ff4d8d';
  context.globalAlpha = 0.42;
  context.fill(path);
  context.globalAlpha = 1;
  context.strokeStyle = '#ff4d8d';
  context.lineWidth = 1.5 / view.zoom;
  context.stroke(path);
}
function clear(context) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, innerWidth, innerHeight);
  context.setTransform(view.zoom, 0, 0, view.zoom, view.x, view.y);
}
function drawImage() {
  clear(image);
  image.drawImage(bitmap, 0, 0, side, side);
}
function drawRegions() {
  clear(regionLayer);
  paint(regionLayer, rest);
}
function drawOverlay() {
  clear(overlay);
  paint(overlay, pathOf(regions[0]));
  overlay.fillStyle = '#fff';
  const size = 8 / view.zoom;
  for (const { x, y } of regions[0]) overlay.fillRect(x - size / 2, y - size / 2, size, size);
}
let isQueued = false;
function queue(draw) {
  if (isQueued) return;
  isQueued = true;
  requestAnimationFrame(() => { isQueued = false; draw(); });
}
const drawAll = () => { drawImage(); drawRegions(); drawOverlay(); };
addEventListener('pointerdown', (event) => { isDown = true; pointer = event; });
addEventListener('pointerup', () => { isDown = false; });
addEventListener('pointermove', (event) => {
  if (!isDown) return;
  const dx = event.clientX - pointer.clientX, dy = event.clientY - pointer.clientY;
  pointer = event;
  if (mode === 'vertex') {
    regions[0][0].x += dx / view.zoom; regions[0][0].y += dy / view.zoom;
    queue(drawOverlay);
  } else {
    view.x += dx; view.y += dy;
    queue(drawAll);
  }
});
addEventListener('wheel', (event) => {
  event.preventDefault();
  const factor = Math.exp(-event.deltaY * 0.0018);
  view.x = event.clientX - (event.clientX - view.x) * factor;
  view.y = event.clientY - (event.clientY - view.y) * factor;
  view.zoom *= factor;
  queue(drawAll);
}, { passive: false });
(async () => {
  const bytes = await (await fetch('data:image/jpeg;base64,${photograph.toString('base64')}')).blob();
  bitmap = await createImageBitmap(bytes, { resizeWidth: 2048, resizeHeight: 2048 });
  drawAll();
  document.title = 'ready';
})();
</script></body></html>`;
}
