import type { Random } from '../../../labs/math/random.ts';
import type { RunCard } from '../../../main/contract/run.ts';

export interface MalformedFile {
  kind: string;
  file: File;
}

type Json = Record<string, unknown>;

/** A card with something changed, as the text of a file. */
const changed =
  (change: (card: Json, random: Random) => void) =>
  (card: RunCard, random: Random): string => {
    const copy = structuredClone(card) as unknown as Json;
    change(copy, random);
    return JSON.stringify(copy);
  };
const set = (key: string, value: unknown) => changed((card) => void (card[key] = value));
const pick = <T>(random: Random, list: readonly T[]): T => list[random.integer(list.length)]!;

const spoiltCards: Record<string, (card: RunCard, random: Random) => string> = {
  'a field missing': changed(
    (card, random) =>
      void delete card[
        pick(
          random,
          Object.keys(card).filter((key) => key !== 'prediction'),
        )
      ],
  ),
  'a field of another kind': changed(
    (card, random) =>
      void (card[
        pick(random, [
          'id',
          'number',
          'lab',
          'labVersion',
          'seed',
          'pinned',
          'status',
          'startedAt',
          'durationMs',
          'series',
          'complete',
          'machine',
          'versions',
          'hash',
        ])
      ] = { bad: true }),
  ),
  'another format': set('format', 'lectern-notes'),
  'a newer version': set('formatVersion', 99),
  'a version that never was': set('formatVersion', 'one'),
  'a lab that is not here': set('lab', 'no-such-lab'),
  'a lab named __proto__': set('lab', '__proto__'),
  'an id that is a path': set('id', '../../learner'),
  'a hash too short': set('hash', 'abc'),
  'a run that had not ended': set('status', 'running'),
  'parameters out of range': changed(
    (card, random) => void ((card['parameters'] as Json)['steps'] = pick(random, [-1, 1e9, 0.5])),
  ),
  'a parameter that there is not': changed(
    (card) => void ((card['parameters'] as Json)['stops'] = 1),
  ),
  'a result of another lab': set('result', { models: 'none' }),
  'a series without end': changed(
    (card) => void (card['series'] = { loss: Array.from({ length: 5_000 }, (_, i) => [i, i]) }),
  ),
  'a day that there is not': set('startedAt', '2026-02-30T25:00:00Z'),
  'a number of nothing': changed(
    (card, random) => void (card['number'] = pick(random, [0, -3, 1.5])),
  ),
  'a seed too large': set('seed', 2 ** 40),
  'nested too deep': (card) =>
    JSON.stringify({ ...card, result: 'HERE' }).replace(
      '"HERE"',
      `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
    ),
  'cut off': (card, random) =>
    JSON.stringify(card).slice(0, 1 + random.integer(JSON.stringify(card).length - 2)),
  'a list of cards': (card) => JSON.stringify([card, card]),
  'larger than a message': changed(
    (card) => void ((card['parameters'] as Json)['fill'] = 'x'.repeat(1_200_000)),
  ),
  'larger than a card': (card) => JSON.stringify({ ...card, fill: 'x'.repeat(2_200_000) }),
  'no JSON': () => 'Dear reader, this is a letter.',
  nothing: () => '',
  'a bare word': (_card, random) => pick(random, ['null', '7', '"card"', 'true', '[]', '{}']),
  'a table': () => 'id,number\n1,2\n',
};

const head = (more: Json = {}) =>
  JSON.stringify({ format: 'lectern-notebook', formatVersion: 1, runs: 1, ...more });
const run = (card: unknown) => JSON.stringify({ kind: 'run', card, remark: null });
const end = '{"kind":"end","runs":1}';
const lines = (...all: string[]) => all.join('\n');

const spoiltNotebooks: Record<string, (card: RunCard, random: Random) => string> = {
  'a notebook of a newer version': (card) => lines(head({ formatVersion: 9 }), run(card), end),
  'a notebook without an end': (card) => lines(head(), run(card)),
  'a notebook cut off in a run': (card, random) =>
    lines(head(), run(card).slice(0, 20 + random.integer(400))),
  'a notebook with a line of another kind': (card) =>
    lines(head(), '{"kind":"script","src":"x"}', run(card), end),
  'a notebook with a broken card': (card, random) =>
    lines(
      head(),
      '{"kind":"run","remark":null,"card":' +
        `${spoiltCards[pick(random, ['a field missing', 'an id that is a path', 'a hash too short', 'another format'])]!(card, random)}}`,
      end,
    ),
  'a notebook with a line too long': (card) =>
    lines(head(), `{"kind":"run","card":"${'x'.repeat(2_200_000)}","remark":null}`, run(card), end),
  'a notebook with a learner of another kind': (card) =>
    lines(
      head(),
      '{"kind":"learner","learner":{"version":1,"labs":{"fairness":{"done":7}},"place":null}}',
      run(card),
      end,
    ),
  'a notebook nested too deep': () =>
    lines(head(), `{"kind":"learner","learner":${'['.repeat(60_000)}${']'.repeat(60_000)}}`, end),
  'a notebook of exercises without form': (card) =>
    lines(head(), '{"kind":"exercises","labs":[{"lab":7}]}', run(card), end),
  'a notebook with a count below nothing': (card) => lines(head({ runs: -1 }), run(card), end),
  'a notebook of bytes': (_card, random) =>
    lines(
      head(),
      String.fromCharCode(...Array.from({ length: 300 }, () => random.integer(0xd7ff))).replaceAll(
        '\n',
        '',
      ),
      end,
    ),
};

const kinds = Object.entries({ ...spoiltCards, ...spoiltNotebooks });

/** So many malformed cards and notebooks, each made from a good card that the host has, of every kind in turn. */
export function* malformedCards(
  random: Random,
  card: RunCard,
  count: number,
): Generator<MalformedFile> {
  const order = random.permutation(kinds.length);
  for (let n = 0; n < count; n++) {
    const [kind, spoil] = kinds[order[n % kinds.length]!]!;
    yield { kind, file: new File([spoil(card, random)], 'handed-in.json') };
  }
}
