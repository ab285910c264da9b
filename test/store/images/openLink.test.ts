import { describe, expect, test } from 'vitest';
import type { Editor } from '../../../src/store/createEditor.ts';
import { isLink } from '../../../src/store/images/openLink.ts';
import { type LateCall, lateAnswers } from '../../helpers/lateAnswers.ts';
import { createTestEditor, fakeClient, openPhotograph } from '../../helpers/testEditor.ts';

/** An editor whose server fetches a link's image, or refuses it, when the test says so. */
function openEditor(): { editor: Editor; fetched: LateCall[] } {
  const { calls, late } = lateAnswers();
  const getImage = late((_link: string) => new Blob(['photo'], { type: 'image/png' }));
  return { editor: createTestEditor({ client: fakeClient({ getImage }) }), fetched: calls };
}

const nameOf = (editor: Editor) => editor.getState().document.image?.name;

describe('a link', () => {
  test('is fetched by the server and opened under the last part of its path', async () => {
    const { editor, fetched } = openEditor();
    const opened = editor.images.openLink(' https://host.example/photos/rocket.png?size=large \n');
    expect(editor.getState().isOpening).toBe(true);
    await fetched[0]?.answer();
    await opened;
    expect(fetched.map(({ given }) => given[0])).toEqual([
      'https://host.example/photos/rocket.png?size=large',
    ]);
    expect([nameOf(editor), editor.getState().isOpening]).toEqual(['rocket.png', false]);
  });

  test('without a path is an image', async () => {
    const { editor, fetched } = openEditor();
    const opened = editor.images.openLink('https://host.example');
    await fetched[0]?.answer();
    await opened;
    expect(nameOf(editor)).toBe('image');
  });

  test('that the server cannot follow leaves the open document and says why', async () => {
    const { editor, fetched } = openEditor();
    await openPhotograph(editor);
    const { document } = editor.getState();
    const opened = editor.images.openLink('https://host.example/rocket.png');
    await fetched[0]?.fail();
    await opened;
    expect(editor.getState().document).toBe(document);
    expect(editor.getState()).toMatchObject({
      isOpening: false,
      notice: { tone: 'problem', code: 'failed', message: 'The worker broke down.' },
    });
  });

  test.each(['answer', 'fail'] as const)(
    'gives way to a file that was opened after it, whatever its late %s',
    async (how) => {
      const { editor, fetched } = openEditor();
      const slow = editor.images.openLink('https://host.example/slow.png');
      await editor.images.openImage(new File(['photo'], 'fast.png'));
      await fetched[0]?.[how]();
      await slow;
      expect([nameOf(editor), editor.getState().notice, editor.getState().isOpening]).toEqual([
        'fast.png',
        null,
        false,
      ]);
    },
  );

  test('gives way to another link that was opened after it', async () => {
    const { editor, fetched } = openEditor();
    const opened = ['slow', 'fast'].map((name) => editor.images.openLink(`https://host.example/${name}`));
    await fetched[1]?.answer();
    expect([nameOf(editor), editor.getState().isOpening]).toEqual(['fast', false]);
    await fetched[0]?.answer();
    await Promise.all(opened);
    expect(nameOf(editor)).toBe('fast');
  });
});

test.each([
  ['https://host.example/a.png', true],
  ['  http://host.example  ', true],
  ['https://host.example/a b.png', false],
  ['see https://host.example', false],
  ['ftp://host.example/a.png', false],
  [`https://host.example/${'a'.repeat(4096)}`, false],
  ['', false],
])('%s is a link and nothing else: %s', (text, expected) => {
  expect(isLink(text)).toBe(expected);
});
