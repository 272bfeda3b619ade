import { expect, test } from 'vitest';
import { wantedBackend } from './wanted-backend.ts';

test.each(['tensorflow', 'wasm', 'cpu'])('LECTERN_BACKEND=%s is one of ours', (name) => {
  expect(wantedBackend({ LECTERN_BACKEND: name })).toBe(name);
});

test('unset and empty ask for none', () => {
  expect([wantedBackend({}), wantedBackend({ LECTERN_BACKEND: '' })]).toEqual([undefined, '']);
});

test.each(['cuda', 'WASM', 'webgl '])('LECTERN_BACKEND=%s is refused, with the names', (name) => {
  expect(() => wantedBackend({ LECTERN_BACKEND: name })).toThrowError(
    expect.objectContaining({
      data: expect.objectContaining({
        what: `LECTERN_BACKEND=${name} names no backend that Lectern has.`,
        next: 'Set it to tensorflow, wasm or cpu, or leave it away.',
      }),
    }),
  );
});
