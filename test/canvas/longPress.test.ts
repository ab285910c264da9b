import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ToolId } from '../../src/tools/registry.ts';
import { domPointer, touchPointer } from './domPointer.ts';
import { type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;

beforeEach(async () => {
  stage = await mountStage();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const at = (x: number, y: number) => stage.inElement({ x, y });
const phase = () => stage.editor.getState().tool.session.phase;
const menu = () => stage.editor.getState().stageMenu;
const rest = () => vi.advanceTimersByTime(2000);
const pen = () => domPointer(stage, { pointerId: 7, pointerType: 'pen' });

test.each<[string, () => ReturnType<typeof domPointer>, ToolId]>([
  ['finger', () => touchPointer(stage, 1), 'rectangle'],
  ['pen', pen, 'rectangle'],
  ['finger', () => touchPointer(stage, 1), 'brush'],
  ['pen', pen, 'eraser'],
])('a %s that rests brings up the menu in place of the tool’s gesture', (_name, pick, tool) => {
  stage.editor.pickTool(tool);
  const pointer = pick();
  pointer.press(at(150, 150));
  vi.advanceTimersByTime(499);
  expect(menu()).toBeNull();
  expect(phase()).not.toBe('idle');
  pointer.moveTo({ x: at(150, 150).x + 3, y: at(150, 150).y });
  vi.advanceTimersByTime(1);
  expect({ menu: menu(), phase: phase() }).toEqual({
    menu: at(150, 150),
    phase: 'idle',
  });
  pointer.moveTo(at(250, 190));
  pointer.release(at(250, 190));
  expect(stage.editor.getState().document.regions).toEqual([]);
  stage.editor.pickTool('ellipse');
  expect(stage.editor.getState().tool.id).toBe('ellipse');
});

test.each<[string, ToolId, () => void]>([
  ['a mouse', 'rectangle', () => domPointer(stage).press(at(150, 150))],
  ['a finger that has moved', 'rectangle', moveAway],
  ['a finger that was lifted', 'rectangle', () => touchPointer(stage, 1).click(at(150, 150))],
  ['a second finger', 'rectangle', pressTwo],
  ['a shape that is being drawn', 'polygon', goOnDrawing],
])('no menu comes up for %s', (_name, tool, press) => {
  stage.editor.pickTool(tool);
  press();
  rest();
  expect(menu()).toBeNull();
});

function moveAway() {
  const pointer = touchPointer(stage, 1);
  pointer.press(at(150, 150));
  pointer.moveTo(at(170, 150));
  pointer.moveTo(at(150, 150));
}

function pressTwo() {
  touchPointer(stage, 1).press(at(150, 150));
  touchPointer(stage, 2).press(at(250, 150));
}

function goOnDrawing() {
  touchPointer(stage, 1).click(at(150, 150));
  touchPointer(stage, 1).press(at(200, 190));
}
