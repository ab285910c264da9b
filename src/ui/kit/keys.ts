import { isApple } from '../../canvas/platform.ts';
import * as texts from '../texts/texts.ts';
import { type KeyPress, pressedKey } from './pressedKey.ts';

/** Keys in a command's writing: optional `Mod+` and `Shift+`, then the name of the key, such as `Mod+Shift+Z`. */
const keysPattern = /^(Mod\+)?(Shift\+)?(.+)$/;

/** Whether the press is of exactly those keys. `Mod` is Ctrl, or Cmd on a Mac. */
export function isPressOf(keys: string, press: KeyPress): boolean {
  const [, mod, shift, name] = keysPattern.exec(keys) ?? [];
  const pressed = pressedKey(press);
  return (
    pressed.name === name &&
    pressed.hasMod === (mod !== undefined) &&
    pressed.hasShift === (shift !== undefined) &&
    !pressed.hasAlt
  );
}

const appleNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Space: 'Space' };
const names: Readonly<Record<string, string>> = { Mod: texts.kit.ctrlKey, '-': '−' };

/** Keys as this platform writes them: `Mod+Shift+Z` is Ctrl+Shift+Z, or ⌘⇧Z on a Mac. */
export function showKeys(keys: string): string {
  const parts = splitKeys(keys);
  return isApple
    ? parts.map((part) => appleNames[part] ?? names[part] ?? part).join('')
    : parts.map((part) => names[part] ?? part).join('+');
}

/** `Mod++` has the parts Mod and +. */
function splitKeys(keys: string): string[] {
  return keys.split(/\+(?!$)/);
}
