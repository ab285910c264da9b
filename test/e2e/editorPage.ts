import { join, resolve } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright';
import { expect as impatient } from 'playwright/test';
import { inject } from 'vitest';
import type { GenerationRequest } from '../../src/contract/generationRequest.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import type { Rect } from '../../src/model/geometry/rect.ts';
import { chromiumArguments, findChromium } from '../helpers/chromium.ts';

export type EditorPage = ReturnType<typeof editorPage>;
export type Modifier = 'Shift' | 'Alt' | 'Control';
type ChosenFile = { name: string; mimeType: string; buffer: Buffer };

/** Playwright's own, with patience for a machine that has other things to do. */
export const expect = impatient.configure({ timeout: 20_000 });

/** Nothing fades: on a machine without a graphics card each step of a transition is a picture that a test waits for. */
export const desktop: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
};

const samples = resolve(import.meta.dirname, '../../public/samples');

export const samplePath = (name: string) => join(samples, name);

export async function launchChromium(): Promise<Browser> {
  // For reverseProxy.test.ts, whose example.com is this machine.
  const args = [...chromiumArguments, '--host-resolver-rules=MAP example.com 127.0.0.1'];
  return chromium.launch({ executablePath: findChromium(), args });
}

let opened: Promise<Browser> | undefined;

/** The one for all files of a worker, with which it ends: a file needs contexts of its own, not a process that takes seconds to start. */
export function openBrowser(): Promise<Browser> {
  opened ??= launchChromium();
  return opened;
}

/** What a file has opened in it, and perhaps not closed. */
export async function closeContexts(browser: Browser) {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** What `read` comes to: asked again at once and often, since most things are there within a frame or two. */
export function soon<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { intervals: [20, 30, 50, 100, 200], timeout: 20_000 });
}

/** The visit of someone who has never been here; `prepare` comes before the first byte. Whoever asks closes its context. */
export async function visitEditor(
  browser: Browser,
  options: BrowserContextOptions = {},
  prepare: (context: BrowserContext) => void = () => undefined,
): Promise<EditorPage> {
  const context = await browser.newContext({ ...desktop, ...options });
  prepare(context);
  const page = await context.newPage();
  await page.goto(inject('editorUrl'));
  return editorPage(page);
}

