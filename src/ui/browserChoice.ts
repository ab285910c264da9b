import { basePath } from './basePath.ts';

// What is chosen for a browser, as its permissions and its mouse are, and is no part of anybody's work.

type BrowserChoice = 'notify-when-done' | 'wheel-pans';

/** False, too, in a browser that keeps nothing. */
export function isChosen(choice: BrowserChoice): boolean {
  try {
    return localStorage.getItem(keyOf(choice)) === 'yes';
  } catch {
    return false;
  }
}

/** In a browser that keeps nothing it holds for as long as whoever asked remembers it. */
export function keepChoice(choice: BrowserChoice, isOn: boolean): void {
  try {
    localStorage.setItem(keyOf(choice), isOn ? 'yes' : 'no');
  } catch {
    // It is not kept.
  }
}

const keyOf = (choice: BrowserChoice) => `${choice}${basePath()}`;
