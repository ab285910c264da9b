import '../../src/ui/results/panel/ResultsPanel.tsx';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProxyClient } from '../../src/api/proxyClient.ts';
import { ProxyError } from '../../src/api/proxyError.ts';
import type { Task } from '../../src/contract/task.ts';
import { StorageError } from '../../src/storage/storageError.ts';
import type { Editor, EditorParts } from '../../src/store/createEditor.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { changeSettings } from '../../src/store/editor/settings.ts';
import { Composer } from '../../src/ui/generate/Composer.tsx';
import { ResultsDrawer } from '../../src/ui/lazyParts.tsx';
import { zipEntries } from '../../src/ui/results/panel/saveZip.ts';
import { ResultsButton } from '../../src/ui/results/ResultsButton.tsx';
import {
  createTestEditor,
  fakeClient,
  fakeStorage,
  liveConfig,
  openPhotograph,
  type SentRequests,
  taskOf,
} from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

afterEach(cleanup);

const panel = () => screen.getByRole('region', { name: 'Results' });
const cards = () => within(panel()).queryAllByRole('article');
const prompts = () => cards().map((card) => card.querySelector('p')?.textContent);
const button = (name: string | RegExp, index = 0) => {
  const found = within(panel()).getAllByRole('button', { name })[index];
  if (!found) throw new Error(`There are fewer buttons ${name}.`);
  return found;
};

/** What becomes of each prompt's task: two results, unless it is named here. */
type Ends = Readonly<Record<string, Partial<Task> | 'running' | 'lost'>>;

type Given = { prompts: readonly string[]; ends?: Ends; parts?: Partial<EditorParts> };

