import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { ProxyError } from '../../src/api/proxyError.ts';
import type { Config } from '../../src/contract/config.ts';
import type { Task } from '../../src/contract/task.ts';
import { ResultStrip } from '../../src/ui/results/strip/ResultStrip.tsx';
import { createTestEditor, fakeClient, liveConfig, openPhotograph, taskOf } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';
import { savedFiles } from './savedFiles.ts';

afterEach(cleanup);

const limits = { uploadBytesMax: 1e6, requestBytesMax: 1e6 };
const completed: Partial<Task> = {
  status: 'completed',
  results: ['https://r.example/0', 'https://r.example/1'],
};

/** An editor whose task ended as `task` says, with its results on show. */
async function generatedEditor(task: Partial<Task>, mode: Config['mode'] = 'sandbox') {
  const client = fakeClient({ getTask: async () => taskOf(task) });
  const editor = createTestEditor({ client, config: { mode, serviceUrl: 'https://api.evolink.ai', limits } });
  await openPhotograph(editor);
  await editor.generations.generate();
  renderWithEditor(editor, <ResultStrip />);
  return editor;
}

const failedWith = (code: string, message: string) =>
  generatedEditor({ status: 'failed', error: { code, message } });

/** The page would fetch again by itself after two seconds. */
const withoutRetries = (milliseconds: number) =>
  milliseconds < 2000 ? Promise.resolve() : new Promise<void>(() => {});

describe('results', () => {
  test('take no room before there are any', () => {
    const { container } = renderWithEditor(createTestEditor(), <ResultStrip />);

    expect(container.childElementCount).toBe(0);
  });

  test('are listed with how many the service returned, each labelled Sandbox', async () => {
    await generatedEditor(completed);

    const items = within(screen.getByRole('list', { name: 'Results' })).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual(['Sandbox', 'Sandbox']);
    expect(screen.getByText(/The sandbox returned 2 images\.$/)).toBeTruthy();
  });

  test('of the real service have no such label', async () => {
    await generatedEditor(completed, 'live');

    expect(screen.queryByText('Sandbox')).toBeNull();
  });

  test('are shown on the frame by a click, and put away by another or by Back to layout', async () => {
    const editor = await generatedEditor(completed);
    const second = screen.getByRole('button', { name: /^Result 2 of 2/ });

    await userEvent.click(second);
    expect(editor.getState().shownResult).toMatchObject({ generationId: 'generation-1', index: 1 });
    expect(second.getAttribute('aria-pressed')).toBe('true');

    await userEvent.click(second);
    expect(editor.getState().shownResult).toBeNull();

    await userEvent.click(second);
    await userEvent.click(screen.getByRole('button', { name: 'Back to layout' }));
    expect(editor.getState().shownResult).toBeNull();
    expect(screen.queryByRole('button', { name: 'Back to layout' })).toBeNull();
  });

  test('are downloaded under the name of the photograph', async () => {
    await generatedEditor(completed);
    const saved = savedFiles();

    await userEvent.click(screen.getByRole('button', { name: 'Download result 2' }));

    expect(await saved()).toEqual([{ name: 'rocket-2.png', text: 'result 1' }]);
  });

  test('that could not be fetched can be fetched again', async () => {
    const answers = [() => Promise.reject(new Error('The link is dead.')), async () => new Blob(['late'])];
    const client = fakeClient({ getResult: () => (answers.shift() ?? unexpected)() });
    const at = Date.now();
    const task = taskOf({ created: at / 1000 - 3600, status: 'completed', results: ['https://r.example/0'] });
    const editor = createTestEditor({
      client: { ...client, getTask: async () => task },
      wait: withoutRetries,
      now: () => at,
    });
    await openPhotograph(editor);
    await editor.generations.generate();
    renderWithEditor(editor, <ResultStrip />);
    const waits =
      'The link is dead. It is tried again by itself. The service keeps it for 22 h 59 min more. ' +
      'Its link opens it in a new tab, where you can save it by hand.';
    expect(screen.getByText(waits)).toBeTruthy();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('button', { name: /^Result 1 of 1/ })).toBeTruthy();
  });

  test.each([
    ['https://r.example/0?signature=1', true],
    ['javascript:alert(1)', false],
    ['http://127.0.0.1:4000/results/0', false],
    ['0.png', false],
  ])('that could not be fetched from %s can be opened there by hand: %s', async (link, isOffered) => {
    const refusal = () => Promise.reject(new Error('The link’s host has no public address.'));
    const client = fakeClient({
      getResult: refusal,
      getTask: async () => taskOf({ created: Date.now() / 1000, status: 'completed', results: [link] }),
    });
    const editor = createTestEditor({ client, wait: withoutRetries });
    await openPhotograph(editor);
    await editor.generations.generate();
    renderWithEditor(editor, <ResultStrip />);
    const card = await screen.findByText('Result 1 could not be fetched yet');
    const anchor = screen.queryByRole('link', { name: 'Open result 1 by its link' });

    const attributes = anchor && ['href', 'target', 'rel'].map((name) => anchor.getAttribute(name));
    expect(attributes).toEqual(isOffered ? [link, '_blank', 'noreferrer'] : null);
    const advice = 'Its link opens it in a new tab, where you can save it by hand.';
    expect(card.parentElement?.textContent?.includes(advice)).toBe(isOffered);
  });

  test('whose links died say that they are gone, and are not said to be tried again', async () => {
    const facts = { status: 502, code: 'result_withheld', mayHaveBeenCharged: false };
    const getResult = () => Promise.reject(new ProxyError('Nothing is there.', facts));
    const client = fakeClient({ getResult });
    const now = () => (taskOf({}).created + 25 * 3600) * 1000;
    const editor = createTestEditor({ client, now });
    await openPhotograph(editor);
    await editor.generations.generate();
    renderWithEditor(editor, <ResultStrip />);
    expect(screen.getByText('Result 1 is gone')).toBeTruthy();
    expect(screen.getAllByText('Nothing is there. The service no longer keeps it.')).toHaveLength(2);
  });

  test('of a newer generation come first', async () => {
    const editor = await generatedEditor(completed);
    await editor.generations.generate();

    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(4));
    await userEvent.click(screen.getAllByRole('button', { name: /^Result 2/ })[0] ?? document.body);

    expect(editor.getState().shownResult).toMatchObject({ generationId: 'generation-2', index: 1 });
  });

  test('fold away and unfold', async () => {
    await generatedEditor(completed);

    await userEvent.click(screen.getByRole('button', { name: 'Collapse strip' }));
    expect(screen.queryByRole('list')).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Expand strip' }));
    expect(screen.getByRole('list', { name: 'Results' })).toBeTruthy();
  });
});

