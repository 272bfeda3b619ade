/** Latin letters that no accent can be taken from. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ŧ: 't',
};

/** Windows gives these names to devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Words as part of a file's name, on any system: small letters, digits and dashes. Latin letters
 * are plain ones, "jose-perez" for "José Pérez"; letters of other scripts stay, "דנה-כהן", for every
 * file system keeps them and nobody else's name is like them. Empty where there is no letter and no
 * digit. At most `longest` UTF-16 units, so at most three times as many bytes.
 */
export function fileWords(text: string, longest = 60): string {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    // Signs that can't be seen, as those that turn the direction of writing.
    .replace(/\p{Cf}/gu, '')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/\p{Script=Latin}/gu, (letter) => (letter <= 'z' ? letter : (plain[letter] ?? '-')))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+/u, '')
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/-+$/, '');
  return devices.test(words) ? `${words}_` : words;
}
