/** How many characters have to be left that do not follow from the others. Each of a random token's is one. */
const surprisesMin = 8;
/** How many different ones. Of 16 random hexadecimal digits ten are different. */
const charactersMin = 6;

/**
 * Whether somebody would think of this token within the tries that they get in a month: one made of common words, of one
 * piece again and again, or of rows of the alphabet and the keyboard. What a random generator makes hardly ever is: one in some 40,000 of 16 characters.
 */
export function isGuessable(token: string): boolean {
  const text = token.toLowerCase();
  const rest = periodOf(text)
    .replace(commonWords, '')
    .replace(/[-_. ]/g, '');
  // Two rows may be woven into each other: 1q2w3e4r.
  const unwoven = everySecond(rest, 0) + everySecond(rest, 1);
  const surprises = Math.min(surprisesOf(rest), surprisesOf(unwoven));
  return surprises < surprisesMin || new Set(text).size < charactersMin;
}

/** Those that everybody tries first, and what stands for a token where it is still to be filled in. */
const commonWords =
  /p[a@4][s$5]{2}w[o0]r[dt]|passphrase|[s$5][e3]cr[e3]t|change[-_]?(?:me|it|this)|letmein|w[e3]lc[o0]me|admin(?:istrator)?|access[-_]?token|(?:your|my|some)[-_]?(?:token|key)|token[-_]?here|evolink|midjourney|upload[-_]?paint|editor|example|default|placeholder/g;

/** The piece of which the text is a repetition, or the text itself. */
function periodOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    if (text.slice(length) === text.slice(0, -length)) return text.slice(0, length);
  }
  return text;
}

function everySecond(text: string, start: 0 | 1): string {
  return [...text].filter((_, at) => at % 2 === start).join('');
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Characters that are neither the one before again nor its neighbour in a row. */
function surprisesOf(text: string): number {
  return [...text].filter((character, at) => {
    const pair = text.charAt(at - 1) + character;
    const back = character + text.charAt(at - 1);
    return at === 0 || !(pair === back || rows.some((row) => row.includes(pair) || row.includes(back)));
  }).length;
}
