import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Editor } from '../../src/store/createEditor.ts';
import type { ToolId } from '../../src/tools/registry.ts';
import { defaultToolOptions } from '../../src/tools/toolOptions.ts';
import { listenToKeyboard } from '../../src/ui/keyboard/useKeyboard.ts';
import * as texts from '../../src/ui/texts/texts.ts';
import { ToolOptionsBar } from '../../src/ui/toolOptions/ToolOptionsBar.tsx';
import { createTestEditor } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

afterEach(cleanup);

let editor: Editor;

beforeEach(() => {
  editor = createTestEditor();
});

const bar = () => screen.getByRole('region', { name: 'Tool options' });
const options = () => editor.getState().options;

function renderFor(tool: ToolId) {
  editor.pickTool(tool);
  renderWithEditor(editor, <ToolOptionsBar />);
}

describe('the options bar', () => {
  test.each([
    ['pan', []],
    ['polygon', ['Mask mode']],
    ['brush', ['Mask mode', 'Brush unit']],
    ['wand', ['Mask mode']],
  ] as const)('of %s names the tool and shows its groups', async (tool, groups) => {
    renderFor(tool);
    if (tool === 'brush' || tool === 'wand') await within(bar()).findByRole('slider');
    const shown = within(bar()).queryAllByRole('group');
    expect({
      name: within(bar()).getByRole('heading').textContent,
      groups: shown.map((group) => group.getAttribute('aria-label')),
      sliders: within(bar()).queryAllByRole('slider').length,
    }).toEqual({ name: texts.toolNames[tool], groups, sliders: tool === 'brush' || tool === 'wand' ? 1 : 0 });
  });

  test('sets what shapes do to the mask', async () => {
    renderFor('rectangle');
    const chosen = [];
    for (const name of ['Add', 'Subtract', 'Intersect', 'New']) {
      await userEvent.click(within(bar()).getByRole('radio', { name }));
      chosen.push(options().combineMode);
    }
    expect(chosen).toEqual(['add', 'subtract', 'intersect', 'new']);
  });

  test('sets the brush', async () => {
    renderFor('brush');
    fireEvent.change(screen.getByRole('slider', { name: 'Brush size' }), { target: { value: '120' } });
    const bySlider = options().brushSize;
    const number = screen.getByRole('spinbutton', { name: 'Brush size in px' });
    await userEvent.clear(number);
    await userEvent.type(number, '900{Enter}');
    await userEvent.click(screen.getByRole('radio', { name: 'Image px' }));
    await userEvent.click(screen.getByRole('button', { name: 'Pressure' }));
    expect([bySlider, options()]).toEqual([
      120,
      { ...defaultToolOptions, brushSize: 500, brushUnit: 'image', isPressureUsed: true },
    ]);
  });

  test('sets the wand', async () => {
    renderFor('wand');
    fireEvent.change(screen.getByRole('slider', { name: 'Tolerance' }), { target: { value: '80' } });
    await userEvent.click(screen.getByRole('button', { name: 'Contiguous' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Sample size' }), '5 × 5');
    expect(options()).toEqual({
      ...defaultToolOptions,
      tolerance: 80,
      isContiguous: false,
      sampleSize: 5,
    });
  });

  test('is out of reach while a result is looked at', () => {
    renderFor('rectangle');
    expect(bar().inert).toBe(false);
    cleanup();
    editor.transact((state) => ({
      ...state,
      shownResult: { generationId: 'generation-1', index: 0, document: state.document },
    }));
    renderWithEditor(editor, <ToolOptionsBar />);
    expect(bar().inert).toBe(true);
  });

  test('leaves arrows to a focused radio button or slider, and letters to the tools', async () => {
    renderFor('brush');
    const stop = listenToKeyboard(editor);
    screen.getByRole('radio', { name: 'New' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    const slider = screen.getByRole('slider', { name: 'Brush size' });
    slider.focus();
    const isLeftAlone = fireEvent.keyDown(slider, { key: 'ArrowRight' });
    await userEvent.keyboard('l');
    stop();
    expect([options().combineMode, isLeftAlone, editor.getState().tool.id]).toEqual(['add', true, 'lasso']);
  });
});