/** The page in a person's words: points are canvas px, names are what the person reads. */
export function editorPage(page: Page) {
  // These two are looked for at each step, and quicker so than by their roles, which are worked out of every element.
  // accessibleNames.test.ts has the roles.
  const stage = page.locator('[role="application"][aria-label="Canvas"]');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
  const toolbar = page.getByRole('toolbar', { name: 'Tools' });
  const json = page.locator('section[aria-label="Request JSON"]');

  /** Where a canvas point is in the window, in CSS px. */
  async function onScreen(point: Point): Promise<Point> {
    return (await screenNow())(point);
  }

  /** The same for many points, as long as the view stays. */
  async function screenNow(): Promise<(point: Point) => Point> {
    const { left, top, zoom } = await stage.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      const { zoom, originX, originY } = (element as HTMLElement).dataset;
      return { left: left + Number(originX), top: top + Number(originY), zoom: Number(zoom) };
    });
    return ({ x, y }) => ({ x: left + x * zoom, y: top + y * zoom });
  }

  async function withModifiers(modifiers: readonly Modifier[], act: () => Promise<void>) {
    for (const key of modifiers) await page.keyboard.down(key);
    await act();
    for (const key of modifiers) await page.keyboard.up(key);
  }

  async function drag(from: Point, to: Point, modifiers: readonly Modifier[] = []) {
    const toScreen = await screenNow();
    await dragOnScreen(toScreen(from), toScreen(to), { modifiers });
  }

  async function dragOnScreen(
    start: Point,
    end: Point,
    {
      modifiers = [],
      button = 'left',
    }: { modifiers?: readonly Modifier[]; button?: 'left' | 'middle' | 'right' } = {},
  ) {
    await page.mouse.move(start.x, start.y);
    await withModifiers(modifiers, async () => {
      await page.mouse.down({ button });
      await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
      await page.mouse.move(end.x, end.y);
      await page.mouse.up({ button });
    });
  }

  async function click(point: Point, modifiers: readonly Modifier[] = []) {
    const { x, y } = await onScreen(point);
    await withModifiers(modifiers, () => page.mouse.click(x, y));
  }

  async function doubleClick(point: Point) {
    const { x, y } = await onScreen(point);
    await page.mouse.dblclick(x, y);
  }

  /** As if nothing in the page but the stage had the keyboard. */
  async function press(keys: string) {
    await stage.press(keys);
  }

  async function setField(name: string, value: number | string) {
    await field(name).fill(String(value));
    await field(name).press('Enter');
  }

  async function choose(group: string, option: string) {
    await page.getByRole('group', { name: group }).getByRole('radio', { name: option }).click();
  }

  async function savedBy(control: Locator): Promise<string> {
    const downloading = page.waitForEvent('download');
    await control.click();
    return (await downloading).path();
  }

  async function request(): Promise<GenerationRequest> {
    return JSON.parse((await json.textContent()) ?? '');
  }

  async function placement(): Promise<Rect> {
    return (await request()).model_params.img_pos;
  }

  async function openFile(file: string | ChosenFile) {
    const chooser = page.waitForEvent('filechooser');
    await button('Open image').click();
    await (await chooser).setFiles(file);
    await expect(button('Open image')).toHaveAttribute('aria-busy', 'false');
  }

  return {
    page,
    stage,
    button,
    field,
    toolbar,
    json,
    onScreen,
    drag,
    dragOnScreen,
    click,
    doubleClick,
    press,
    setField,
    request,
    placement,
    openFile,
    regions: page.getByRole('list', { name: 'Regions' }).getByRole('listitem'),
    problems: page.getByRole('region', { name: 'Problems' }),
    results: page.getByRole('list', { name: 'Results' }).getByRole('listitem'),
    prompt: page.getByRole('textbox', { name: 'Prompt' }),
    progress: page.getByRole('progressbar', { name: 'Generation progress' }),
    notice: page.getByRole('status', { name: 'Notice' }),
    failure: page.getByRole('article', { name: 'Failure' }),

    /** Opens a bundled sample at 100 %, on a canvas of that size with the image at `at` in its own size. */
    async openSample(name: string, canvas: { width: number; height: number }, at: Point) {
      await openFile(samplePath(name));
      await setField('Canvas width', canvas.width);
      await setField('Canvas height', canvas.height);
      await setField('Image x', at.x);
      await setField('Image y', at.y);
      await press('0');
      await press('1');
      await soon(async () => (await request()).model_params).toMatchObject({
        canvas,
        img_pos: { x: at.x, y: at.y },
      });
    },

    async pickTool(name: string) {
      await toolbar.getByRole('button', { name, exact: true }).click();
    },

    /** Writes what is to be painted, as fast as the sandbox goes. Its markers are in `[sandbox:…]`. */
    async ask(prompt: string) {
      await choose('Speed', 'Turbo');
      await page.getByRole('textbox', { name: 'Prompt' }).fill(prompt);
      await expect(page.getByRole('region', { name: 'Problems' })).not.toContainText('Write a prompt');
    },

    choose,

    /** Clicks the points with the polygon tool, and closes on the first. */
    async drawPolygon(points: readonly Point[]) {
      await press('p');
      for (const point of [...points, ...points.slice(0, 1)]) await click(point);
    },

    /** Presses at the first point and lets go at the last. */
    async drawThrough(points: readonly Point[]) {
      const toScreen = await screenNow();
      for (const [index, point] of points.entries()) {
        const { x, y } = toScreen(point);
        await page.mouse.move(x, y);
        if (index === 0) await page.mouse.down();
      }
      await page.mouse.up();
    },

    /** In the panel of an operation that takes one. */
    async setAmount(px: number) {
      await field('Amount').fill(String(px));
      await field('Amount').press('Tab');
    },

    async drawRectangle(from: Point, to: Point) {
      await press('r');
      await drag(from, to);
    },

    /** The vertices of each region as the request has them: `x,y` pairs of image px. */
    async areas(): Promise<readonly (readonly number[])[]> {
      const { mask } = (await request()).model_params;
      return 'areas' in mask ? mask.areas.map((area) => area.points) : [];
    },

    /** The path of the file that the button saves. */
    async download(name: string): Promise<string> {
      return savedBy(button(name));
    },

    async downloadOf(result: Locator): Promise<string> {
      return savedBy(result.getByRole('button', { name: /^Download/ }));
    },
  };
}
