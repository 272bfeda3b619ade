/** The ten people, by name. What they look like is in `looks.ts`: who only names them need not draw them. */
export const names = [
  'Ari',
  'Bea',
  'Cyd',
  'Dov',
  'Eni',
  'Fay',
  'Gus',
  'Hoa',
  'Ira',
  'Jun',
] as const;
export type Name = (typeof names)[number];
