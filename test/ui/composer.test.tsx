import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { ProxyError } from '../../src/api/proxyError.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { changeSettings } from '../../src/store/editor/settings.ts';
import { tryRegions } from '../../src/store/editor/trial.ts';
import { Composer } from '../../src/ui/generate/Composer.tsx';
import { OpenImageButton } from '../../src/ui/start/OpenImageButton.tsx';
import { stagePointer } from '../helpers/stagePointer.ts';
import {
  createTestEditor,
  fakeClient,
  openPhotograph,
  type SentRequests,
  taskOf,
} from '../helpers/testEditor.ts';
import { noticeOf } from '../helpers/toldWords.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

const p = (x: number, y: number): Point => ({ x, y });

afterEach(cleanup);

const generateButton = () => screen.getByRole('button', { name: 'Generate' });
const promptField = () => screen.getByRole('textbox', { name: 'Prompt' });
const problems = () => screen.getByRole('region', { name: 'Problems' });

/** An editor that is ready to send, with what it sent, and a service that answers only when told. */
async function readyEditor() {
  const sent: SentRequests = { uploads: [], requests: [] };
  let answer = () => {};
  const told = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const client = fakeClient({}, sent);
  const slowClient = {
    ...client,
    getTask: (id: string) => told.then(() => client.getTask(id)),
  };
  const editor = createTestEditor({ client: slowClient });
  await openPhotograph(editor);
  return { editor, sent, answer: () => answer() };
}

describe('the prompt', () => {
  test('is typed into the settings', async () => {
    const editor = createTestEditor();
    renderWithEditor(editor, <Composer />);

    await userEvent.type(promptField(), 'a quiet harbour');

    expect(editor.getState().settings.prompt).toBe('a quiet harbour');
  });

  test('is counted when its limit comes near', () => {
    const editor = createTestEditor();
    editor.transact(changeSettings({ prompt: 'x'.repeat(7000) }), 'atOnce');
    renderWithEditor(editor, <Composer />);
    expect(screen.queryByText(/of 8,192/)).toBeNull();

    editor.transact(changeSettings({ prompt: 'x'.repeat(7001) }), 'atOnce');

    return waitFor(() => screen.getByText('7,001 of 8,192'));
  });

  test('sends with Ctrl+Enter', async () => {
    const { editor, sent } = await readyEditor();
    renderWithEditor(editor, <Composer />);

    await userEvent.type(promptField(), '{Control>}{Enter}{/Control}');

    await waitFor(() => expect(sent.requests).toHaveLength(1));
    expect(editor.getState().settings.prompt).toBe('a wide desert');
  });
});

describe('problems', () => {
  test('are listed, what stops first, and lead to their fields', async () => {
    renderWithEditor(
      createTestEditor(),
      <>
        <OpenImageButton />
        <Composer />
      </>,
    );
    const items = within(problems()).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      'Open an image to begin.',
      'Write a prompt that says what to paint.',
    ]);
    const [toImage, toPrompt] = within(problems()).getAllByRole('button');

    await userEvent.click(toPrompt ?? problems());
    expect(document.activeElement).toBe(promptField());

    await userEvent.click(toImage ?? problems());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open image' }));
  });

  test('are none when all is ready', async () => {
    const { editor } = await readyEditor();
    renderWithEditor(editor, <Composer />);
    expect(problems().textContent).toBe(
      'The image is only 640 × 427 px. Sides of 500 px and more give better results.',
    );

    editor.transact(
      onDocument((current) => ({
        ...current,
        image: current.image && { ...current.image, width: 1280, height: 854 },
      })),
    );

    await waitFor(() => expect(problems().textContent).toBe('Ready to send'));
  });
});

