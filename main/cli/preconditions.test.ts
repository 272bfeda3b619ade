import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { findHome, unfitNode } from './preconditions.mjs';

it.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0'])('Node %s fits', (version) => {
  expect(unfitNode(version)).toBeNull();
});

it.each(['18.20.0', '20.18.3', '21.7.3', '22.0.0', '22.11.0'])('Node %s does not', (version) => {
  expect(unfitNode(version)).toContain(`this is ${version}. Nothing was changed.`);
});

it('package.json asks for the same', () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ engines: { node: '^20.19 || >=22.12' } });
});

const home = process.env['HOME'];
afterEach(() => {
  if (home === undefined) delete process.env['HOME'];
  else process.env['HOME'] = home;
});

it.skipIf(process.platform === 'win32')(
  'an empty HOME does not hide the one that the system knows',
  () => {
    process.env['HOME'] = '';
    expect(findHome(process.env)).toBeNull();
    expect(process.env['HOME']).toMatch(/^\//);
  },
);
