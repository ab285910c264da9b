import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { NumberField } from '../../src/ui/kit/NumberField.tsx';

afterEach(cleanup);

/** A field for 64 to 4096 that starts at 1024. */
function WidthField({ onCommit }: { onCommit(value: number): void }) {
  const [width, setWidth] = useState(1024);
  const commit = (value: number) => {
    onCommit(value);
    setWidth(value);
  };
  return <NumberField label="Width" mark="W" value={width} min={64} max={4096} onCommit={commit} />;
}

/** Returns what the field commits. */
function renderWidth() {
  const commits: number[] = [];
  render(<WidthField onCommit={(value) => commits.push(value)} />);
  return commits;
}

const field = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Width' });

async function type(text: string) {
  await userEvent.clear(field());
  await userEvent.type(field(), text);
}

describe('a number field', () => {
  test('commits once, on Enter, and not while typing', async () => {
    const commits = renderWidth();
    await type('800');
    expect(commits).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    expect(commits).toEqual([800]);
  });

  test('commits when it is left', async () => {
    const commits = renderWidth();
    await type('1200 px');
    await userEvent.tab();
    expect({ commits, shown: field().value }).toEqual({ commits: [1200], shown: '1200' });
  });

  test('commits nothing when it is left as it was', async () => {
    const commits = renderWidth();
    await type('1024{Enter}');
    await userEvent.tab();
    expect(commits).toEqual([]);
  });

  test('Escape brings back the value and keeps the focus', async () => {
    const commits = renderWidth();
    await type('77{Escape}');
    expect({ shown: field().value, focused: document.activeElement === field() }).toEqual({
      shown: '1024',
      focused: true,
    });
    await userEvent.tab();
    expect(commits).toEqual([]);
  });

  test('arrow keys step by 1, with Shift by 10, each a commit', async () => {
    const commits = renderWidth();
    await userEvent.click(field());
    await userEvent.keyboard('{ArrowUp}{ArrowDown}{Shift>}{ArrowUp}{ArrowDown}{/Shift}');
    expect(commits).toEqual([1025, 1024, 1034, 1024]);
  });

  test('arrow keys go on from what has been typed', async () => {
    const commits = renderWidth();
    await type('500{ArrowUp}');
    expect(commits).toEqual([501]);
  });

  test.each([
    ['5000', 4096],
    ['3', 64],
    ['-1', 64],
  ])('snaps %s into its range and says why', async (typed, committed) => {
    const commits = renderWidth();
    await type(`${typed}{Enter}`);
    expect(commits).toEqual([committed]);
    expect(screen.getByRole('status').textContent).toBe('64 to 4096 px');
    expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('status').id);
  });

  test('refuses what is no number and says so until the next edit', async () => {
    const commits = renderWidth();
    await type('wide{Enter}');
    expect({ commits, shown: field().value, note: screen.getByRole('status').textContent }).toEqual({
      commits: [],
      shown: '1024',
      note: 'Type a whole number.',
    });
    await type('9');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('rounds to whole px', async () => {
    const commits = renderWidth();
    await type('100.6{Enter}');
    expect(commits).toEqual([101]);
  });
});