describe('a failed generation', () => {
  test('shows code, message, advice and credits, and leads to what must be changed first', async () => {
    await failedWith('content_policy_violation', 'Refused by moderation.');

    const card = screen.getByRole('article', { name: 'Failure' });
    const paragraphs = [...card.querySelectorAll('h3, p')].map((each) => each.textContent);
    expect(paragraphs).toEqual([
      'Refused by moderation.content_policy_violation',
      'The moderation refused it. Reword the prompt or use another photograph. Your document is unchanged.',
      'Nothing is charged in the sandbox.',
    ]);
    expect(
      within(card)
        .getAllByRole('button')
        .map((each) => each.textContent),
    ).toEqual(['Go to the prompt']);
  });

  test('whose task was lost is looked for again, without sending anything', async () => {
    const facts = { status: 403, code: 'model_access_denied', mayHaveBeenCharged: false };
    const looks = [() => Promise.reject(new ProxyError('No.', facts)), async () => taskOf(completed)];
    const client = fakeClient({ getTask: () => (looks.shift() ?? unexpected)() });
    const editor = createTestEditor({ client });
    await openPhotograph(editor);
    await editor.generations.generate();
    renderWithEditor(editor, <ResultStrip />);
    const card = screen.getByRole('article', { name: 'Failure' });
    expect(within(card).getAllByRole('button')).toHaveLength(1);

    await userEvent.click(within(card).getByRole('button', { name: 'Look again' }));

    expect(await screen.findByRole('button', { name: /^Result 1 of/ })).toBeTruthy();
    expect(editor.generations.store.getState().generations).toHaveLength(1);
  });

  test('that may pass later can be sent again', async () => {
    const editor = await failedWith('service_error', 'A fault.');

    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));

    await waitFor(() => expect(editor.generations.store.getState().generations).toHaveLength(2));
  });

  test('shows the message of a code that is not known', async () => {
    await failedWith('brand_new_code', 'Something new.');

    expect(screen.getByRole('article').textContent).toContain('Something new.brand_new_code');
  });
});

function unexpected(): never {
  throw new Error('The result was asked for once too often.');
}

test('in a narrow strip a failure shows all of its text, and no sliver of a picture beside it', async () => {
  const id = 'task-unified-1795634219-9b4588384d9e408f8ac0f6948e949931';
  const facts = { status: 403, code: 'model_access_denied', mayHaveBeenCharged: false };
  const looks = [
    async () => taskOf({ ...completed, id }),
    () => Promise.reject(new ProxyError('This API key may not use this model.', facts)),
  ];
  const client = fakeClient({
    createGeneration: async () => taskOf({ id }),
    getTask: () => (looks.shift() ?? unexpected)(),
  });
  let now = 1_757_165_031_000;
  const editor = createTestEditor({ client, config: liveConfig, now: () => now });
  await openPhotograph(editor);
  await editor.generations.generate();
  now += 2000;
  await editor.generations.generate();
  renderWithEditor(
    editor,
    <div style={{ width: 668 }}>
      <ResultStrip />
    </div>,
  );
  const card = screen.getByRole('article', { name: 'Failure' });
  expect(card.scrollHeight).toBe(card.clientHeight);
  const strip = screen.getByRole('region', { name: 'Generations' }).getBoundingClientRect();
  const places = screen.getAllByRole('listitem').map((each) => each.getBoundingClientRect());
  expect(places.filter(({ left, right }) => left < strip.right && right > strip.right)).toEqual([]);
});
