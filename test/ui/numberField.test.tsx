import { cleanup, fireEvent, render, screen } from '@testing-library/react';
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
  return <Width value={width} onCommit={commit} />;
}

type WidthProps = { value: number; onLive?(value: number): void; onCommit?(value: number): void };

function Width({ onCommit = () => undefined, ...props }: WidthProps) {
  return <NumberField label="Width" mark="W" min={64} max={4096} onCommit={onCommit} {...props} />;
}

/** Returns what the field commits. */
function renderWidth() {
  const commits: number[] = [];
  render(<WidthField onCommit={(value) => commits.push(value)} />);
  return commits;
}

const field = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Width' });

const shown = () => ({
  text: field().value,
  note: screen.getByRole('status').textContent,
  isInvalid: field().getAttribute('aria-invalid'),
});

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

  test.each([
    ['wide', 'Type a whole number.'],
    ['0x400', 'Type a whole number.'],
    ['1e3', 'Type a whole number.'],
    ['1.024', 'This can be read as two numbers. Type it without points and commas.'],
  ])('refuses %s, keeps it as it was typed, and says so until the next edit', async (typed, note) => {
    const commits = renderWidth();
    await type(`${typed}{Enter}`);
    await userEvent.tab();
    expect({ commits, ...shown() }).toEqual({ commits: [], text: typed, note, isInvalid: 'true' });
    await userEvent.type(field(), '{Backspace}');
    expect(shown()).toEqual({ text: typed.slice(0, -1), note: '', isInvalid: 'false' });
    await userEvent.keyboard('{Escape}');
    expect(shown()).toEqual({ text: '1024', note: '', isInvalid: 'false' });
  });

  test('what was refused leaves with a value that comes from elsewhere', async () => {
    const { rerender } = render(<Width value={1024} />);
    await type('wide{Enter}');
    rerender(<Width value={512} />);
    expect(shown()).toEqual({ text: '512', note: '', isInvalid: 'false' });
  });

  test('an emptied field has its value again when it is left', async () => {
    const commits = renderWidth();
    await userEvent.clear(field());
    await userEvent.tab();
    expect({ commits, ...shown() }).toEqual({ commits: [], text: '1024', note: '', isInvalid: 'false' });
  });

  test.each([
    ['1,536', 1536],
    ['1 536', 1536],
    ['１５３６', 1536],
    ['910*1.5', 1365],
    ['50%', 512],
    ['100% + 20 px', 1044],
    ['*2', 2048],
  ])('reads %s', async (typed, committed) => {
    const commits = renderWidth();
    await type(`${typed}{Enter}`);
    expect({ commits, ...shown() }).toMatchObject({ commits: [committed], text: String(committed) });
  });

  test('Enter keeps the focus, and the next number takes the place of this one', async () => {
    const commits = renderWidth();
    await type('800{Enter}');
    await userEvent.keyboard('900{Enter}');
    expect({ commits, isFocused: document.activeElement === field() }).toEqual({
      commits: [800, 900],
      isFocused: true,
    });
  });

  test('rounds to whole px', async () => {
    const commits = renderWidth();
    await type('100.6{Enter}');
    expect(commits).toEqual([101]);
  });
});

/** A field that is told of each number while it is typed or dragged, and has it at once. */
function renderLiveWidth() {
  const told: string[] = [];
  function LiveWidth() {
    const [width, setWidth] = useState(1024);
    const tell = (how: string) => (value: number) => {
      told.push(`${how} ${value}`);
      setWidth(value);
    };
    return <Width value={width} onLive={tell('live')} onCommit={tell('commit')} />;
  }
  render(<LiveWidth />);
  return told;
}

describe('a live number', () => {
  test('is told with each key, within its range, and committed once', async () => {
    const told = renderLiveWidth();
    await type('800*2{Enter}');
    await userEvent.tab();
    expect(told).toEqual([
      'live 1024',
      ...['live 64', 'live 80', 'live 800', 'live 1024', 'live 1600'],
      'commit 1600',
    ]);
  });

  test('is again what it was when typing is given up', async () => {
    const told = renderLiveWidth();
    await type('800{Escape}');
    await userEvent.tab();
    expect({ told: told.at(-1), text: field().value }).toEqual({ told: 'live 1024', text: '1024' });
  });

  test('a percentage is of what there was before', async () => {
    const told = renderLiveWidth();
    await type('50%{Enter}');
    expect(told.at(-1)).toBe('commit 512');
  });
});

describe('dragging the mark', () => {
  const mark = () => screen.getByText('W');

  const at = (x: number, shiftKey = false) => ({ pointerId: 1, button: 0, clientX: x, shiftKey });

  /** Moves of the pointer that pressed at 100, by their clientX. */
  function drag(...moves: ReturnType<typeof at>[]) {
    mark().setPointerCapture = () => undefined;
    fireEvent.pointerDown(mark(), at(100));
    for (const move of moves) fireEvent.pointerMove(mark(), move);
  }

  test('changes the number by 1 a px, with Shift by 10, and commits once', () => {
    const told = renderLiveWidth();
    drag(at(110), at(120, true), at(115));
    expect(field().value).toBe('1129');
    fireEvent.pointerUp(mark(), at(115));
    expect(told).toEqual(['live 1034', 'live 1134', 'live 1129', 'commit 1129']);
  });

  test('comes back from the end of the range at once', () => {
    const commits = renderWidth();
    drag(at(2000, true), at(1990));
    fireEvent.pointerUp(mark(), at(1990));
    expect(commits).toEqual([4086]);
  });

  test.each([
    ['Escape', () => fireEvent.keyDown(mark(), { key: 'Escape' })],
    ['losing the pointer', () => fireEvent.lostPointerCapture(mark(), at(150))],
  ])('is given up by %s', (_how, giveUp) => {
    const told = renderLiveWidth();
    drag(at(150));
    giveUp();
    fireEvent.pointerMove(mark(), at(200));
    fireEvent.pointerUp(mark(), at(200));
    expect({ told, ...shown() }).toMatchObject({ told: ['live 1074', 'live 1024'], text: '1024' });
  });

  test('a press without a drag goes into the field', () => {
    const commits = renderWidth();
    drag(at(101));
    fireEvent.pointerUp(mark(), at(101));
    expect({ commits, isFocused: document.activeElement === field() }).toEqual({
      commits: [],
      isFocused: true,
    });
  });
});
