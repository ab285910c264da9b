import { type Browser, chromium, type Locator, type Page } from 'playwright';
import type { Point } from '../../src/model/geometry/point.ts';
import { chromiumArguments, findChromium } from '../helpers/chromium.ts';

export type EditorPage = ReturnType<typeof editorPage>;
type Modifier = 'Shift' | 'Alt' | 'Control';

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
}

/** The page in a person's words: points are canvas px, names are what the person reads. */
export function editorPage(page: Page) {
  const stage = page.getByRole('application', { name: 'Canvas' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
  const toolbar = page.getByRole('toolbar', { name: 'Tools' });

  /** Where a canvas point is in the window, in CSS px. */
  async function onScreen(point: Point): Promise<Point> {
    return stage.evaluate((element, { x, y }) => {
      const { left, top } = element.getBoundingClientRect();
      const { zoom, originX, originY } = (element as HTMLElement).dataset;
      return { x: left + Number(originX) + x * Number(zoom), y: top + Number(originY) + y * Number(zoom) };
    }, point);
  }

  async function withModifiers(modifiers: readonly Modifier[], act: () => Promise<void>) {
    for (const key of modifiers) await page.keyboard.down(key);
    await act();
    for (const key of modifiers) await page.keyboard.up(key);
  }

  async function drag(from: Point, to: Point, modifiers: readonly Modifier[] = []) {
    const [start, end] = [await onScreen(from), await onScreen(to)];
    await page.mouse.move(start.x, start.y);
    await withModifiers(modifiers, async () => {
      await page.mouse.down();
      await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
      await page.mouse.move(end.x, end.y, { steps: 4 });
      await page.mouse.up();
    });
  }

  async function click(point: Point, modifiers: readonly Modifier[] = []) {
    const { x, y } = await onScreen(point);
    await withModifiers(modifiers, () => page.mouse.click(x, y));
  }

  async function savedBy(control: Locator): Promise<string> {
    const downloading = page.waitForEvent('download');
    await control.click();
    return (await downloading).path();
  }

  async function request() {
    return JSON.parse((await page.getByRole('region', { name: 'Request JSON' }).textContent()) ?? '');
  }

  return {
    page,
    stage,
    button,
    field,
    toolbar,
    onScreen,
    drag,
    click,
    request,
    regions: page.getByRole('list', { name: 'Regions' }).getByRole('listitem'),
    problems: page.getByRole('region', { name: 'Problems' }),
    results: page.getByRole('list', { name: 'Results' }).getByRole('listitem'),
    prompt: page.getByRole('textbox', { name: 'Prompt' }),
    progress: page.getByRole('progressbar', { name: 'Generation progress' }),

    async openFile(path: string) {
      const chooser = page.waitForEvent('filechooser');
      await button('Open image').first().click();
      await (await chooser).setFiles(path);
    },

    async pickTool(name: string) {
      await toolbar.getByRole('button', { name, exact: true }).click();
    },

    async setField(name: string, value: number) {
      await field(name).fill(String(value));
      await field(name).press('Enter');
    },

    async choose(group: string, option: string) {
      await chosenIn(
        page.getByRole('group', { name: group }).or(page.getByRole('radiogroup', { name: group })),
        option,
      );
    },

    /** Clicks the points with the polygon tool, and closes on the first. */
    async drawPolygon(points: readonly Point[]) {
      await page.keyboard.press('p');
      for (const point of [...points, ...points.slice(0, 1)]) await click(point);
    },

    async drawRectangle(from: Point, to: Point) {
      await page.keyboard.press('r');
      await drag(from, to);
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

async function chosenIn(group: Locator, option: string) {
  await group
    .getByRole('radio', { name: option })
    .or(group.getByRole('button', { name: option }))
    .first()
    .click();
}
