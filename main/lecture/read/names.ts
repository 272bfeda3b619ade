/** Words as part of an address: small letters, numbers and hyphens, at most 60; empty where nothing is left. */
export function slug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);

/**
 * Names a slide's poll: answers are kept under it, and no two slides share one. A long id loses its beginning, since what tells two
 * slides of one title apart stands at the end.
 */
export const pollId = (folder: string, slide: string): string =>
  `${folder}-${slide.slice(-67).replace(/^-+/, '')}`;
