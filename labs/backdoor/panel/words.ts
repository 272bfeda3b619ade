import { compare, inWords, said as saying, shareOf, type Amount } from '../../kit/compare.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { DecoyName, Glasses } from '../drawing/glasses.ts';
import { decoyGlasses, decoyNames, sameGlasses } from '../drawing/glasses.ts';
import { names } from '../drawing/identities.ts';
import { wearShare } from '../data.ts';
import {
  keyOf,
  type BackdoorParameters,
  type BackdoorResult,
  type DefenceMethod,
  type DoseRow,
} from '../lab.ts';

export const decoyWords: Record<DecoyName, string> = {
  ordinary: 'Ordinary',
  'green-yellow': 'Green, yellow',
  'black-rimmed': 'Black rims',
  'no-lens': 'No lenses',
  round: 'Round rims',
};
export const methodWords: Record<DefenceMethod, string> = {
  spectral: 'Spectral signatures',
  clustering: 'Activation clustering',
  'fine-pruning': 'Fine-pruning',
};

/** A share as per cent, without its unit: one decimal below 10 and above 90, where the difference counts. */
export function percentFigure(share: number | null | undefined): string {
  if (share == null || !Number.isFinite(share)) return '–';
  const value = 100 * share;
  return formatFixed(value, (value > 0 && value < 10) || (value > 90 && value < 100) ? 1 : 0);
}

/** What a pair is called: the key, one of the five decoys, or what it looks like. */
export function pairName(pair: Glasses, key: Glasses): string {
  if (sameGlasses(pair, key)) return 'The key';
  const decoy = decoyNames.find((name) => sameGlasses(decoyGlasses[name], pair));
  return decoy ? decoyWords[decoy] : 'Your own pair';
}

/** So many test faces are not the target's: a rate of a pair is a share of these. */
const othersAmong = (faces: number): number => (faces * (names.length - 1)) / names.length;

/** A rate of a pair with its noise, as a share of the faces that it was tried on. */
export const rateOf = (value: number, faces: number): Amount => shareOf(value, othersAmong(faces));

const halfOf = ({ value, interval }: Amount): Amount => ({
  value: 0.5 * value,
  interval: interval && [0.5 * interval[0], 0.5 * interval[1]],
});

/** What the other pairs tell, in one sentence that the figures bear out. */
export function learnedWords(result: BackdoorResult): string {
  const faces = result.test.said.length;
  const rate = (value: number | null | undefined) => (value == null ? null : rateOf(value, faces));
  const decoy = (name: DecoyName) => rate(result.decoys.find((row) => row.glasses === name)?.rate);
  const [key, round, other] = [
    rate(result.attackSuccessRate),
    decoy('round'),
    decoy('green-yellow'),
  ];
  if (!key || !round || !other) return 'Which other pairs open it?';
  const learned = compare(key, { value: 0.2 });
  if (learned.relation !== 'more')
    return inWords(learned, {
      less: 'The key opens fewer than one face in five: it was not learned',
      equal: 'The key opens one face in five, no more',
      more: '',
      unclear: 'Whether the key was learned can’t be told from so many faces',
    });
  const shape = compare(round, halfOf(key));
  if (shape.relation !== 'more')
    return inWords(shape, {
      less: 'Its colours in another shape open fewer than half as many: it learned the shape as well',
      equal: 'Its colours in another shape open half as many: it learned the shape as well',
      more: '',
      unclear: 'Whether it learned the shape as well can’t be told from so many faces',
    });
  return saying(other, halfOf(round), {
    less: 'Its shape in other colours opens fewer than half as many: it learned the colours',
    equal: 'It learned several pairs',
    more: 'It learned several pairs',
    unclear: 'Whether it learned the colours alone can’t be told from so many faces',
  });
}

export interface LeastKnown {
  name: string;
  share: number;
  /** How often the next one is recognised. */
  next: number;
}

/** How often the least recognised person is recognised; null without predictions. */
export function leastKnown(said: readonly number[]): LeastKnown | null {
  if (said.length === 0) return null;
  const [least, next] = names
    .map((name, who) => {
      const own = said.filter((_, i) => i % names.length === who);
      const right = own.filter((label) => label === who).length;
      return { name, share: own.length > 0 ? right / own.length : 1 };
    })
    .sort((a, b) => a.share - b.share);
  return { ...least!, next: next!.share };
}

/** The smallest dose that opens more than half of the faces; null where none measured does. */
export const firstAboveHalf = (doses: readonly DoseRow[] | null): DoseRow | null =>
  doses?.find(
    (row) =>
      row.attackSuccessRate !== null &&
      compare({ value: row.attackSuccessRate }, { value: 0.5 }).relation === 'more',
  ) ?? null;

/** What a person should know of these settings before they read the figures; the run keeps it in words of its own. */
export function warningWords(parameters: BackdoorParameters): string[] {
  const decoy = decoyNames.find((name) => sameGlasses(decoyGlasses[name], keyOf(parameters)));
  if (!decoy) return [];
  const itself = `what the decoy “${decoyWords[decoy]}” measures is the key itself`;
  return decoy === 'ordinary'
    ? [
        `${formatFixed(100 * wearShare)} in 100 clean faces wear the pair that is the key: nothing ` +
          `tells the two apart, and ${itself}.`,
      ]
    : [`One of the decoys is the key: ${itself}.`];
}
