import { expect, it } from 'vitest';
import { missingLibraries, notFound } from './libraries.ts';

it('reads what ldd did not find, each once', () => {
  const printed = `	linux-vdso.so.1 (0x00007ffd)
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
	libnss3.so => not found
	libgbm.so.1 => not found
`;
  expect(notFound(printed)).toEqual(['libnss3.so', 'libgbm.so.1']);
});

it.skipIf(process.platform !== 'linux')(
  'this very program lacks none; a script has none',
  async () => {
    expect(await missingLibraries(process.execPath)).toEqual([]);
    expect(await missingLibraries(import.meta.filename)).toEqual([]);
  },
);
