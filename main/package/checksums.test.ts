import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checksums } from './checksums.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lectern-sums-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('gives a line to each thing that is handed out, and to nothing else', () => {
  expect(() => checksums(folder)).toThrow('nothing to hand out');
  for (const name of ['lectern.deb', 'builder-debug.yml', 'lectern.cdx.json'])
    writeFileSync(join(folder, name), 'abc');
  // The hash of "abc" is the standard's own example (FIPS 180-2, appendix B.1).
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(checksums(folder)).toBe(`${abc}  lectern.cdx.json\n${abc}  lectern.deb\n`);
});

it('writes them beside the files', () => {
  execFileSync(process.execPath, [join(import.meta.dirname, 'checksums.mjs'), folder]);
  expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(checksums(folder));
});
