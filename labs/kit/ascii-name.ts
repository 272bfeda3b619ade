/** Letters that no accent can be taken from. */
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
};

/**
 * Words as part of a file's name, on any system: plain small letters, digits and dashes, "jose-perez"
 * for "José Pérez". Empty where nothing of the kind is in it, as in a name in Hebrew. At most
 * `longest` signs.
 */
export const asciiName = (text: string, longest = 60): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (sign) => plain[sign] ?? '-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
