import type { CDPSession } from 'playwright';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Point } from '../../src/model/geometry/point.ts';
import { closeContexts, type EditorPage, openBrowser, soon, visitEditor } from './editorPage.ts';

/** Fingers, a pen and a palm as Chromium reports them, on a tablet's touch screen. */
let editor: EditorPage;
let session: CDPSession;

beforeAll(async () => {
  const browser = await openBrowser();
  editor = await visitEditor(browser, { hasTouch: true });
  session = await editor.page.context().newCDPSession(editor.page);
  await editor.openSample('coffee.png', { width: 600, height: 400 }, { x: 0, y: 0 });
  return () => closeContexts(browser);
});

beforeEach(async () => {
  await editor.press('Escape');
  while (await editor.button('Undo').isEnabled()) await editor.button('Undo').click();
  await editor.press('0');
  await editor.press('1');
});

/** Fingers that are down, at points of the canvas; the others have been lifted. */
async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly Point[]) {
  const onScreen = await Promise.all(points.map(editor.onScreen));
  const touchPoints = onScreen.map((point, id) => ({ ...point, id }));
  await session.send('Input.dispatchTouchEvent', { type, touchPoints });
}

async function pen(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', point: Point, isDown = true) {
  const buttons = isDown && type !== 'mouseReleased' ? 1 : 0;
  await session.send('Input.dispatchMouseEvent', {
    type,
    ...(await editor.onScreen(point)),
    button: isDown ? 'left' : 'none',
    buttons,
    clickCount: 1,
    force: 0.5,
    pointerType: 'pen',
  });
}

const regions = () => editor.regions.count();
const view = async () => ({
  zoom: await editor.stage.getAttribute('data-zoom'),
  x: await editor.stage.getAttribute('data-origin-x'),
});

const p = (x: number, y: number): Point => ({ x, y });

test('two fingers move the view in every tool, and what the first has drawn goes', async () => {
  const found: Record<string, unknown> = {};
  const tools = ['Brush', 'Lasso', 'Rectangle', 'Polygon', 'Move image'];
  for (const tool of tools) {
    await editor.pickTool(tool);
    const before = { request: await editor.request(), view: await view() };
    await touch('touchStart', p(100, 100));
    await touch('touchMove', p(110, 108));
    await touch('touchMove', p(130, 120));
    await touch('touchStart', p(130, 120), p(300, 250));
    await touch('touchMove', p(110, 100), p(330, 270));
    await touch('touchEnd');
    const isSame = JSON.stringify(await editor.request()) === JSON.stringify(before.request);
    found[tool] = { isSame, isMoved: (await view()).zoom !== before.view.zoom };
  }
  expect(found).toEqual(Object.fromEntries(tools.map((tool) => [tool, { isSame: true, isMoved: true }])));
});

test('two fingers that tap undo, and three redo', async () => {
  await editor.drawRectangle(p(100, 100), p(200, 200));
  const counts = [await regions()];
  for (const fingers of [
    [p(250, 100), p(300, 150)],
    [p(250, 100), p(300, 150), p(350, 100)],
  ]) {
    await touch('touchStart', ...fingers);
    await touch('touchEnd');
    counts.push(await regions());
  }
  expect(counts).toEqual([1, 0, 1]);
});

test('a rest of the finger brings up the menu in the brush, and leaves no dot', async () => {
  await editor.pickTool('Brush');
  await touch('touchStart', p(200, 200));
  const menu = editor.page.getByRole('menu');
  await soon(() => menu.count()).toBe(1);
  await touch('touchEnd');
  await editor.page.keyboard.press('Escape');
  expect(await regions()).toBe(0);
});

test('a polygon is closed by its button', async () => {
  await editor.pickTool('Polygon');
  const close = editor.button('Close');
  for (const point of [p(100, 100), p(300, 100), p(300, 300)]) {
    expect(await close.count()).toBe(0);
    await touch('touchStart', point);
    await touch('touchEnd');
  }
  await close.click();
  await soon(regions).toBe(1);
});

