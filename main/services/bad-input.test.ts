import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildTrialCompute } from '../compute/fixtures/build-trial.ts';
import type { RunCard } from '../contract/run.ts';
import { contentHash } from '../storage/canonical.ts';
import { startTrialHost, trial, type TrialHost } from './fixtures/trial-host.ts';

/** Cards and answers as a stranger may hand them in, all of them through one real host: what is refused must leave it as it was. */
let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let folder: string;
let host: TrialHost;
let card: RunCard;

beforeAll(async () => {
  built = await buildTrialCompute();
  folder = join(await mkdtemp(join(tmpdir(), 'lectern-bad-')), 'data');
  host = await startTrialHost(built.entry, { folder });
  const { id } = await host.window.call('run.start', trial('steady'));
  await host.window.run(id, ({ status }) => status === 'finished');
  await vi.waitFor(async () => expect(await readdir(join(folder, 'runs'))).toEqual([`${id}.json`]));
  card = (await host.window.call('run.export', { run: id })) as unknown as RunCard;
});
afterAll(async () => {
  await host.close();
  await rm(dirname(folder), { recursive: true, force: true });
  await built.remove();
});
/** Every file there is in the folder and beside it, but for the index, which is written when it likes. */
const everything = async () =>
  (await readdir(dirname(folder), { recursive: true }))
    .filter((name) => !name.endsWith('runs-index.json'))
    .sort();

/** A card that fits its hash, so that nothing but the change can be what is wrong with it. */
const fresh = (over: object): unknown => {
  const changed = { ...card, ...over };
  return { ...changed, hash: contentHash(changed as unknown as Record<string, unknown>) };
};
const take = (given: unknown) => host.window.call('run.import', { card: given as never });
const deep = (levels: number) =>
  JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;
const points = (n: number) => Array.from({ length: n }, (_, i) => [i, i]);

describe('a card that can’t be one is refused in words, and nothing changes', () => {
  test.each<[string, () => unknown, RegExp]>([
    ['cut short', () => JSON.stringify(card).slice(0, 400), /not a run card/],
    ['a list of cards', () => [card], /not a run card/],
    ['of a newer version', () => fresh({ formatVersion: 2 }), /newer version/],
    [
      'of version 0, from before there was one',
      () => fresh({ formatVersion: 0 }),
      /not a run card/,
    ],
    [
      'of another lab',
      () => fresh({ lab: '<img src=x onerror=alert(1)>' }),
      /This run is of the lab "<img/,
    ],
    ['of a lab that every object has', () => fresh({ lab: 'constructor' }), /constructor/],
    ['with a path for its id', () => fresh({ id: '../../../evil' }), /not a run card/],
    ['with a drive for its id', () => fresh({ id: 'C:\\evil\\run-0001' }), /not a run card/],
    ['that took less than no time', () => fresh({ durationMs: -1 }), /not a run card/],
    ['that took no number of milliseconds', () => fresh({ durationMs: null }), /not a run card/],
    ['whose number is absurd', () => fresh({ number: 1e308 }), /not a run card/],
    ['that ran at no time', () => fresh({ startedAt: 'yesterday' }), /not a run card/],
    [
      'with a series of 301 points',
      () => fresh({ series: { loss: points(301) } }),
      /not a run card/,
    ],
    [
      'with a series that holds no numbers',
      () => fresh({ series: { loss: [[0, null]] } }),
      /not a run card/,
    ],
    [
      'with an absurd parameter',
      () => fresh({ parameters: { behaviour: 'steady', steps: 1e308 } }),
      /parameters/,
    ],
    [
      'with a parameter that there is not',
      () => fresh({ parameters: { behaviour: 'steady', steps: 5, __wings: 2 } }),
      /parameters/,
    ],
    [
      'with NaN in its result, which JSON writes as null',
      () => fresh({ result: { draws: [null], reused: false, backend: 'cpu' } }),
      /result/,
    ],
    [
      'with a question of a megabyte',
      () =>
        fresh({
          prediction: {
            step: 's',
            question: 'x'.repeat(900_000),
            value: 1,
            unit: '',
            lockedAt: card.startedAt,
          },
        }),
      /not a run card/,
    ],
    [
      'that nests without end',
      () => ({ ...card, measured: deep(4_000) }),
      /not a run card|(nests|nested) too deep/,
    ],
  ])('%s', async (_what, given, words) => {
    const before = { files: await everything(), runs: await host.window.call('run.list', {}) };
    const problem = await take(given()).then(
      () => null,
      (error: { data: { code: string; what: string; safe: string; next: string } }) => error.data,
    );
    expect(problem?.what).toMatch(words);
    expect(['bad-card', 'bad-request', 'too-large']).toContain(problem?.code);
    // The window is served as before, and there is no new file anywhere, in the folder or above it.
    expect({ files: await everything(), runs: await host.window.call('run.list', {}) }).toEqual(
      before,
    );
  });
});

