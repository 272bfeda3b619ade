import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { projectRoot } from '../../compute/fixtures/build-trial.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A clone in a folder of that name, of which only the plain JavaScript of the bootstrap is there, and no package. */
function clone(name: string) {
  const above = mkdtempSync(join(tmpdir(), 'lectern-bootstrap-'));
  made.push(above);
  const root = join(above, name);
  for (const room of ['cli', 'setup', 'package'])
    cpSync(join(projectRoot, 'main', room), join(root, 'main', room), {
      recursive: true,
      filter: (path) => !/\.[^/\\]+$/.test(path) || path.endsWith('.mjs'),
    });
  const type = (command: string) => {
    const program = join(root, 'main/cli/lectern.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, command], {
      encoding: 'utf8',
    });
    expect(stdout + stderr).not.toMatch(/^\s+at .*[:(]\d+/m);
    return { status, stdout, stderr };
  };
  return { root, type };
}

it.each(
  ['c#', 'a*b', '50%', 'what?'].filter((name) => process.platform !== 'win32' || name === 'c#'),
)(
  'in a folder %s a command says before it builds that it can’t, and doctor has it in its rows',
  (name) => {
    const { root, type } = clone(name);
    expect(type('start')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/its path holds the sign .*\nNothing was changed\.\nMove or/),
    });
    const { status, stdout } = type('doctor');
    expect(status).toBe(1);
    expect(stdout).toContain(`Folder:                 ${root}\n`);
    expect(stdout).toMatch(/holds the sign [\s\S]*as it is\.\nbackend: none\n$/);
  },
);

it('doctor gives a diagnosis also where its own program can’t be built', () => {
  const { root, type } = clone('plain');
  writeFileSync(join(root, 'out'), 'in the way');
  expect(type('start')).toMatchObject({ status: 1, stdout: '' });
  const { status, stdout } = type('doctor');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^Node: .*\n[\s\S]*could not be built: .*\n[\s\S]*\nbackend: none\n$/);
});
