import { cleanup, screen } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { latePart } from '../../src/ui/latePart.tsx';
import { Notice } from '../../src/ui/notice/Notice.tsx';
import { createTestEditor } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

afterEach(cleanup);

type Props = { onClose(): void };

function show(load: Parameters<typeof latePart<Props>>[0], ...fallback: [] | [() => ReactNode]) {
  const Part = latePart<Props>(load, ...fallback);
  const onClose = vi.fn();
  renderWithEditor(
    createTestEditor(),
    <>
      <Suspense>
        <Part onClose={onClose} />
      </Suspense>
      <Notice />
    </>,
  );
  return onClose;
}

const unreachable = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

test('a part is shown once its code is there', async () => {
  const onClose = show(async () => () => <p>The part</p>);
  expect(await screen.findByText('The part')).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});

test('a part that cannot be loaded says so, and closes what was to open', async () => {
  const onClose = show(unreachable);
  expect(await screen.findByText(/could not be loaded from its server\. Your work is kept/)).toBeTruthy();
  expect(onClose).toHaveBeenCalledOnce();
});

test('a part may say in its own place that it could not be loaded', async () => {
  show(unreachable, () => <p>No results</p>);
  expect(await screen.findByText('No results')).toBeTruthy();
});