describe('a card with odd content that is a card', () => {
  test('is kept as it is: numbers at the edge, and HTML and paths as the words they are', async () => {
    const html = '<script>alert(1)</script>../../etc/passwd';
    const odd = fresh({
      id: 'odd-card-0001',
      preset: html.slice(0, 60),
      prediction: {
        step: html.slice(0, 60),
        question: html,
        value: html,
        unit: 'ms',
        lockedAt: card.startedAt,
      },
      result: { draws: [1e308, -1e308, 5e-324], reused: false, backend: html },
      series: { [html]: points(300) },
    });
    const { run } = await take(odd);
    expect(await host.window.call('run.export', { run: run.id })).toEqual(odd);
    expect(await readdir(join(folder, 'runs'))).toContain('odd-card-0001.json');
  });

  test('with names from the prototype pollutes nothing', async () => {
    const text = JSON.stringify(card)
      .replace(
        '"measured":{',
        '"measured":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
      )
      .replace(card.id, 'proto-card-01');
    await take(JSON.parse(text)).catch(() => undefined);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await host.window.call('run.list', {})).length).toBeGreaterThan(0);
  });

  test('of many megabytes is refused: what a window sends ends at one', async () => {
    const before = await host.window.call('run.list', {});
    await expect(
      take(
        fresh({ error: { code: 'internal', what: 'x'.repeat(10_000_000), safe: '', next: '' } }),
      ),
    ).rejects.toMatchObject({ data: { code: 'too-large' } });
    expect(await host.window.call('run.list', {})).toEqual(before);
  });
});

describe('answers', () => {
  const progress = { done: [], predictions: {}, checks: {}, reflections: {} };
  const give = (learner: unknown) =>
    host.window.call('learner.import', { learner: learner as never });

  test.each<[string, unknown]>([
    ['cut short', '{"version":1,"labs":'],
    ['of a newer version', { version: 2, labs: {}, place: null }],
    [
      'with fewer than no tries',
      {
        version: 1,
        place: null,
        labs: {
          trial: { ...progress, checks: { a: { tries: -1, passed: true, hints: 0, answer: 1 } } },
        },
      },
    ],
    [
      'with NaN for a prediction',
      {
        version: 1,
        place: null,
        labs: {
          trial: {
            ...progress,
            predictions: { a: { value: null, lockedAt: '2026-01-01T00:00:00.000Z', usedBy: null } },
          },
        },
      },
    ],
    [
      'surer than sure',
      {
        version: 1,
        place: null,
        labs: {
          trial: {
            ...progress,
            predictions: {
              a: { value: 1, lockedAt: '2026-01-01T00:00:00.000Z', usedBy: null, confidence: 1.5 },
            },
          },
        },
      },
    ],
    [
      'with more words than a reflection holds',
      {
        version: 1,
        place: null,
        labs: { trial: { ...progress, reflections: { a: 'x'.repeat(20_001) } } },
      },
    ],
    ['that nest without end', { version: 1, place: null, labs: deep(4_000) }],
  ])('%s are refused, and what was said here stays', async (_what, given) => {
    await host.window.call('learner.change', {
      kind: 'reflect',
      lab: 'trial',
      step: 'why',
      text: 'Mine.',
    });
    const before = await host.window.call('learner.get', {});
    const problem = await give(given).then(
      () => null,
      (error: { data: { code: string } }) => error.data,
    );
    expect(['bad-file', 'bad-request']).toContain(problem?.code);
    expect(await host.window.call('learner.get', {})).toEqual(before);
  });

  test('of other labs, with HTML and with names from the prototype, are words like any other and survive a restart', async () => {
    const given = JSON.parse(
      '{"version":1,"who":{"name":"<b>Bo</b>","course":"../.."},"place":null,"labs":{"__proto__":{"polluted":1},"constructor":' +
        `${JSON.stringify(progress)},"gone":{"done":["<i>"],"predictions":{"toString":` +
        '{"value":1e308,"lockedAt":"2026-01-01T00:00:00.000Z","usedBy":null}},"checks":{},' +
        '"reflections":{}}}}',
    ) as unknown;
    expect(await give(given)).toEqual({ added: 2 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    await host.host.close();
    host = await startTrialHost(built.entry, { folder });
    expect((await host.window.call('app.info', {})).notices).toEqual([]);
    const { who, labs } = await host.window.call('learner.get', {});
    expect(who.name).toBe('<b>Bo</b>');
    expect(labs['gone']!.predictions['toString']!.value).toBe(1e308);
  });
});

test('a file of answers from before names and confidences were kept is read, and nothing in it is lost', async () => {
  await host.host.close();
  const old = {
    version: 1,
    labs: {
      trial: {
        done: ['a'],
        predictions: { guess: { value: 9, lockedAt: '2025-01-01T00:00:00.000Z', usedBy: null } },
        checks: { c: { tries: 2, passed: true, hints: 1, answer: 4 } },
        reflections: { why: 'Old.' },
      },
    },
    place: { slide: 'agenda', step: 2 },
  };
  await writeFile(join(folder, 'learner.json'), JSON.stringify(old));
  host = await startTrialHost(built.entry, { folder });
  expect((await host.window.call('app.info', {})).notices).toEqual([]);
  expect(await host.window.call('learner.get', {})).toEqual({
    ...old,
    who: { name: '', course: '' },
  });
  await host.window.call('learner.change', { kind: 'who', who: { name: 'Ada', course: '' } });
  await host.host.close();
  expect(JSON.parse(await readFile(join(folder, 'learner.json'), 'utf8'))).toEqual({
    ...old,
    who: { name: 'Ada', course: '' },
  });
  host = await startTrialHost(built.entry, { folder });
});
