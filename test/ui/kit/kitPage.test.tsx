import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KitPage } from '../../../src/ui/kit/page/KitPage.tsx';

const components = Object.keys(import.meta.glob('../../../src/ui/kit/*.tsx')).map((path) =>
  path.replace(/^.*\/|\.tsx$/g, ''),
);

beforeEach(() => void render(<KitPage />));
afterEach(cleanup);

describe('the page of the kit', () => {
  test('shows every component by its name', () => {
    expect(components).toContain('Button');
    // The layer shows the tips of all others.
    const shown = components.filter((name) => name !== 'TipLayer');
    const missing = shown.filter((name) => screen.queryByRole('region', { name }) === null);
    expect(missing).toEqual([]);
  });

  test('shows a number that is refused, a tip, and what opens', async () => {
    const numbers = within(screen.getByRole('region', { name: 'NumberField' }));
    expect(await numbers.findByText('64 to 4096 px')).toBeVisible();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('A tip, with keys');
    screen.getByRole('button', { name: 'With actions' }).click();
    expect(await screen.findByRole('dialog', { name: 'A dialog' })).toBeVisible();
    screen.getByRole('button', { name: 'Cancel' }).click();
    screen.getByRole('button', { name: 'At the pointer' }).click();
    expect(await screen.findByRole('menuitem', { name: 'Clear mask' })).toBeVisible();
  });
});