describe('Generate', () => {
  test('says what stops it, sends nothing, and leads there', async () => {
    const { editor, sent } = await readyEditor();
    editor.transact(changeSettings({ prompt: '' }), 'atOnce');
    renderWithEditor(editor, <Composer />);
    const button = generateButton();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(describedBy(button)).toBe('Write a prompt that says what to paint.');

    await userEvent.click(button);

    expect(document.activeElement).toBe(promptField());
    expect(sent.requests).toEqual([]);
  });

  test('sends once for a double click, and shows progress until the results are there', async () => {
    const { editor, sent, answer } = await readyEditor();
    renderWithEditor(editor, <Composer />);

    await userEvent.dblClick(generateButton());

    const bar = await screen.findByRole('progressbar', { name: 'Generation progress' });
    expect(bar.getAttribute('aria-valuetext')).toBe('Working…');
    answer();
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(sent.requests).toHaveLength(1);
  });

  test('sends several at once, and says when another would be queued', async () => {
    const { editor, sent } = await readyEditor();
    renderWithEditor(editor, <Composer />);
    expect(describedBy(generateButton())).toBe('Sandbox: free, results are local renderings.');

    for (const prompt of ['one', 'two', 'three']) {
      editor.transact(changeSettings({ prompt }), 'atOnce');
      await userEvent.click(generateButton());
    }
    await waitFor(() => expect(sent.requests).toHaveLength(3));
    expect(screen.getByText('and 2 more')).toBeTruthy();
    expect(describedBy(generateButton())).toBe('Queued: starts when one of 3 has ended.');
    expect(generateButton().getAttribute('aria-disabled')).toBe('false');

    editor.transact(changeSettings({ prompt: 'four' }), 'atOnce');
    await userEvent.click(generateButton());
    await waitFor(() =>
      expect(editor.generations.store.getState().generations[0]?.phase.name).toBe('queued'),
    );
    expect(sent.requests).toHaveLength(3);
  });

  test.each([
    [
      'shows the first result over the layout that was sent',
      1024,
      { generationId: 'generation-1', index: 0 },
    ],
    ['leaves another layout in sight when a result comes in', 700, null],
  ])('%s', async (_what, width, shown) => {
    const { editor, answer } = await readyEditor();
    renderWithEditor(editor, <Composer />);
    await userEvent.click(generateButton());
    editor.transact(onDocument((current) => ({ ...current, canvas: { width, height: 427 } })));

    answer();

    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    const { shownResult } = editor.getState();
    expect(shownResult && { generationId: shownResult.generationId, index: shownResult.index }).toEqual(
      shown,
    );
  });

  test('closes an open polygon first, as picking another tool would', async () => {
    const { editor, sent } = await readyEditor();
    renderWithEditor(editor, <Composer />);
    editor.pickTool('polygon');
    for (const { x, y } of [p(20, 20), p(120, 20), p(20, 120)]) stagePointer(editor).click(x, y);

    await userEvent.click(generateButton());

    await waitFor(() => expect(sent.requests).toHaveLength(1));
    const points = [20, 20, 20, 120, 120, 20];
    expect(sent.requests[0]?.model_params.mask).toMatchObject({ areas: [{ points }] });
  });

  test('sends nothing while something is only tried out on the mask, and says so', async () => {
    const { editor, sent } = await readyEditor();
    renderWithEditor(editor, <Composer />);
    editor.transact(tryRegions([[[p(20, 20), p(20, 120), p(120, 120)]]]));

    await userEvent.click(generateButton());

    expect(noticeOf(editor)?.message).toMatch(/^Nothing was sent: what you see is only tried out/);
    expect(sent.requests).toEqual([]);
  });

  test('leaves a drawing hand in sight of what it draws on when a result comes in', async () => {
    const { editor, answer } = await readyEditor();
    renderWithEditor(editor, <Composer />);
    await userEvent.click(generateButton());
    editor.pickTool('brush');
    stagePointer(editor).press(20, 20);

    answer();

    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(editor.getState().shownResult).toBeNull();
  });

  test('can be pressed again after a failure', async () => {
    const failing = fakeClient({
      createGeneration: () =>
        Promise.reject(
          new ProxyError('The service is down.', {
            status: 502,
            code: 'bad_gateway',
            mayHaveBeenCharged: false,
          }),
        ),
    });
    const editor = createTestEditor({ client: failing });
    await openPhotograph(editor);
    renderWithEditor(editor, <Composer />);

    await userEvent.click(generateButton());
    await waitFor(() =>
      expect(editor.generations.store.getState().generations[0]?.phase.name).toBe('failed'),
    );
    await userEvent.click(generateButton());

    await waitFor(() => expect(editor.generations.store.getState().generations).toHaveLength(2));
  });

  test('shows how far the task is', async () => {
    const { editor } = await readyEditor();
    renderWithEditor(editor, <Composer />);
    await userEvent.click(generateButton());
    const [generation] = editor.generations.store.getState().generations;

    editor.generations.store.setState({
      generations: generation
        ? [
            {
              ...generation,
              phase: { name: 'running', task: taskOf({ status: 'processing', progress: 40 }) },
            },
          ]
        : [],
    });

    await waitFor(() => expect(screen.getByRole('progressbar')).toHaveProperty('value', 40));
  });

  test.each([
    ['live', 'Each click is charged and not refunded.'],
    ['sandbox', 'Sandbox: free, results are local renderings.'],
  ] as const)('says what a click costs in %s mode', (mode, text) => {
    const limits = { uploadBytesMax: 1e6, requestBytesMax: 1e6 };
    renderWithEditor(
      createTestEditor({ config: { mode, serviceUrl: 'https://api.evolink.ai', limits } }),
      <Composer />,
    );

    expect(screen.getByText(text)).toBeTruthy();
  });
});

function describedBy(element: Element) {
  return document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent;
}
