import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sessionFolder } from './session-folder.ts';

test('each data folder has a folder of its own for Chromium’s files, the same at every start', () => {
  const [ada, ben] = ['/home/ada/lectern', '/home/ada/lectern 2'].map((data) =>
    sessionFolder('/cache', data),
  );
  expect(ada).not.toBe(ben);
  expect(sessionFolder('/cache', '/home/ada/lectern')).toBe(ada);
  expect(ada!.startsWith(join('/cache', 'electron'))).toBe(true);
  // Short: on Linux a socket lies in it, whose path may have 107 characters.
  expect(ada!.length - join('/cache', 'electron').length).toBeLessThan(16);
});
