/** The Latin letters and signs by their place on the keyboard, where the layout has others there. */
const signs: Readonly<Record<string, string>> = {
  Period: '.',
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
};

/**
 * A key's name, small where it is a letter. Where the layout has no Latin letter at that place
 * (Cyrillic, Greek, Hebrew, Arabic), the letter that stands there on an English keyboard.
 */
export function latinKey({ key, code }: { key: string; code?: string }): string {
  if ([...key].length !== 1) return key;
  const foreign = /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key);
  if (foreign && code) return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? signs[code] ?? key;
  return key.toLowerCase();
}
