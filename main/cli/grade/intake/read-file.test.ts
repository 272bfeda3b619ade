import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyLearner, type Learner } from '../../../contract/learner.ts';
import type { RunCard } from '../../../contract/run.ts';
import { makeCard } from '../../../services/runs/card.ts';
import { newRun } from '../../../services/runs/new-run.ts';
import { onDisk } from './collect.ts';
import { findFiles } from './find-files.ts';
import { readSubmission } from './read-file.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-handed-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const card = (n: number, over: Partial<RunCard> = {}) => {
  const run = newRun({
    id: `run-${String(n).padStart(8, '0')}`,
    number: n,
    lab: 'trial',
    labVersion: 1,
    parameters: {},
    seed: 7,
    preset: null,
    prediction: null,
    measuredFrom: null,
  });
  return makeCard(
    {
      ...run,
      status: 'finished',
      complete: true,
      startedAt: '2026-01-01T10:00:00.000Z',
      result: { n },
      ...over,
    },
    null,
    null,
    '0.0.0',
  );
};
const readFile = async (file: string, onBytes?: (bytes: number) => void) => {
  const path = join(folder, file);
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  return readSubmission(onDisk({ path, file, bytes: size }), onBytes);
};
const line = (value: unknown) => JSON.stringify(value);
const head = (runs: number) => line({ format: 'lectern-notebook', formatVersion: 1, runs });
const said = (learner: unknown) => line({ kind: 'learner', learner });
const run = (value: unknown) => line({ kind: 'run', card: value, remark: null });
const end = (runs: number) => line({ kind: 'end', runs });
async function read(...lines: string[]) {
  await writeFile(join(folder, 'a.jsonl'), lines.join('\n'));
  return readFile('a.jsonl');
}

test('a whole notebook', async () => {
  const learner: Learner = { ...emptyLearner, who: { name: 'Ada', course: '' } };
  expect(await read(head(2), said(learner), run(card(1)), run(card(2)), end(2), '')).toMatchObject({
    state: 'notebook',
    learner,
    cutShort: false,
    missing: 0,
    damaged: { count: 0 },
    runs: [
      { number: 1, line: 3, hashFits: true },
      { number: 2, line: 4 },
    ],
  });
});

test('one that was cut short gives all before the cut, and says how many runs it should have had', async () => {
  expect(
    await read(head(3), said(emptyLearner), run(card(1)), run(card(2)).slice(0, 200)),
  ).toMatchObject({
    cutShort: true,
    missing: 2,
    damaged: { count: 1, lines: [4] },
    runs: [{ number: 1 }],
  });
});