// After the tests of fingers: for half a second what touches beside a pen is a palm.
test('a pen draws, whatever a palm does before and beside it', async () => {
  await editor.pickTool('Brush');
  await touch('touchStart', p(300, 300));
  await touch('touchMove', p(310, 310));
  await pen('mousePressed', p(100, 100));
  await pen('mouseMoved', p(150, 120));
  await touch('touchMove', p(330, 330));
  await pen('mouseMoved', p(200, 100));
  await pen('mouseReleased', p(200, 100));
  await touch('touchEnd');
  await soon(regions).toBe(1);
  const [area = []] = await editor.areas();
  expect(Math.max(...area.filter((_, index) => index % 2 === 1))).toBeLessThan(200);
});

test('the wheel zooms by a step a notch, with Ctrl or without, and pans where it is set so', async () => {
  const { x, y } = await editor.onScreen(p(300, 200));
  await editor.page.mouse.move(x, y);
  const zooms: string[] = [];
  async function turn(held?: 'Control') {
    const before = Number((await view()).zoom);
    if (held) await editor.page.keyboard.down(held);
    await editor.page.mouse.wheel(0, -100);
    if (held) await editor.page.keyboard.up(held);
    await editor.page.evaluate(() => new Promise(requestAnimationFrame));
    zooms.push((Number((await view()).zoom) / before).toFixed(2));
  }
  await turn();
  await turn('Control');
  await editor.button('Mouse wheel pans').click();
  await editor.page.mouse.move(x, y);
  await turn();
  await turn('Control');
  await editor.button('Mouse wheel pans').click();
  expect(zooms).toEqual(['1.20', '1.20', '1.00', '1.20']);
});

test('on a Mac, Ctrl with a click is a right click in every tool', async () => {
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/150.0 Safari/537.36';
  const mac = await visitEditor(await openBrowser(), { userAgent });
  await mac.openSample('coffee.png', { width: 600, height: 400 }, p(0, 0));
  const { x, y } = await mac.onScreen(p(200, 200));
  const byMac = await mac.page.context().newCDPSession(mac.page);
  const click = async () => {
    for (const type of ['mousePressed', 'mouseReleased'] as const) {
      const button = { button: 'left', buttons: type === 'mousePressed' ? 1 : 0, clickCount: 1 } as const;
      await byMac.send('Input.dispatchMouseEvent', { type, x, y, modifiers: 2, ...button });
    }
  };
  for (const tool of ['Rectangle', 'Polygon', 'Eraser']) {
    await mac.pickTool(tool);
    await click();
    await mac.page.mouse.move(x + 60, y + 60);
  }
  expect(await mac.regions.count()).toBe(0);
  expect(await mac.button('Close').count()).toBe(0);
  await mac.pickTool('Brush');
  await mac.page.mouse.click(x, y);
  await soon(() => mac.regions.count()).toBe(1);
  await click();
  await soon(() => mac.regions.count()).toBe(0);
  await mac.page.context().close();
});

test('a canvas that is made larger than the stage stays in sight', async () => {
  await editor.press('0');
  await editor.setField('Canvas width', 4000);
  await soon(async () => {
    const { zoom, x } = await view();
    const box = await editor.stage.boundingBox();
    return Number(x) >= 0 && Number(x) + 4000 * Number(zoom) <= (box?.width ?? 0);
  }).toBe(true);
});

test('the middle button, which pastes on Linux, does so nowhere over the stage', async () => {
  const { x, y } = await editor.onScreen(p(200, 200));
  const areas = '[{"width":600,"height":400,"points":[10,10,10,90,90,90]}]';
  // As Linux does, once the button is let go.
  await editor.page.evaluate(`window.addEventListener('pointerup', () => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(areas)});
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })`);
  await editor.press('h');
  const counts = [];
  for (const button of ['left', 'middle'] as const) {
    await editor.page.mouse.move(x, y);
    await editor.page.mouse.down({ button });
    await editor.page.mouse.up({ button });
    counts.push(await regions());
  }
  expect(counts).toEqual([1, 1]);
});
