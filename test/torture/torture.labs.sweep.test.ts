import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { names } from '../../main/cli/checks/torture.ts';
import { tortures } from './entry.ts';
import { findingsTable, unsafe } from './table.ts';
import type { Torture } from './torture.ts';

const context: Torture = {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  programs: null,
  seed: 1,
  times: (_whole, short) => short,
  // What is done on a screen is looked at by the end-to-end specs.
  browser: async () => null,
  say: () => undefined,
};

test('the command line offers just what can be tried', () => {
  expect(names).toEqual(Object.keys(tortures));
});

/** A few of each: `npm run torture` does hundreds. */
test.each(['compute', 'host', 'messages', 'files', 'code', 'disk', 'offline', 'room'])(
  '%s, in short',
  { timeout: 180_000 },
  async (name) => {
    const findings = await tortures[name]!(context);
    console.log(findingsTable(findings));
    expect(findings.length).toBeGreaterThan(0);
    expect(unsafe(findings)).toEqual([]);
  },
);
