import { expect, test } from 'vitest';
import { allCommands } from '../../../src/ui/keyboard/commands.ts';
import { isPressOf } from '../../../src/ui/kit/keys.ts';

type Held = 'Shift' | 'Ctrl' | 'Alt' | 'AltGr';

/** Keyboard, what is typed, at which place, with what held, and which command that is. */
const rows: readonly (readonly [string, string, string, readonly Held[], string])[] = [
  ['American', 'z', 'KeyZ', ['Ctrl'], 'Mod+Z'],
  ['American', '!', 'Digit1', ['Shift'], 'Shift+1'],
  ['American', '+', 'Equal', ['Shift'], '+'],
  ['American, Caps Lock', 'B', 'KeyB', [], 'B'],
  ['number pad', '+', 'NumpadAdd', [], '+'],
  ['German', 'z', 'KeyY', ['Ctrl'], 'Mod+Z'],
  ['German', 'y', 'KeyZ', ['Ctrl'], 'Mod+Y'],
  ['German', '=', 'Digit0', ['Shift'], '='],
  ['German', '\\', 'Minus', ['AltGr'], '\\'],
  ['French', 'a', 'KeyQ', [], 'A'],
  ['French', 'w', 'KeyZ', [], 'W'],
  ['French', 'm', 'Semicolon', [], 'M'],
  ['French', ',', 'KeyM', [], ''],
  ['French', '-', 'Digit6', [], '-'],
  ['French', '&', 'Digit1', [], '1'],
  ['French', 'à', 'Digit0', [], '0'],
  ['French', 'à', 'Digit0', ['Ctrl'], 'Mod+0'],
  ['French', '1', 'Digit1', ['Shift'], '1'],
  ['Czech', '+', 'Digit1', [], '+'],
  ['Czech', 'é', 'Digit0', [], '0'],
  ['Swiss', '+', 'Digit1', ['Shift'], '+'],
  ['Swedish', '-', 'Slash', [], '-'],
  ['Dvorak', ',', 'KeyW', [], ''],
  ['Dvorak', "'", 'KeyQ', [], ''],
  ['Dvorak', ';', 'KeyZ', ['Ctrl'], ''],
  ['Dvorak', 'p', 'KeyR', [], 'P'],
  ['Turkish F', 'p', 'KeyK', [], 'P'],
  ['Russian', 'я', 'KeyZ', ['Ctrl'], 'Mod+Z'],
  ['Russian', 'Я', 'KeyZ', ['Ctrl', 'Shift'], 'Mod+Shift+Z'],
  ['Russian', 'и', 'KeyB', [], 'B'],
  ['Greek', 'ω', 'KeyV', [], 'V'],
  ['Hebrew', 'ז', 'KeyZ', ['Ctrl'], 'Mod+Z'],
  ['Hebrew', "'", 'KeyW', [], 'W'],
  ['Arabic', 'لا', 'KeyB', [], 'B'],
  ['Arabic', '~', 'KeyZ', ['Ctrl', 'Shift'], 'Mod+Shift+Z'],
  ['Arabic', '٠', 'Digit0', [], '0'],
  ['Korean', 'ㅋ', 'KeyZ', ['Ctrl'], 'Mod+Z'],
  ['Korean', 'ㅠ', 'KeyB', [], 'B'],
  ['Thai', 'ิ', 'KeyB', [], 'B'],
  ['Thai', 'ข', 'Minus', [], '-'],
  ['Hindi', '१', 'Digit1', [], '1'],
  ['Japanese, full width', 'ｂ', 'KeyB', [], 'B'],
  ['any, with AltGr', 'ł', 'KeyL', ['AltGr'], ''],
  ['any, with Alt', 'b', 'KeyB', ['Alt'], ''],
];

function press(key: string, code: string, held: readonly Held[]): KeyboardEvent {
  const hasAltGr = held.includes('AltGr');
  return new KeyboardEvent('keydown', {
    key,
    code,
    shiftKey: held.includes('Shift'),
    // As Windows tells of AltGr.
    ctrlKey: held.includes('Ctrl') || hasAltGr,
    altKey: held.includes('Alt') || hasAltGr,
    modifierAltGraph: hasAltGr,
  });
}

test('the command that a key is, on keyboards of the world', () => {
  const commandOf = (event: KeyboardEvent) =>
    allCommands.flatMap(({ keys }) => keys).find((keys) => isPressOf(keys, event)) ?? '';
  const found = rows.map(([keyboard, key, code, held]) => [
    keyboard,
    key,
    code,
    held,
    commandOf(press(key, code, held)),
  ]);
  expect(found).toEqual(rows);
});
