import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toErrorData } from '../../contract/errors.ts';
import { makeNew } from '../new.ts';
import { UsageError } from '../usage.ts';
import { camelCase, pascalCase, titleOf } from './names.ts';
import { slideList } from './slide-list.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
let root: string;

/** As much of the project as the command looks at. */
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-new-'));
  await cp(join(project, 'main/cli/new/templates'), join(root, 'main/cli/new/templates'), {
    recursive: true,
  });
  // The slides without what is drawn for them.
  await cp(join(project, 'slides'), join(root, 'slides'), {
    recursive: true,
    filter: (from) => !from.endsWith('figures'),
  });
  await cp(join(project, 'main/lecture/README.md'), join(root, 'main/lecture/README.md'));
  await cp(join(project, '.prettierrc.json'), join(root, '.prettierrc.json'));
  await mkdir(join(root, 'labs/latency'), { recursive: true });
  await mkdir(join(root, 'labs/math'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const read = (file: string) => readFile(join(root, file), 'utf8');

/** Every file and folder there is, with what the slides' files hold. */
async function everything(): Promise<string[]> {
  const names = await readdir(root, { recursive: true });
  const texts = await Promise.all(
    ['slides/lecture-1/myths.ts', 'slides/lecture-1/myths.mdx', 'main/lecture/README.md'].map(read),
  );
  return [...names.sort(), ...texts];
}

describe('npm run new -- lab', () => {
  it('makes a folder of about ten files with the lab’s own name in each place', async () => {
    expect(await makeNew(['lab', 'coin-toss'], root)).toBe(0);
    expect((await readdir(join(root, 'labs'))).sort()).toEqual(['coin-toss', 'latency', 'math']);
    const files = (await readdir(join(root, 'labs/coin-toss'))).sort();
    expect(files).toEqual([
      'README.md',
      'coin-toss.labs.test.ts',
      'coin-toss.test.ts',
      'data.ts',
      'lab.ts',
      'model.ts',
      'panel.module.css',
      'panel.tsx',
      'read-result.ts',
      'run.ts',
      'story.tsx',
    ]);
    for (const file of files) expect(await read(`labs/coin-toss/${file}`)).not.toContain('__');
    const lab = await read('labs/coin-toss/lab.ts');
    expect(lab).toContain("id: 'coin-toss'");
    expect(lab).toContain("title: 'Coin toss'");
    expect(lab).toContain('export const coinTossParameters');
    expect(lab).toContain('export type CoinTossResult');
  });
});

describe('npm run new -- slide', () => {
  it('adds a slide at the end of the part’s list and of its MDX', async () => {
    const before = await read('slides/lecture-1/myths.mdx');
    const lastBefore = slideList(await read('slides/lecture-1/myths.ts'))!.ids.at(-1)!;
    const guide = await read('main/lecture/README.md');
    expect(await makeNew(['slide', 'myths', 'old-models-rot'], root)).toBe(0);
    const listed = slideList(await read('slides/lecture-1/myths.ts'))!.ids;
    expect(listed.at(-2)).toBe(lastBefore);
    expect(listed.at(-1)).toBe('old-models-rot');
    expect(await read('slides/lecture-1/myths.ts')).toContain(
      "    { id: 'old-models-rot', title: 'Old models rot', steps: 1 },\n  ],",
    );
    const after = await read('slides/lecture-1/myths.mdx');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toMatch(/^\n<Slide id="old-models-rot">[\s\S]*<\/Slide>\n$/);
    // The guide to lectures lists it where the part's others stand, and changes nowhere else.
    const words = (text: string) => text.replace(/[\s-]+/g, '');
    expect(words(await read('main/lecture/README.md'))).toBe(
      words(guide.replace(`\`${lastBefore}\``, `$&, \`old-models-rot\``)),
    );
    const files = await readdir(join(root, 'slides/lecture-1'));
    expect(files.filter((file) => !/\.(ts|mdx|md)$/.test(file))).toEqual([]);
  });
});

describe('what can’t be made is said in a sentence, and nothing is written', () => {
  it.each([
    [['lab', 'latency'], /already something called labs\/latency/],
    [['lab', 'math'], /"math" is reserved/],
    [['lab', 'constructor'], /"constructor" is reserved/],
    [['lab', 'nul'], /"nul" is reserved/],
    [['lab', 'Coin'], /small letters and digits, words joined by a hyphen/],
    [['lab', 'coin_toss'], /small letters/],
    [['lab', '../coin'], /small letters/],
    [['lab', '2coins'], /small letters/],
    [['lab', ''], /small letters/],
    [['lab', 'c'.repeat(41)], /at most 40 letters/],
    [
      ['slide', 'myth', 'rot'],
      /no part "myth"\. Did you mean "myths"\? There are: breakout, closing, .*, research-production/,
    ],
    [['slide', 'myths', 'agenda'], /The part "opening" already has a slide "agenda"/],
    [['slide', 'myths', 'myth-5'], /The part "myths" already has a slide "myth-5"/],
    [['slide', 'myths', 'Rot'], /small letters/],
    [['slide', 'myths'], /npm run new -- slide PART ID/],
    [['lab'], /npm run new -- lab NAME/],
    [['lab', 'a', 'b'], /npm run new -- lab NAME/],
    [['lecture', 'a'], /npm run new -- lab NAME/],
    [[], /npm run new -- lab NAME/],
    [['lab', 'coin', '--wings'], /Unknown option '--wings'/],
  ])('%j', async (args, words) => {
    const before = await everything();
    const error = await makeNew(args, root).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(words);
    expect(await everything()).toEqual(before);
  });

  it('a folder that can’t be written leaves nothing half made', async () => {
    await rm(join(root, 'labs'), { recursive: true });
    await writeFile(join(root, 'labs'), '');
    const before = await everything();
    const error = await makeNew(['lab', 'coin'], root).catch((thrown: unknown) => thrown);
    expect(toErrorData(error)).toEqual({
      code: 'storage',
      what: 'labs/coin could not be made: a file stands where a folder is needed.',
      safe: 'Nothing was written.',
      next: 'Type the command as the user to whom this folder belongs.',
    });
    expect(await everything()).toEqual(before);
  });
});

it('writes a name as TypeScript and as a title have it', () => {
  expect(pascalCase('coin-toss-2')).toBe('CoinToss2');
  expect(camelCase('coin-toss-2')).toBe('coinToss2');
  expect(camelCase('coin')).toBe('coin');
  expect(titleOf('coin-toss')).toBe('Coin toss');
});
