import * as texts from '../texts/texts.ts';

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
