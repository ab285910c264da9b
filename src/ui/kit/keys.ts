import * as texts from '../texts/texts.ts';

/** Of a keyboard event, what decides which keys were pressed. */
type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Keys in a command's writing: optional `Mod+` and `Shift+`, then the name of the key, such as `Mod+Shift+Z`. */
const keysPattern = /^(Mod\+)?(Shift\+)?(.+)$/;

/** Whether the press is of exactly those keys. `Mod` is Ctrl, or Cmd on a Mac. */
export function isPressOf(keys: string, press: KeyPress): boolean {
  const [, mod, shift, name] = keysPattern.exec(keys) ?? [];
  const isSymbol = name !== undefined && /^[^A-Z0-9 ]$/.test(name);
  return (
    keyName(press) === name &&
    hasMod(press) === (mod !== undefined) &&
    !press.altKey &&
    // Where a symbol needs Shift depends on the keyboard's layout.
    (isSymbol || press.shiftKey === (shift !== undefined))
  );
}

export function hasMod({ ctrlKey, metaKey }: KeyPress): boolean {
  return ctrlKey || metaKey;
}

/** The key without what Shift makes of it: `A`, `1`, `+`, `Enter`, `Space`. */
function keyName({ key, code }: KeyPress): string {
  if (key === ' ') return 'Space';
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  return digit ?? (key.length === 1 ? key.toUpperCase() : key);
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

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