test('damaged lines are named, the first ten by number, and the rest is read on', async () => {
  const bad = [
    '{',
    'null',
    '[]',
    line({ kind: 'virus' }),
    run({ ...card(2), seed: -1 }),
    run({ id: '../../../etc/passwd' }),
    run({ ...card(3), durationMs: -5 }),
    run({ ...card(4), durationMs: null }),
    said({ version: 1 }),
    '{"kind":"run","card":1e999}',
    'x',
    `{"kind":"run","card":${'['.repeat(100_000)}`,
  ];
  const found = await read(head(1), said(emptyLearner), ...bad, run(card(1)), end(1));
  expect(found.damaged).toEqual({ count: 12, lines: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
  expect(found.runs).toMatchObject([{ number: 1 }]);
});

test('answers that come twice count once, the first; ones of a wrong form are a damaged line', async () => {
  const mine = { ...emptyLearner, who: { name: 'Ada', course: '' } };
  expect(
    await read(head(0), said(mine), said({ ...mine, who: { name: 'Bo', course: '' } }), end(0)),
  ).toMatchObject({ learner: { who: { name: 'Ada' } }, damaged: { lines: [3] } });
  expect(await read(head(0), said({ labs: 5 }), end(0))).toMatchObject({
    learner: null,
    damaged: { lines: [2] },
  });
});

test('names from the prototype are names like any other', async () => {
  const found = await read(
    head(0),
    '{"kind":"learner","learner":{"version":1,"labs":{"__proto__":{"polluted":1},' +
      '"constructor":{"done":[],"predictions":{},"checks":{"toString":' +
      '{"tries":1,"passed":false,"hints":0,"answer":null}},"reflections":{}}},"place":null}}',
    end(0),
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(found.learner!.labs)).toContain('constructor');
});

test('cards: changed by hand, of a newer version, and with a prediction that came after the start', async () => {
  const prediction = {
    step: 'guess',
    question: 'How many?',
    value: 3,
    unit: '',
    lockedAt: '2026-01-01T10:00:05.000Z',
  };
  const found = await read(
    head(4),
    said(emptyLearner),
    run({ ...card(1), seed: 8 }),
    run({ ...card(2), formatVersion: 2 }),
    run(card(3, { prediction })),
    run(card(4, { prediction: { ...prediction, lockedAt: '2026-01-01T09:59:00.000Z' } })),
    end(4),
  );
  expect(found).toMatchObject({
    newerRuns: 1,
    missing: 0,
    damaged: { count: 0 },
    runs: [
      { number: 1, hashFits: false },
      { number: 3, lockedAfter: true, hashFits: true },
      { number: 4, lockedAfter: false },
    ],
  });
});

test('a pinned card still fits its hash', async () => {
  expect((await read(head(1), run({ ...card(1), pinned: true }), end(1))).runs).toMatchObject([
    { hashFits: true },
  ]);
});

test('a byte order mark and lines that end as on Windows change nothing', async () => {
  await writeFile(
    join(folder, 'a.jsonl'),
    `\uFEFF${[head(1), said(emptyLearner), run(card(1)), end(1)].join('\r\n')}\r\n`,
  );
  expect(await readFile('a.jsonl')).toMatchObject({
    state: 'notebook',
    cutShort: false,
    runs: [{ number: 1 }],
  });
});

test('one run card by itself, and what is neither', async () => {
  const one = async (text: string) => {
    await writeFile(join(folder, 'b.json'), text);
    return readFile('b.json');
  };
  expect(await one(JSON.stringify(card(1), null, 1))).toMatchObject({
    state: 'card',
    learner: null,
    runs: [{ number: 1 }],
    cutShort: false,
  });
  expect(await one(JSON.stringify({ ...card(1), formatVersion: 9 }))).toMatchObject({
    state: 'newer',
  });
  expect(await one('')).toMatchObject({ state: 'other', why: 'it is empty' });
  expect(await one('{"format":"lectern-notebook","formatVersion":2,"runs":0}')).toMatchObject({
    state: 'newer',
  });
  for (const text of ['[]', 'hello', '\u0000\u0001', JSON.stringify(card(1)).slice(0, 300)])
    expect(await one(text)).toMatchObject({ state: 'other' });
  expect(await readFile('none.json')).toMatchObject({
    state: 'unreadable',
    why: expect.stringContaining("can't be read"),
  });
  await mkdir(join(folder, 'folder.json'));
  expect(await readFile('folder.json')).toMatchObject({
    state: 'unreadable',
  });
});

test('a file of 100 MB is read with little memory, and a line that is far too long is one damaged line', async () => {
  const path = join(folder, 'large.jsonl');
  const out = createWriteStream(path);
  const put = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  const fill = card(1, { result: { fill: 'x'.repeat(900_000) } });
  const text = run(fill);
  await put(`${head(80)}\n`);
  for (let i = 0; i < 80; i++) await put(`${text}\n`);
  for (let i = 0; i < 30; i++) await put('y'.repeat(1_000_000));
  await put(`\n${end(80)}\n`);
  out.end();
  await once(out, 'close');
  let bytes = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  const found = await readFile('large.jsonl', (more) => {
    bytes += more;
    most = Math.max(most, process.memoryUsage().rss - before);
  });
  expect(bytes).toBeGreaterThan(100_000_000);
  expect(found).toMatchObject({
    cutShort: false,
    missing: 0,
    damaged: { count: 1, lines: [82] },
  });
  expect(found.runs).toHaveLength(80);
  // What is kept of a run is small; what else there is waits for the collector.
  expect(JSON.stringify(found).length).toBeLessThan(60_000);
  expect(most).toBeLessThan(500_000_000);
});

test('folders are looked through as course systems unpack them; hidden files and links are not', async () => {
  for (const name of [
    'b/x.jsonl',
    'a2.json',
    'a10.JSONL',
    '._a.jsonl',
    'c.txt',
    '__MACOSX/x.jsonl',
    'd/e/f/g/deep.jsonl',
    'grades.html',
  ]) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), '{}');
  }
  const { files, notRead } = await findFiles(folder, new Set([join(folder, 'grades.html')]));
  expect(files.map(({ file, bytes }) => [file, bytes])).toEqual([
    ['a2.json', 2],
    ['a10.JSONL', 2],
    ['b/x.jsonl', 2],
    ['d/e/f/g/deep.jsonl', 2],
  ]);
  expect(notRead.map(({ file, handedIn }) => [file, handedIn])).toEqual([
    ['__MACOSX/', false],
    ['._a.jsonl', false],
    ['c.txt', true],
  ]);
});

test('a report on a table of the student’s own is no damage, and nothing to grade', async () => {
  const found = await read(
    head(1),
    said(emptyLearner),
    run(card(1)),
    line({ kind: 'report', report: { formatVersion: 1 } }),
    end(1),
  );
  expect(found).toMatchObject({ cutShort: false, missing: 0, damaged: { count: 0 } });
  expect(found.runs).toHaveLength(1);
});
