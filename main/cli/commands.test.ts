import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureReady } from '../setup/ensure-ready.ts';
import { main } from './main.ts';

vi.mock('../setup/ensure-ready.ts', () => ({
  ensureReady: vi.fn(() => Promise.reject(new Error('This would have been built.'))),
}));

const root = join(import.meta.dirname, '../..');

/** Types a command in this process: what a person would read, and the exit code. */
async function type(...args: string[]) {
  const said: string[] = [];
  const keep = (...words: unknown[]) => void said.push(words.join(' '));
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
  const code = await main(args, root);
  vi.restoreAllMocks();
  return { code, text: said.join('\n'), built: vi.mocked(ensureReady).mock.calls.length };
}

afterEach(() => void vi.mocked(ensureReady).mockClear());

const { text: all } = await type('--help');
const commands = [...all.matchAll(/^ {2}npm run (\S+)/gm)].map(([, name]) => name!);

it('names every command that package.json has', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const typed = Object.values(scripts).flatMap((script) => {
    const [, name] = /^node main\/cli\/lectern\.mjs (\S+)/.exec(script) ?? [];
    return name === undefined ? [] : [name];
  });
  expect(typed.length).toBeGreaterThan(20);
  expect([...new Set(typed)].filter((name) => !commands.includes(name))).toEqual([]);
});

it.each(['--rubric', '--roster'])('grade says which file of %s is not there', async (option) => {
  const { code, text } = await type('grade', 'labs', option, 'none.txt');
  expect(code).toBe(1);
  expect(text).toBe(
    `none.txt can't be read: there is no such file.\nNothing was written.\nName a file that is there with ${option}.`,
  );
});

it('says its name and version', async () => {
  for (const args of [['--version'], ['-v'], ['start', '--version']]) {
    const { code, text } = await type(...args);
    expect(code).toBe(0);
    expect(text).toMatch(/^lectern \d+\.\d+\.\d+$/);
  }
});

describe('says what a command takes, and builds nothing', () => {
  it.each(commands)('%s', async (name) => {
    for (const option of ['--help', '-h']) {
      const { code, text, built } = await type(name, option);
      expect({ code, built }, text).toEqual({ code: 0, built: 0 });
      expect(text).toMatch(/npm (run|test|start)/);
      expect(text).toContain(name);
    }
  });
});

// What dist is given goes on to electron-builder, which alone knows its options.
describe('refuses an option that a command does not have, before it builds', () => {
  it.each(commands.filter((name) => name !== 'dist'))('%s', async (name) => {
    const { code, text, built } = await type(name, '--no-such-option');
    expect({ code, built }, text).toEqual({ code: 2, built: 0 });
    expect(text).toContain('--no-such-option');
  });
});

describe('a command that can’t be followed ends with 2 and says what there is', () => {
  it.each([
    [['constructor'], /no command "constructor"/],
    [['start', '--wob'], /Unknown option '--wob'[\s\S]*--no-open/],
    [['start', '--web', '--electron'], /exclude each other/],
    [['start', '--port', '70000'], /whole number from 1 to 65535; "70000" is not/],
    [['start', '--port', '80x'], /"80x" is not/],
    [['walk', '--seed', 'x'], /--seed is a whole number[\s\S]*"x" is not/],
    [['lab'], /Which lab\?[\s\S]*Labs: .*latency/],
    [['lab', 'nope'], /no lab "nope"\. There are: .*latency/],
    [['lab', 'latancy'], /no lab "latancy"\. Did you mean "latency"\? There are: .*latency/],
    [
      ['report', 'package.json', '--labs', 'latancy'],
      /--labs takes some of .*; "latancy" is not one\. Did you mean "latency"\?/,
    ],
    [['report', 'package.json', '--labs', ','], /--labs takes some of .*latency/],
    [['grade'], /Which folder\?/],
    [['coverage-study', '--only', 'gasp'], /"gasp" is not one\. Did you mean "gaps"\?/],
    [['new', 'slide', 'miths', 'x-y'], /no part "miths"\. Did you mean "myths"\? There are: /],
    [['lab', 'latency', 'fairness'], /One lab at a time/],
    [['lab', 'latency', '--preset', 'x'], /no preset "x"\. It has: default/],
    [['lab', 'latency', '--set', 'wings=2'], /no parameter "wings"\. There are: loadPercent/],
    [
      ['lab', 'latency', '--set', 'replicas=99'],
      /replicas is a whole number from 1 to 8; 99 is not/,
    ],
    [
      ['lab', 'latency', '--set', 'replicas=many'],
      /replicas is a whole number from 1 to 8; "many" is not/,
    ],
    [['lab', 'latency', '--set', 'replicas='], /replicas is a whole number/],
    [['lab', 'latency', '--set', 'replicas'], /--set takes name=value/],
    [['lab', 'latency', '--seed', '1.5'], /--seed is a whole number/],
    [['lab', 'latency', '--seed', '4294967296'], /--seed is a whole number/],
    [['bench', '--only', 'speed'], /--only takes some of simulator, .*; "speed" is not one/],
    [['bench', '--only', ','], /--only takes some of/],
    [['handout', '--out', 'nowhere'], /--out takes a folder that exists; "nowhere" is none/],
    [['handout', '--pages'], /Unknown option '--pages'[\s\S]*--steps/],
    [['doctor', '--now'], /Unknown option '--now'/],
  ])('%j', async (args, message) => {
    const { code, text, built } = await type(...args);
    expect({ code, built }, text).toEqual({ code: 2, built: 0 });
    expect(text).toMatch(message);
    expect(text).not.toMatch(/^\s+at .*[:(]\d+/m);
  });
});
