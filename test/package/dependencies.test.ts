import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { knownBad, parseVersion, inRange } from './known-bad.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(`${root}${name}`, 'utf8');
interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'overrides',
  Record<string, string>
> & { scripts: Record<string, string> };
const locked = Object.entries(lock.packages).filter(([place]) => place !== '');

describe('the lock file', () => {
  it('names no registry: it works with whichever the person has', () =>
    expect(
      locked.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place),
    ).toEqual([]));

  it('has a hash for every package', () =>
    expect(
      locked
        .filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))
        .map(([place]) => place),
    ).toEqual([]));

  it('has no package with an install script but these, and .npmrc keeps those from running', () => {
    expect(
      locked
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([place]) => place)
        .sort(),
    ).toEqual([
      'node_modules/@tensorflow/tfjs-node',
      'node_modules/core-js',
      'node_modules/electron-winstaller',
      'node_modules/esbuild',
    ]);
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  });
});

it('every version of package.json is exact, and no script runs before or after another', () => {
  for (const block of ['dependencies', 'devDependencies', 'overrides'] as const)
    for (const [name, version] of Object.entries(manifest[block]))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  expect(
    Object.keys(manifest.scripts).filter((name) => /^(pre|post|install|prepare)/.test(name)),
  ).toEqual([]);
});

describe('versions that are known to be bad', () => {
  it('none is installed, but for those that are named with a reason', () => {
    const found = locked.flatMap(([place, { version }]) => {
      const name = place.split('node_modules/').at(-1)!;
      return knownBad
        .filter((bad) => bad.name === name && inRange(parseVersion(version!), bad))
        .map((bad) => ({ place, version, because: bad.because, accepted: bad.accepted ?? null }));
    });
    expect(found.filter(({ accepted }) => accepted === null)).toEqual([]);
    const excuses = knownBad.flatMap(({ accepted, because }) =>
      accepted === undefined ? [] : [because],
    );
    expect(
      excuses.filter((because) => !found.some((bad) => bad.because === because)),
      'an excuse that nothing needs any more',
    ).toEqual([]);
  });

  it('a range takes in its ends as it says', () => {
    const bad = { name: 'x', from: '7.0.0', before: '7.5.2', because: '' };
    expect(
      ['6.9.9', '7.0.0', '7.5.1', '7.5.2', '7.10.0'].map((version) =>
        inRange(parseVersion(version), bad),
      ),
    ).toEqual([false, true, true, false, false]);
  });
});