/** The panel over an editor that was asked for each of the prompts, and what it sent. */
async function openPanel({ prompts: asked, ends = {}, parts = {} }: Given) {
  const sent: SentRequests = { uploads: [], requests: [] };
  const editor = createTestEditor({ client: clientOf(ends, sent), wait: brief, ...parts });
  await openPhotograph(editor);
  for (const prompt of asked) await ask(editor, prompt);
  const shown = renderWithEditor(
    editor,
    <>
      <ResultsButton />
      <ResultsDrawer />
      <Composer />
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Results' }));
  await screen.findByRole('region', { name: 'Results' });
  return { editor, sent, ...shown };
}

async function ask(editor: Editor, prompt: string) {
  editor.transact(changeSettings({ prompt }), 'atOnce');
  const before = editor.generations.store.getState().generations.length;
  void editor.generations.generate();
  await waitFor(() => {
    const { generations } = editor.generations.store.getState();
    expect(generations).toHaveLength(before + 1);
    expect(['running', 'completed', 'failed', 'unknown']).toContain(generations[0]?.phase.name);
    expect(generations[0]?.phase).not.toMatchObject({ results: [{ kind: 'loading' }, { kind: 'loading' }] });
  });
}

function clientOf(ends: Ends, sent: SentRequests): ProxyClient {
  const plain = fakeClient({}, sent);
  const usage = { credits_reserved: 12 };
  return {
    ...plain,
    createGeneration: async (request, id) => {
      await plain.createGeneration(request, id);
      const facts = { status: 0, code: 'unreachable', mayHaveBeenCharged: true };
      if (ends[request.prompt] === 'lost') throw new ProxyError('The connection was lost.', facts);
      return taskOf({ id: request.prompt, usage });
    },
    getTask: async (id) => {
      const end = ends[id];
      if (end === 'running') return new Promise<never>(() => {});
      const results = ['https://r.example/0', 'https://r.example/1'];
      return taskOf({ id, usage, status: 'completed', results, ...(typeof end === 'object' && end) });
    },
  };
}

/** What the page would do by itself after two seconds stays undone. */
function brief(milliseconds: number): Promise<void> {
  return milliseconds < 2000 ? Promise.resolve() : new Promise(() => {});
}

const failed = (code: string): Partial<Task> => ({
  status: 'failed',
  results: [],
  error: { code, message: 'It went wrong.' },
});

describe('the panel', () => {
  test('lists every generation, newest first, with what is worth knowing of it', async () => {
    await openPanel({ prompts: ['one', 'two'] });

    expect(prompts()).toEqual(['two', 'one']);
    const [card] = cards();
    const facts = within(card ?? panel()).getByRole('list', { name: 'Facts' });
    expect([...facts.children].map((each) => each.textContent)).toEqual([
      '1024 × 427',
      'Midjourney V7',
      'Fast',
      '0 s',
      'Sandbox: free',
    ]);
    expect(card?.querySelector('header')?.textContent).toMatch(/Sandbox$/);
  });

  test('is counted on the button that opens it, and closed by Escape', async () => {
    await openPanel({ prompts: ['one', 'two'], ends: { two: 'running' } });
    const opener = screen.getByRole('button', { name: 'Results' });
    const description = document.getElementById(opener.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('2 generations, 1 under way');
    expect(opener.getAttribute('aria-expanded')).toBe('true');

    button('Close results').focus();
    await userEvent.keyboard('{Escape}');

    expect(screen.queryByRole('region', { name: 'Results' })).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  test('keeps its keys from the tool, but not those of commands', async () => {
    await openPanel({ prompts: ['one'] });
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => void heard.push(key);
    window.addEventListener('keydown', hear);
    button('Close results').focus();
    await userEvent.keyboard('{Delete}{ArrowLeft}{Control>}z{/Control}');
    window.removeEventListener('keydown', hear);

    expect(heard).toEqual(['Control', 'z']);
  });

  test('is filtered by words of the prompt and by state', async () => {
    await openPanel({
      prompts: ['a red boat', 'a red car', 'a blue boat'],
      ends: { 'a red car': failed('service_error'), 'a blue boat': 'running' },
    });

    await userEvent.type(screen.getByRole('searchbox', { name: 'Search prompts' }), 'BOAT red');
    expect(prompts()).toEqual(['a red boat']);
    expect(within(panel()).getByText('1 of 3')).toBeTruthy();

    await userEvent.clear(screen.getByRole('searchbox'));
    const listed = async (state: string) => {
      await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), state);
      return prompts();
    };
    expect(await listed('Completed')).toEqual(['a red boat']);
    expect(await listed('Failed')).toEqual(['a red car']);
    expect(await listed('Under way')).toEqual(['a blue boat']);

    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Service' }), 'Live');
    await userEvent.click(button('Show all'));
    expect(prompts()).toHaveLength(3);
  });

  test('has no accessibility violations in any state', async () => {
    await openPanel({
      prompts: ['one', 'two', 'three', 'four', 'five'],
      ends: {
        two: failed('service_error'),
        three: 'lost',
        four: 'running',
        five: failed('invalid_parameters'),
      },
    });
    await userEvent.click(button('Delete'));

    const { violations } = await axe.run(panel());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
  });
});

describe('a result in the panel', () => {
  test('is shown on the frame, and put away again', async () => {
    const { editor } = await openPanel({ prompts: ['one'] });
    const show = button('Show result 2');

    await userEvent.click(show);
    expect(editor.getState().shownResult).toMatchObject({ generationId: 'generation-1', index: 1 });
    expect(show.getAttribute('aria-pressed')).toBe('true');

    await userEvent.click(show);
    expect(editor.getState().shownResult).toBeNull();
  });

  test('becomes the base of a step that leads back to where it came from', async () => {
    const { editor } = await openPanel({ prompts: ['one'] });

    await userEvent.click(button('Use as base: result 2'));
    const base = { generationId: 'generation-1', index: 1 };
    await waitFor(() => expect(editor.getState().document.image?.base).toEqual(base));
    editor.transact(onDocument((document) => ({ ...document, canvas: { width: 800, height: 800 } })));
    await ask(editor, 'two');

    await userEvent.click(button(/^Made from result 2 of/));
    expect(document.activeElement).toBe(cards()[1]);
  });
});

describe('a generation in the panel', () => {
  test('is reopened as it was sent', async () => {
    const { editor } = await openPanel({ prompts: ['one'] });
    const { document } = editor.getState();
    editor.transact(onDocument((current) => ({ ...current, canvas: { width: 64, height: 64 } })));
    editor.transact(changeSettings({ prompt: 'something else' }), 'atOnce');

    await userEvent.click(button('Reopen'));

    await waitFor(() => expect(editor.getState().document).toEqual(document));
    expect(editor.getState().settings.prompt).toBe('one');
  });

  test('is deleted only once that is confirmed', async () => {
    const { editor } = await openPanel({ prompts: ['one', 'two'] });
    await userEvent.click(button('Delete'));
    expect(screen.getByRole('group', { name: 'Delete for good?' }).textContent).toContain('2 images');
    await userEvent.click(button('Keep'));
    expect(prompts()).toEqual(['two', 'one']);

    await userEvent.click(button('Delete'));
    await userEvent.click(button('Delete for good'));

    await waitFor(() => expect(prompts()).toEqual(['one']));
    expect(editor.generations.store.getState().generations).toHaveLength(1);
  });

  test('of which nobody knows whether it arrived asks, and sends again only on that answer', async () => {
    const { editor, sent } = await openPanel({
      prompts: ['one', 'two'],
      ends: { one: 'lost', two: 'lost' },
      parts: { config: liveConfig },
    });
    const phases = () => editor.generations.store.getState().generations.map(({ phase }) => phase.name);
    expect(screen.getAllByText('It is not known whether the service received this.')).toHaveLength(2);

    await userEvent.click(button('Leave it', 1));
    await waitFor(() => expect(phases()).toEqual(['unknown', 'failed']));
    expect(sent.requests).toHaveLength(2);

    await userEvent.click(button('It was not charged: send again'));
    await waitFor(() => expect(sent.requests).toHaveLength(3));
    await waitFor(() => expect(phases()).toEqual(['unknown', 'failed', 'failed']));
    expect(sent.requests.map(({ prompt }) => prompt)).toEqual(['one', 'two', 'two']);
  });

  test('whose outcome is unknown can be checked with the server, and gets its task without being sent again', async () => {
    const { config } = createTestEditor();
    const sent: SentRequests = { uploads: [], requests: [] };
    const lost = new ProxyError('No.', {
      status: 502,
      code: 'outcome_unknown',
      mayHaveBeenCharged: true,
      isOutcome: true,
    });
    const answers: (() => Promise<Task>)[] = [
      () =>
        Promise.reject(new ProxyError('No.', { status: 0, code: 'unreachable', mayHaveBeenCharged: true })),
      () => Promise.reject(lost),
      async () => taskOf({ id: 'one' }),
    ];
    const asked: unknown[] = [];
    const client: ProxyClient = {
      ...clientOf({}, sent),
      createGeneration: (request, id) =>
        fakeClient({}, sent)
          .createGeneration(request, id)
          .then(() => Promise.reject(lost)),
      getOutcome: (...given) => {
        asked.push(given);
        return (answers.shift() ?? unexpected)();
      },
    };
    const { editor } = await openPanel({
      prompts: ['one'],
      parts: { client, config: { ...config, createMemorySeconds: 86_400 } },
    });
    const check = () => button('Check with the server');
    const told = () => document.getElementById(check().getAttribute('aria-describedby') ?? '')?.textContent;
    expect(told()).toBe('Free: nothing is sent.');

    await userEvent.click(check());
    await waitFor(() => expect(told()).toBe('The server could not tell. Try again in a moment.'));
    await userEvent.click(check());
    await waitFor(() => expect(told()).toBe('The server does not know either.'));
    await userEvent.click(check());

    await waitFor(() =>
      expect(editor.generations.store.getState().generations[0]?.phase.name).toBe('completed'),
    );
    expect(asked).toEqual(Array(3).fill(['generation-1', 1, 0]));
    expect(sent.requests).toHaveLength(1);
  });

  test('that failed for a passing reason is sent again as it was, and says what that costs', async () => {
    const { editor, sent } = await openPanel({ prompts: ['one'], ends: { one: failed('service_error') } });
    editor.transact(changeSettings({ prompt: 'something else' }), 'atOnce');
    const again = button('Send again');
    expect(document.getElementById(again.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Free in the sandbox.',
    );

    await userEvent.click(again);

    await waitFor(() => expect(sent.requests.map(({ prompt }) => prompt)).toEqual(['one', 'one']));
  });

  test('of the real service says that sending it again is charged', async () => {
    const { config } = createTestEditor();
    await openPanel({
      prompts: ['one', 'two'],
      ends: { one: failed('service_error'), two: 'lost' },
      parts: { config: { ...config, mode: 'live' } },
    });

    expect(within(panel()).getAllByText('Charged like Generate.')).toHaveLength(2);
    expect(within(panel()).getAllByText('Live', { selector: 'header *' })).toHaveLength(2);
    expect(within(panel()).getAllByText('12 credits reserved')).toHaveLength(1);
  });

  test('that must be changed first leads to what must be changed, and is reopened where it is no longer open', async () => {
    const { editor } = await openPanel({
      prompts: ['one'],
      ends: { one: failed('content_policy_violation') },
    });
    const promptField = screen.getByRole('textbox', { name: 'Prompt' });
    await userEvent.click(button('Go to the prompt'));
    expect(document.activeElement).toBe(promptField);

    editor.transact(onDocument((current) => ({ ...current, canvas: { width: 64, height: 64 } })));
    editor.transact(changeSettings({ prompt: 'something else' }), 'atOnce');
    await userEvent.click(await screen.findByRole('button', { name: 'Reopen and go to the prompt' }));

    await waitFor(() => expect(editor.getState().settings.prompt).toBe('one'));
    expect(document.activeElement).toBe(promptField);
  });
});

describe('a full browser', () => {
  test('is told of, with what can be deleted, and saves the new once there is room', async () => {
    const storage = fakeStorage();
    let isFull = false;
    const full = new StorageError('full', undefined);
    const parts = {
      storage: {
        ...storage,
        saveResult: (...given: Parameters<typeof storage.saveResult>) =>
          isFull ? Promise.reject(full) : storage.saveResult(...given),
      },
    };
    const { editor } = await openPanel({ prompts: ['old'], parts });
    isFull = true;
    await ask(editor, 'new');
    const notice = await screen.findByRole('region', { name: 'Storage full' });
    expect(notice.textContent).toMatch(/New results \(16 B\).*old.*frees 16 B/);
    expect(within(panel()).getAllByText('Not saved')).toHaveLength(2);

    isFull = false;
    await userEvent.click(within(notice).getByRole('button', { name: /^Delete that of/ }));
    await userEvent.click(within(notice).getByRole('button', { name: 'Delete for good' }));

    await waitFor(() => expect(screen.queryByRole('region', { name: 'Storage full' })).toBeNull());
    expect(prompts()).toEqual(['new']);
    await waitFor(() => expect(screen.queryByText('Not saved')).toBeNull());
  });
});

describe('a zip', () => {
  test('has a folder for each generation, with its images, its request and what it was', async () => {
    const { editor, sent } = await openPanel({
      prompts: ['one', 'two'],
      ends: { two: failed('service_error') },
    });
    const entries = [...zipEntries(editor.generations.store.getState().generations)];

    const folder = entries[0]?.name.split('/')[0] ?? '';
    expect(folder).toMatch(/^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d rocket$/);
    expect(entries.map(({ name }) => name)).toEqual([
      `${folder}/request.json`,
      `${folder}/about.txt`,
      `${folder} (2)/rocket-1.png`,
      `${folder} (2)/rocket-2.png`,
      `${folder} (2)/request.json`,
      `${folder} (2)/about.txt`,
    ]);
    const texts = entries.map(({ input }) => (typeof input === 'string' ? input : ''));
    expect([texts[4], texts[0]].map((text) => JSON.parse(text ?? ''))).toEqual(sent.requests);
    expect(texts[5]).toMatch(
      /^one\n\n[\s\S]*Outcome: completed, 2 images\n[\s\S]*Files: rocket-1.png, rocket-2.png\n$/,
    );
    expect(texts[1]).toContain('Outcome: failed: It went wrong. (service_error)');
  });
});

function unexpected(): never {
  throw new Error('This is not asked for.');
}
