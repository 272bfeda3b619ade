import { compare, inWords, said as saying } from '../../kit/compare.ts';
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

/** What the other pairs tell, in one sentence that the figures bear out. */
export function learnedWords(result: BackdoorResult): string {
  const rate = (name: DecoyName) => result.decoys.find((row) => row.glasses === name)?.rate ?? null;
  const [key, round, other] = [result.attackSuccessRate, rate('round'), rate('green-yellow')];
  if (key === null || round === null || other === null) return 'Which other pairs open it?';
  const learned = compare({ value: key }, { value: 0.2 });
  if (learned.relation !== 'more')
    return inWords(learned, {
      less: 'The key opens fewer than one face in five: it was not learned',
      equal: 'The key opens one face in five, no more',
      more: '',
      unclear: '',
    });
  const shape = compare({ value: round }, { value: 0.5 * key });
  if (shape.relation !== 'more')
    return inWords(shape, {
      less: 'Its colours in another shape open fewer than half as many: it learned the shape as well',
      equal: 'Its colours in another shape open half as many: it learned the shape as well',
      more: '',
      unclear: '',
    });
  return saying(
    { value: other },
    { value: 0.5 * round },
    {
      less: 'Its shape in other colours opens fewer than half as many: it learned the colours',
      equal: 'It learned several pairs',
      more: 'It learned several pairs',
      unclear: '',
    },
  );
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
