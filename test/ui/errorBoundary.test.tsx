import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../src/ui/ErrorBoundary.tsx';
import { createTestEditor } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

afterEach(cleanup);

function renderBroken(isLossAhead: boolean) {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = true;
  const flush = vi.fn(() => Promise.resolve());
  const Page = () => {
    if (isBroken) throw new DOMException('The node is not a child of this node.', 'NotFoundError');
    return <p>The page</p>;
  };
  renderWithEditor(
    { ...createTestEditor(), flush, isLossAhead: () => isLossAhead },
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>,
  );
  return {
    flush,
    mend() {
      isBroken = false;
    },
  };
}

describe('what breaks the page', () => {
  afterEach(() => vi.restoreAllMocks());

  test('is said, with all of the work kept first, and leads to a reload', async () => {
    const { flush } = renderBroken(false);
    expect((await screen.findByRole('alert')).textContent).toContain('Your work is kept in this browser');
    expect(flush).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
  });

  test('says what a reload would lose, and shows the page again without one', async () => {
    const { mend } = renderBroken(true);
    expect(await screen.findByText(/could not keep all of your work/)).toBeTruthy();
    mend();
    fireEvent.click(screen.getByRole('button', { name: 'Show the page again' }));
    expect(screen.getByText('The page')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
