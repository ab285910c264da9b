import { isApple } from '../../canvas/platform.ts';

/**
 * Which key of the page's commands a keyboard event is. `KeyboardEvent.key` is what the layout types, and `code` the place on
 * the keyboard. Neither alone will do: by `code`, Z undoes where a German reads Y; by `key`, nothing undoes where a Russian
 * types я. So what is typed decides wherever it is Latin or a symbol of a command, and the place where it is neither.
 * https://www.w3.org/TR/uievents/#keyboard-key-codes
 */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'getModifierState'
>;

type PressedKey = {
  /** A capital letter, a digit, a symbol, `Space`, or the browser's own name, such as `Enter`. */
  readonly name: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly hasMod: boolean;
  readonly hasAlt: boolean;
  /** Not where Shift only helps to type the symbol, as the layout has it. */
  readonly hasShift: boolean;
};

/** What layouts type at places of their own, with Shift, with AltGr, or with Option. */
const symbols = new Set([...'+-=[]\\', ...'0123456789']);

export function pressedKey(press: KeyPress): PressedKey {
  const typed = press.key.normalize('NFKC');
  const isSymbol = symbols.has(typed);
  const helpsToType = isSymbol && (press.getModifierState('AltGraph') || isOption(press));
  return {
    name: isSymbol ? typed : nameOf(typed, press.code),
    hasMod: (press.ctrlKey || press.metaKey) && !helpsToType,
    hasAlt: press.altKey && !helpsToType,
    hasShift: press.shiftKey && !isSymbol,
  };
}

/** On a Mac, Option types what AltGr types elsewhere. */
function isOption({ altKey, ctrlKey, metaKey }: KeyPress): boolean {
  return isApple && altKey && !ctrlKey && !metaKey;
}

function nameOf(typed: string, code: string): string {
  if (typed === ' ') return 'Space';
  // Of the digits' row, whatever it types there: `!`, `à`, `१`, or a Thai letter.
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (isOfOtherScript(typed, code)) return usNameOf(code) ?? typed;
  return typed.length === 1 ? typed.toUpperCase() : typed;
}

/** Where Hebrew types an apostrophe, and Arabic with Shift a tilde: no Latin layout has them there. */
const otherScriptSymbols = new Set(["KeyW '", 'KeyZ ~']);

/** A letter, or a sign that is written on one, as Thai and Devanagari have them on keys of their own. */
function isOfOtherScript(typed: string, code: string): boolean {
  return /^(?!\p{Script=Latin})[\p{L}\p{M}]/u.test(typed) || otherScriptSymbols.has(`${code} ${typed}`);
}

const usSymbols: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Minus: '-',
  Equal: '=',
};

/** What an American keyboard types there, which stands on the keys of most others, too. */
function usNameOf(code: string): string | undefined {
  return /^Key([A-Z])$/.exec(code)?.[1] ?? usSymbols[code];
}

/**
 * Whether the press is part of writing Chinese, Japanese or Korean, and chooses characters: it is nobody else's. Safari tells of
 * it by the key code alone. https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode
 */
export function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}
