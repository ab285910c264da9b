import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { SignOutButtons } from '../../src/ui/topbar/SignOutButtons.tsx';
import { TopBar } from '../../src/ui/topbar/TopBar.tsx';
import { createTestEditor, liveConfig } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test.each([
  ['Sign out', '/sign-out'],
  ['Sign out everywhere', '/sign-out/everywhere'],
])('“%s” keeps what was typed last, and posts to %s', async (name, path) => {
  const editor = createTestEditor({ config: { ...liveConfig, needsSignIn: true } });
  const flush = vi.spyOn(editor, 'flush');
  const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (
    this: HTMLFormElement,
  ) {
    expect([this.method, this.getAttribute('action'), flush.mock.calls.length]).toEqual(['post', path, 1]);
  });
  renderWithEditor(editor, <SignOutButtons />);
  await userEvent.click(screen.getByRole('button', { name }));
  await vi.waitFor(() => expect(submit).toHaveBeenCalledOnce());
});

test('where nobody has to sign in there is no way out either', () => {
  renderWithEditor(createTestEditor({ config: liveConfig }), <TopBar />);
  expect(screen.queryAllByRole('button', { name: /Sign out/ })).toEqual([]);
});
