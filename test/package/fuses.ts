import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron's program holds this text once (a universal one for Macs twice); behind it the version,
 * the number of fuses, and one byte each.
 */
export const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses in the order of their bytes, and how each must stand in a package. The last two are left as Electron has them. */
export const expectedFuses: [name: string, on: boolean | null][] = [
  ['runAsNode', false],
  ['cookieEncryption', false],
  ['nodeOptions', false],
  ['nodeCliInspect', false],
  ['embeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', null],
  ['grantFileProtocolExtraPrivileges', false],
  ['wasmTrapHandlers', null],
];

/** How Electron 45 itself is delivered: the same nine bytes before anything was packed. */
export const fusesAsDelivered = Buffer.concat([
  Buffer.from(fuseMark),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

/** On a Mac the fuses are in the framework, not in the program. */
const fileOf = (program: string) =>
  /\.app\/?$/.test(program)
    ? join(program, 'Contents/Frameworks/Electron Framework.framework/Electron Framework')
    : program;

/** What is wrong with the fuses of a program: one sentence each, none where all stand as they must. */
export function fuseComplaints(bytes: Buffer): string[] {
  const said: string[] = [];
  let at = bytes.indexOf(fuseMark);
  if (at < 0) return ['There are no fuses in it: this is not Electron’s program.'];
  for (; at >= 0; at = bytes.indexOf(fuseMark, at + 1)) {
    const wire = at + fuseMark.length;
    if (bytes[wire] !== 1)
      said.push(`The fuses are of version ${bytes[wire]}; this knows version 1.`);
    expectedFuses.forEach(([name, on], i) => {
      const state = i < bytes[wire + 1]! ? String.fromCharCode(bytes[wire + 2 + i]!) : 'missing';
      if (on !== null && state !== (on ? '1' : '0'))
        said.push(
          `${name} is ${({ 0: 'off', 1: 'on' } as Record<string, string>)[state] ?? state}, it must be ${on ? 'on' : 'off'}`,
        );
    });
  }
  return said;
}

/** Reads the fuses back from a packed program (on a Mac: the .app folder). */
export const readFuseComplaints = (program: string): string[] =>
  fuseComplaints(readFileSync(fileOf(program)));
