/** Kinds of pictures that a lecture may show: how their bytes begin, and as what they are served. */
const kinds = [
  { names: /\.png$/i, type: 'image/png', fits: starts(0x89, 0x50, 0x4e, 0x47) },
  { names: /\.jpe?g$/i, type: 'image/jpeg', fits: starts(0xff, 0xd8, 0xff) },
  { names: /\.gif$/i, type: 'image/gif', fits: starts(0x47, 0x49, 0x46, 0x38) },
  {
    names: /\.webp$/i,
    type: 'image/webp',
    fits: (bytes: Uint8Array) => words(bytes, 8) === 'WEBP',
  },
  {
    names: /\.avif$/i,
    type: 'image/avif',
    fits: (bytes: Uint8Array) => words(bytes, 4) === 'ftyp',
  },
  { names: /\.svg$/i, type: 'image/svg+xml', fits: () => true },
];

function starts(...first: number[]) {
  return (bytes: Uint8Array) => first.every((byte, index) => bytes[index] === byte);
}
const words = (bytes: Uint8Array, from: number) =>
  String.fromCharCode(...bytes.subarray(from, from + 4));

/** Whether a file's name is a picture's. */
export const isPicture = (path: string): boolean => kinds.some(({ names }) => names.test(path));

/** As what a picture is served; null where its bytes are not what its name says. */
export const pictureType = (path: string, bytes: Uint8Array): string | null =>
  kinds.find(({ names, fits }) => names.test(path) && fits(bytes))?.type ?? null;
